namespace Neurones;

/// <summary>How a <see cref="Sequential"/> model is trained.</summary>
public sealed record FitOptions
{
    /// <summary>What is made small; null: what fits the last layer, cross-entropy after Softmax, log loss after Sigmoid, else the mean squared error.</summary>
    public Loss? Loss { get; init; }

    /// <summary>How the parameters move; Adam with a learning rate of 0.001 by default.</summary>
    public Optimiser Optimiser { get; init; } = new Adam();

    /// <summary>How many times every sample is learned, at least 1; 10 by default.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>How many samples each step learns from, at least 1; 32 by default. The last batch of an epoch may be smaller.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The seed of the order of the samples, drawn anew for each epoch, and of dropout; 0 by default.</summary>
    public uint Seed { get; init; }

    /// <summary>Samples and wanted answers that are only measured, never learned.</summary>
    public (Tensor X, Tensor Y)? Validation { get; init; }

    /// <summary>When to end before all epochs are done; null: never. It needs <see cref="Validation"/>.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <exception cref="ArgumentException">No model can be trained so.</exception>
    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Optimiser);
        Neurones.Check.That(Epochs > 0, $"Epochs is {Epochs}: train for 1 epoch or more.");
        Neurones.Check.That(BatchSize > 0, $"BatchSize is {BatchSize}: learn from 1 sample at a time or more.");
        Neurones.Check.That(EarlyStopping is null || EarlyStopping.Patience > 0, $"Patience is {EarlyStopping?.Patience}: wait for 1 epoch or more.");
        Neurones.Check.That(EarlyStopping is null || Validation is not null, $"EarlyStopping needs Validation: samples to measure that aren't learned.");
    }
}
