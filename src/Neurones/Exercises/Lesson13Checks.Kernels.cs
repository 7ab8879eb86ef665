using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson13Checks
{
    private static Verdict ShiftVerdict(Matrix<double> K)
    {
        if (K is null || K.Enumerate().All(k => k == 0)) return Verdict.NotStarted("Put a 1 where it belongs: which neighbour should each pixel become?");
        if ((K.RowCount, K.ColumnCount) != (3, 3)) return Verdict.Wrong(Invariant($"The kernel should be 3 x 3, but yours is {K.RowCount} x {K.ColumnCount}."));

        var right = Only(1, 0);
        if (Answer.Is(K, right)) return Verdict.Right("Each pixel becomes its left neighbour, so the picture moves right. A kernel can move, compare, blur, and all of it at once.");

        return Verdict.Wrong(Answer.HintFor(
            K,
            (Only(1, 2), "That moves the picture to the left: each pixel becomes its right neighbour. Which one should it become?"),
            (Only(1, 1), "That leaves the picture where it is: each pixel becomes itself."),
            (Only(0, 1), "That moves the picture down: each pixel becomes the one above it."),
            (Only(2, 1), "That moves the picture up: each pixel becomes the one below it."),
            (Only(0, 0), "That moves the picture right and down. Rows are counted first: the kernel's middle row is row 1."),
            (Only(2, 0), "That moves the picture right and up. The kernel's middle row is row 1."),
            (Only(1, 1) - Only(1, 0), "That compares each pixel with its left neighbour. To move the picture only the neighbour counts."))
            ?? Difference());

        static Matrix<double> Only(int row, int column) => Matrix<double>.Build.Dense(3, 3, (i, j) => (i, j) == (row, column) ? 1 : 0);

        string Difference() => K.Enumerate().Count(k => k != 0) == 1
            ? "The place or the number isn't right: the neighbour is taken as it is, times 1."
            : "Your kernel mixes several pixels. Each pixel should become a single other one, so a single number isn't 0.";
    }

    private static Verdict AveragePoolingVerdict(Func<Matrix<double>, Matrix<double>> pool, Func<Matrix<double>, Matrix<double>> back)
    {
        var X = Matrix<double>.Build.DenseOfRowArrays([1, 2, -3, 0, 4, 1], [5, 8, 1, 6, 0, -1], [0, 0, 2, -2, 7, 9], [1, -1, 4, 4, 2, 2]);
        var mean = Pooled(window => window.Average());
        var A = pool(X.Clone());
        if (A is null) return Verdict.NotStarted("Return the matrix of the means from AveragePool.");
        if (!Answer.Is(A, mean))
        {
            return Verdict.Wrong("AveragePool: " + (Answer.HintFor(
                A,
                (Pooled(window => window.Sum()), "those are the sums. A mean of four numbers is a quarter of it."),
                (Pooled(window => window.Max()), "that's max pooling. Take the mean of the window instead."),
                (Pooled(window => window.Sum() / 2), "you divided by 2. The window has 2 x 2 = 4 numbers."),
                (Matrix<double>.Build.Dense(2, 3, (r, c) => X.SubMatrix(r, 2, c, 2).Enumerate().Average()), "your windows overlap. The window of A[r, c] begins at row 2 r, column 2 c."),
                (X.SubMatrix(0, 2, 0, 3), "you took the first rows and columns of X. The window of A[r, c] begins at row 2 r, column 2 c."))
                ?? (Answer.HasShapeOf(A, mean) ? Answer.Difference(A, mean) : Invariant($"X is (4, 6) in the check's example, so A is (2, 3), but yours is ({A.RowCount}, {A.ColumnCount})."))));
        }

        var dA = Matrix<double>.Build.DenseOfRowArrays([4, -8, 1], [2, 0.4, 12]);
        var right = Matrix<double>.Build.Dense(4, 6, (i, j) => dA[i / 2, j / 2] / 4);
        if (BackOf(dA.Clone()) is not { } dX) return Verdict.NotStarted("AveragePool is right. Now return dX from AveragePoolBack: it has twice the rows and columns of dA.");
        if (Answer.Is(dX, right)) return Verdict.Right("Each of the four has a share of a quarter, so it gets a quarter of the slope. Nobody has to remember where a maximum was.");

        return Verdict.Wrong("AveragePool is right. AveragePoolBack: " + (Answer.HintFor(
            dX,
            (4 * right, "each number of the window went into the mean with a quarter, so it gets a quarter of the slope."),
            (2 * right, "you divided by 2. Each number went into the mean with a quarter."),
            (right / 4, "you divided twice: each number gets a quarter of the slope."),
            (Matrix<double>.Build.Dense(4, 6, (i, j) => i % 2 == 0 && j % 2 == 0 ? dA[i / 2, j / 2] : 0), "only one number of each window gets something. That's max pooling's way: a mean is made of all four."),
            (Matrix<double>.Build.Dense(4, 6, (i, j) => i % 2 == 0 && j % 2 == 0 ? dA[i / 2, j / 2] / 4 : 0), "only one number of each window gets its quarter. All four went into the mean."),
            (Matrix<double>.Build.Dense(4, 6, (i, j) => dA[i % 2, j % 3] / 4), "row i, column j of X lies in the window of row i / 2, column j / 2: divide, don't take the remainder."))
            ?? (Answer.HasShapeOf(dX, right) ? Answer.Difference(dX, right) : Invariant($"dA is (2, 3) in the check's example, so dX is (4, 6), but yours is ({dX.RowCount}, {dX.ColumnCount})."))));

        Matrix<double>? BackOf(Matrix<double> slopes)
        {
            try
            {
                return back(slopes);
            }
            catch (NotImplementedException)
            {
                return null;
            }
        }

        Matrix<double> Pooled(Func<IEnumerable<double>, double> of) =>
            Matrix<double>.Build.Dense(2, 3, (r, c) => of(X.SubMatrix(2 * r, 2, 2 * c, 2).Enumerate()));
    }
}
