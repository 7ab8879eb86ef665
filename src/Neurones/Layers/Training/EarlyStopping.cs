namespace Neurones;

/// <summary>Ends a training when the loss on the validation samples hasn't become smaller for some epochs, and takes back the weights of the best epoch.</summary>
public sealed record EarlyStopping
{
    /// <summary>How many epochs in a row may pass without a new best loss, 1 or more; 3 by default.</summary>
    public int Patience { get; init; } = 3;
}
