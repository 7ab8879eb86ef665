namespace Neurones;

/// <summary>How far a training has come; reported with each <see cref="TrainingRecord"/>.</summary>
/// <param name="Iteration">Updates done so far, from 0 to <paramref name="Iterations"/>.</param>
/// <param name="Iterations">Updates to do in all.</param>
/// <param name="Loss">The loss on the training set.</param>
/// <param name="Accuracy">The share of right answers on the training set, from 0 to 1; null for a regression.</param>
public sealed record TrainingProgress(int Iteration, int Iterations, double Loss, double? Accuracy)
{
    /// <summary>Such as "iteration 40 of 100: loss 0.30214, accuracy 0.9".</summary>
    public override string ToString() =>
        FormattableString.Invariant($"iteration {Iteration} of {Iterations}: {new Evaluation(Loss, Accuracy)}");
}
