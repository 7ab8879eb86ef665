using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson14Checks
{
    private static Verdict PenaltySlopesVerdict(Func<Matrix<double>, double, double, Matrix<double>> slopes)
    {
        const double l1 = 0.3, l2 = 0.05;
        var W = Matrix<double>.Build.DenseOfArray(new[,] { { 2, -0.5, 0 }, { -1, 0.25, 3 } });
        var (sign, size, square) = (W.PointwiseSign(), W.PointwiseAbs(), W.PointwiseMultiply(W));
        var right = (l1 * sign) + (2 * l2 * W);
        Matrix<double>? mine = slopes(W.Clone(), l1, l2);
        if (mine is null) return Verdict.NotStarted("Return the matrix of slopes, of the shape of W.");
        if (!Answer.HasShapeOf(mine, right)) return Verdict.Wrong(Invariant($"The check's W is (2, 3), so the slopes must be (2, 3), but yours are ({mine.RowCount}, {mine.ColumnCount})."));
        if (Answer.Is(mine, right))
        {
            return Verdict.Right("That's all that L1 and L2 are: one term more in the gradient. L2 pulls at large weights, L1 at all alike, and at 0 neither pulls.");
        }

        return Verdict.Wrong(Answer.HintFor(
            mine,
            ((l1 * sign) + (l2 * W), "The 2 is missing: the slope of w² is 2 w."),
            ((l1 * size) + (l2 * square), "That's the penalty of each weight itself. Asked are its slopes."),
            ((l1 * sign) + (l2 * square), "For L2 you took w² itself. Its slope is 2 w."),
            ((l1 * sign) + (2 * l2 * size), "For L2 you lost the sign: the slope of w² is 2 w, negative for a negative w."),
            ((l1 * size) + (2 * l2 * W), "For L1 you took |w| itself. Its slope is 1 or -1: the sign of w."),
            ((l1 * W) + (2 * l2 * W), "For L1 you took w. The slope of |w| is 1 or -1, however large w is: Math.Sign(w)."),
            (l1 + (2 * l2 * W), "For L1 you always took 1. For a negative w the slope of |w| is -1: Math.Sign(w)."),
            (W.Map(w => l1 * (w > 0 ? 1 : -1)) + (2 * l2 * W), "Only the weight 0 isn't right: there L1 doesn't pull either way. Math.Sign(0) is 0."),
            (W.Map(w => l1 * (w >= 0 ? 1 : -1)) + (2 * l2 * W), "Only the weight 0 isn't right: there L1 doesn't pull either way. Math.Sign(0) is 0."),
            ((l2 * sign) + (2 * l1 * W), "You exchanged them: l1 goes with |w|, l2 with w²."),
            (2 * l2 * W, "That's L2 alone. Add the slopes of L1."),
            (l1 * sign, "That's L1 alone. Add the slopes of L2."),
            (-right, "The sign is wrong. The slopes of the penalty point uphill, as all slopes; the update subtracts them."),
            (W - right, "That's the weights after a step. Asked are the slopes alone."),
            (W + right, "Asked are the slopes alone, without W."))
            ?? Answer.Difference(mine, right));
    }

    private static Verdict DropOutVerdict(Func<Matrix<double>, Matrix<double>, double, Matrix<double>> dropOut)
    {
        const double p = 0.3;
        var A = Matrix<double>.Build.DenseOfArray(new[,] { { 1, 2, -3 }, { 4, 0.5, 6 } });
        var U = Matrix<double>.Build.DenseOfArray(new[,] { { 0.9, 0.1, 0.5 }, { 0.25, 0.7, p } });
        var keep = U.Map(u => u >= p ? 1.0 : 0.0);
        var kept = A.PointwiseMultiply(keep);
        var dropped = A - kept;
        var right = kept / (1 - p);
        Matrix<double>? mine = dropOut(A.Clone(), U.Clone(), p);
        if (mine is null) return Verdict.NotStarted("Return the answers after dropout, of the shape of A.");
        if (!Answer.HasShapeOf(mine, right)) return Verdict.Wrong(Invariant($"The check's A is (2, 3), so the answer must be (2, 3), but yours is ({mine.RowCount}, {mine.ColumnCount})."));
        if (Answer.Is(mine, right))
        {
            return Verdict.Right("On average the next layer gets as much as without dropout, so the trained network can be asked without any change.");
        }

        return Verdict.Wrong(Answer.HintFor(
            mine,
            (kept, "You don't scale: divide those that stay by 1 - p, to make up for those that are dropped."),
            (dropped / (1 - p), "You dropped the wrong ones. An answer is dropped where its number in U is below p."),
            (dropped, "You dropped the wrong ones, and those that stay must be divided by 1 - p."),
            (dropped / p, "You dropped the wrong ones: drop where the number in U is below p, and divide by 1 - p."),
            (kept / p, "You divided by p. The share that stays is 1 - p: divide by that."),
            (kept * (1 - p), "You multiplied by 1 - p. Divide: those that stay must become larger."),
            (A / (1 - p), "Nothing is dropped: where the number in U is below p, the answer must be 0."),
            (A, "That's A as it was. Drop where the number in U is below p, and divide the others by 1 - p."),
            (keep, "That's which answers stay, 1 or 0. Multiply A by it, number by number, and divide by 1 - p."),
            (keep / (1 - p), "That's the factor of each answer. Multiply A by it, number by number."),
            (A.PointwiseMultiply(U.Map(u => u > p ? 1 / (1 - p) : 0)), "The last number in the check's U is exactly p. Dropped is what is below p, so that one stays: u >= p."))
            ?? Answer.Difference(mine, right) + " Take the numbers in U; draw none of your own.");
    }
}
