namespace Neurones;

/// <summary>Training was stopped because the loss or the parameters became infinite or NaN.</summary>
/// <param name="iteration">The iteration at which it was seen.</param>
/// <param name="loss">The log loss then.</param>
/// <param name="learningRate">The learning rate it was trained with.</param>
public sealed class TrainingDivergedException(int iteration, double loss, double learningRate) : Exception(FormattableString.Invariant(
    $"Training diverged at iteration {iteration}: the log loss is {loss}. Use a smaller LearningRate (it is {learningRate}), or scale X first (MinMaxScaler)."));
