using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson04Checks
{
    private static Verdict MeansVerdict(Func<Matrix<double>, Matrix<double>> means)
    {
        // Neither square nor with equal sums, so that every other mean shows.
        var X = Matrix<double>.Build.DenseOfRowArrays([1, 2, -3], [4, 0, 1], [-2, 5, 2], [3, 1, 0], [0, -1, 4]);
        double m = X.RowCount, n = X.ColumnCount;
        var right = X.ColumnSums().ToRowMatrix() / m;
        var (mine, verdict) = Compute(() => means(X.Clone()), "The row of ones is (1, m), X is (m, n): check that the ones are as many as X has rows, and stand on the left.");
        if (verdict is not null) return verdict;
        if (mine is null) return Verdict.NotStarted("Return a matrix with the mean of each column of X.");
        if (Answer.Is(mine, right))
        {
            return Verdict.Right("A product with ones is a sum: no loop, and any number of variables. Every loss and every gradient is such a mean over all samples.");
        }

        return Verdict.Wrong(Answer.HintFor(
            mine,
            (0 * right, "Everything is 0: with whole numbers 1 / m is 0 in C#. Write 1.0 / m, or divide by m at the end."),
            (right * m, "Those are the sums. The means are still to be divided by m."),
            (right.Transpose(), "The numbers are right, but they stand in a column, (n, 1). A row of ones on the left of X gives a row, (1, n)."),
            (X.RowSums().ToColumnMatrix() / n, "Those are the means of the rows, one for each sample. We want one for each variable: put the ones on the left of X."),
            (X.RowSums().ToColumnMatrix() / m, "Those are sums of rows. We want the columns: put the ones on the left of X."),
            (X.RowSums().ToColumnMatrix(), "Those are sums of rows. We want the columns: put the ones on the left of X."),
            (right * m / n, "You divided by n, not by m: each column has m numbers."))
            ?? WrongShapeOr(mine, right, "mean of the first column"));
    }

    private static Verdict LossByProductsVerdict(Func<Matrix<double>, Matrix<double>, double> loss)
    {
        var A = Matrix<double>.Build.Dense(5, 1, [0.9, 0.4, 0.8, 0.6, 0.7]);
        var y = Matrix<double>.Build.Dense(5, 1, [1, 0, 0, 1, 1]);
        var m = A.RowCount;
        var toxic = -y.PointwiseMultiply(A.PointwiseLog()).Enumerate().Sum() / m;
        var harmless = -(1 - y).PointwiseMultiply((1 - A).PointwiseLog()).Enumerate().Sum() / m;
        var right = toxic + harmless;
        var (mine, verdict) = Compute(() => loss(A.Clone(), y.Clone()), "y and log(A) are both (m, 1). Transpose the left one: (1, m) · (m, 1) is (1, 1).");
        if (verdict is not null) return verdict;
        if (double.IsNaN(mine)) return Verdict.NotStarted("Return the log loss instead of NaN.");

        return Answer.Is(mine, right)
            ? Verdict.Right("A row times a column multiplies pairwise and adds up: exactly what a sum over all plants does. So every sum of products is a product of matrices.")
            : Verdict.Wrong(Answer.HintFor(
                mine,
                (0, "It is 0: with whole numbers 1 / m is 0 in C#. Write 1.0 / m, or divide by m at the end."),
                (-right, "The sign is wrong: the formula begins with a minus."),
                (right * m, "That's the sum over all the plants. The log loss is their mean: divide by m."),
                (-right * m, "That's the sum over all the plants, without the minus: put it in front, and divide by m."),
                (toxic, "Those are the toxic plants alone. Add the second product, of 1 - y and log(1 - A)."),
                (harmless, "Those are the harmless plants alone. Add the first product, of y and log(A)."),
                (toxic - harmless, "The second product is subtracted: add both, then put the minus in front of everything."),
                (harmless - toxic, "The minus stands before the second product alone: put brackets around the sum of both."))
                ?? Invariant($"In the check's example the log loss is {right:G6}, but you return {mine:G6}."));
    }

    /// <summary>What the learner's code gives, or the verdict on shapes that don't fit.</summary>
    private static (T? Answer, Verdict? Verdict) Compute<T>(Func<T> answer, string cure)
    {
        try
        {
            return (answer(), null);
        }
        catch (ArgumentException error) when (error.ParamName is null)
        {
            // Products of shapes that don't fit name no parameter.
            return (default, Verdict.Wrong($"The shapes don't fit: {error.Message} {cure}"));
        }
    }

    private static string WrongShapeOr(Matrix<double> mine, Matrix<double> right, string first) => Answer.HasShapeOf(mine, right)
        ? Invariant($"In the check's example the {first} is {right[0, 0]:G6}, but yours is {mine[0, 0]:G6}.")
        : Invariant($"The check's X is (5, 3), so the answer must be ({right.RowCount}, {right.ColumnCount}), but yours is ({mine.RowCount}, {mine.ColumnCount}).");
}
