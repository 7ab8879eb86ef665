namespace Neurones;

/// <summary>Training was stopped because the loss or a parameter became infinite or NaN.</summary>
/// <param name="iteration">Updates done when it was seen.</param>
/// <param name="learningRate">The learning rate it was trained with.</param>
public sealed class TrainingDivergedException(int iteration, double learningRate) : Exception(FormattableString.Invariant(
    $"Training diverged at iteration {iteration}: a parameter or the loss is infinite or NaN. Use a smaller LearningRate (it is {learningRate}), or scale X first (StandardScaler, MinMaxScaler)."));
