namespace Neurones;

/// <summary>How well a model answers on a data set.</summary>
/// <param name="Loss">The log loss: 0 is perfect, 0.693 is what a coin toss gets on two classes.</param>
/// <param name="Accuracy">The share of right answers, from 0 to 1.</param>
public sealed record Evaluation(double Loss, double Accuracy)
{
    /// <summary>Such as "log loss 0.20859, accuracy 0.9".</summary>
    public override string ToString() => FormattableString.Invariant($"log loss {Loss:G5}, accuracy {Accuracy:G4}");
}
