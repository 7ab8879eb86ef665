namespace Neurones;

/// <summary>
/// What was measured at one iteration, before its update: the first record is the initial model, the last record is the
/// model as it was left.
/// </summary>
/// <param name="Iteration">Updates done before the measurement; with mini-batches, epochs done.</param>
/// <param name="TrainLoss">The loss on the training set.</param>
/// <param name="TrainAccuracy">The share of right answers on the training set, from 0 to 1; null for a regression.</param>
/// <param name="TestLoss">The loss on the validation set, or null when none was given.</param>
/// <param name="TestAccuracy">The share of right answers on the validation set, or null when none was given.</param>
/// <param name="Parameters">The parameters measured, or null unless <see cref="TrainingOptions.KeepParameters"/>.</param>
public sealed record TrainingRecord(
    int Iteration,
    double TrainLoss,
    double? TrainAccuracy,
    double? TestLoss,
    double? TestAccuracy,
    NamedMatrices? Parameters)
{
    /// <summary>What <see cref="Iteration"/> counts: iteration or epoch.</summary>
    internal string Unit { get; init; } = "iteration";

    /// <summary>What the set that isn't learned is called: test or validation.</summary>
    internal string TestName { get; init; } = "test";

    /// <summary>Such as "iteration 100: train loss 0.20859, accuracy 0.9; test loss 0.31402, accuracy 0.85".</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Unit} {Iteration}: train {new Evaluation(TrainLoss, TrainAccuracy)}")
        + (TestLoss is { } loss ? $"; {TestName} {new Evaluation(loss, TestAccuracy)}" : "");
}
