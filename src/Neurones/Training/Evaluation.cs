namespace Neurones;

/// <summary>How well a model answers on a data set.</summary>
/// <param name="Loss">The loss that the model is trained on, 0 at best. The log loss of a coin toss is 0.693.</param>
/// <param name="Accuracy">The share of right answers, from 0 to 1; null for a regression, whose answers are never exactly right.</param>
public readonly record struct Evaluation(double Loss, double? Accuracy)
{
    /// <summary>Such as "loss 0.20859, accuracy 0.9".</summary>
    public override string ToString() =>
        FormattableString.Invariant($"loss {Loss:G5}") + (Accuracy is { } accuracy ? FormattableString.Invariant($", accuracy {accuracy:G4}") : "");
}
