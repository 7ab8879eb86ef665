namespace Neurones;

/// <summary>The losses of some samples, added up.</summary>
/// <param name="Loss">Their sum.</param>
/// <param name="Right">How many answers are right.</param>
/// <param name="Answers">How many answers there are that can be right or wrong.</param>
internal readonly record struct LossSum(double Loss, int Right = 0, int Answers = 0)
{
    /// <summary>The mean over so many samples.</summary>
    public Evaluation Over(int samples) => new(Loss / samples, Answers > 0 ? (double)Right / Answers : null);

    public static LossSum operator +(LossSum left, LossSum right) =>
        new(left.Loss + right.Loss, left.Right + right.Right, left.Answers + right.Answers);
}
