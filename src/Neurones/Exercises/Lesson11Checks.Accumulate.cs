using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson11Checks
{
    private static Verdict AccumulateVerdict(
        Func<Matrix<double>, Matrix<double>, Matrix<double>, double, int, (Matrix<double> dW, double db)> accumulate)
    {
        const double b = 0.5;
        var W = Matrix<double>.Build.Dense(2, 1, [1, -1]);
        var (X, y) = FiveSamples();
        double[][] pieces = [Piece(0, 2), Piece(2, 2), Piece(4, 1)];
        var right = Piece(0, X.RowCount);

        Matrix<double> mydW;
        double mydb;
        try
        {
            (mydW, mydb) = accumulate(X.Clone(), y.Clone(), W.Clone(), b, 2);
        }
        catch (ArgumentOutOfRangeException)
        {
            return Verdict.Wrong("A piece asks for samples that aren't there: of 5 samples in pieces of 2 the last piece has fewer, Math.Min(size, X.RowCount - start).");
        }

        if (mydW is null) return Verdict.NotStarted("Return dW and db.");
        if (!Answer.HasShapeOf(mydW, W))
        {
            return Verdict.Wrong(Invariant($"dW must have the shape of W, here (2, 1), but yours is ({mydW.RowCount}, {mydW.ColumnCount})."));
        }

        double[] mine = [.. mydW.ToColumnMajorArray(), mydb];
        if (!Answer.Is(mine, right))
        {
            return Verdict.Wrong(Answer.HintFor(
                mine,
                (Weighted(1 / 3.0, 1 / 3.0, 1 / 3.0), "That's the plain mean of the pieces' gradients. But the last piece has only 1 sample, and the others 2: a gradient must count as often as its piece has samples."),
                (Weighted(1, 1, 1), "You added the pieces' gradients. Each is a mean: multiply it by the number of its samples, add up, and divide by m at the end."),
                (Weighted(2, 2, 1), "The sum is right. Now divide it by m."),
                (Weighted(2 / 3.0, 2 / 3.0, 1 / 3.0), "You divided by the number of pieces. Divide by the number of samples, m."),
                (Weighted(0.4, 0.4, 0.4), "The last piece counts too much: it has only 1 sample, not 2."),
                (Weighted(2, 2, 2), "Multiply each gradient by the number of its own samples (the last piece has only 1), add up, and divide by m at the end."),
                (Weighted(0.2, 0.2, 0.2), "Each gradient must count as often as its piece has samples: multiply by their number before you divide by m."),
                (Weighted(0.4, 0.4, 0), "The last piece is missing: after two pieces of 2 there's one sample left."),
                (Weighted(0.5, 0.5, 0), "The last piece is missing: after two pieces of 2 there's one sample left."),
                (Weighted(0, 0, 1), "That's the last piece alone. Add up with +=, don't overwrite with =."),
                (Weighted(0, 0, 0.2), "Only the last piece counts. Add up with +=, don't overwrite with =."),
                (Weighted(1, 0, 0), "That's the first piece alone. Return after the loop, not in it."),
                (Weighted(0, 0, 0), "It's all zeros: with whole numbers count / m is 0 in C#. Write (double)count / m, or divide at the end."),
                (Weighted(-0.4, -0.4, -0.2), "The sign is wrong: the error is A - y, not y - A."))
                ?? Invariant($"With pieces of 2 the first number of dW must be {right[0]:G6} and db {right[^1]:G6}, but yours are {mine[0]:G6} and {mine[^1]:G6}. Print the gradient and the number of samples of each piece."));
        }

        var (inFours, dbInFours) = accumulate(X.Clone(), y.Clone(), W.Clone(), b, 4);
        var (inOne, dbInOne) = accumulate(X.Clone(), y.Clone(), W.Clone(), b, 8);
        return !Answer.Is([.. inFours.ToColumnMajorArray(), dbInFours], right)
            ? Verdict.Wrong("With pieces of 2 it's right, but not with pieces of 4: use the parameter size.")
            : !Answer.Is([.. inOne.ToColumnMajorArray(), dbInOne], right)
            ? Verdict.Wrong("It's right for small pieces, but with size 8 all 5 samples are one piece.")
            : Verdict.Right("The memory bounds the piece, not the batch. A gradient is a mean over samples, so it can be put together from anywhere, even from many computers: that's how the largest networks are trained.");

        double[] Piece(int start, int count)
        {
            var (dW, db) = Slopes(Rows(X, y, start, count), W, b);
            return Flat(dW, db);
        }

        double[] Weighted(params double[] weights) =>
            [.. Enumerable.Range(0, right.Length).Select(i => pieces.Zip(weights, (piece, weight) => piece[i] * weight).Sum())];
    }
}
