using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson05Checks
{
    private static Verdict GradientsVerdict(Func<Matrix<double>, Matrix<double>, Matrix<double>, (Matrix<double> dW, double db)> gradients)
    {
        // More samples than variables, so that a forgotten transpose and a wrong divisor show.
        var X = Matrix<double>.Build.DenseOfRowArrays([1, 2, -3], [4, 0, 1], [-2, 5, 2], [3, 1, 0], [0, -1, 4]);
        var y = Matrix<double>.Build.Dense(5, 1, [1, 0, 0, 1, 1]);
        var A = Matrix<double>.Build.Dense(5, 1, [0.9, 0.4, 0.8, 0.6, 0.7]);
        var (dW, db) = LogisticNeuronFunctions.Gradients(A, X, y);
        double m = X.RowCount, n = X.ColumnCount;

        Matrix<double> mydW;
        double mydb;
        try
        {
            (mydW, mydb) = gradients(A.Clone(), X.Clone(), y.Clone());
        }
        catch (ArgumentException error) when (error.ParamName is null)
        {
            // Products of shapes that don't fit name no parameter.
            return Verdict.Wrong($"The shapes don't fit: {error.Message} X is (m, n) and A - y is (m, 1). Check three things: is X transposed, does it stand on the left, and has A - y its brackets?");
        }

        if (mydW is null) return Verdict.NotStarted("Return dW and db.");
        if (Answer.Is(mydW, dW) && Answer.Is(mydb, db))
        {
            return Verdict.Right("These two lines are the heart of every training, up to the largest networks: error times input, averaged.");
        }

        if (Answer.Is(mydW.Transpose(), dW)) return Verdict.Wrong("The numbers of dW are right, but it is (1, n). It must have the shape of W, (n, 1).");
        if (!Answer.HasShapeOf(mydW, dW))
        {
            return Verdict.Wrong(Invariant($"dW must have the shape of W, here ({dW.RowCount}, {dW.ColumnCount}), but yours is ({mydW.RowCount}, {mydW.ColumnCount})."));
        }

        if (Answer.Is(mydW, -dW) && Answer.Is(mydb, -db)) return Verdict.Wrong("The sign is wrong, so the neuron would learn to be wrong: it's A - y, not y - A.");
        if (!Answer.Is(mydW, dW))
        {
            return Verdict.Wrong(Answer.HintFor(
                mydW,
                (0 * dW, "dW is all zeros: with whole numbers 1 / m is 0 in C#. Write 1.0 / m, or divide by m at the end."),
                (-dW, "dW has the wrong sign: it's A - y, not y - A."),
                (dW * m / n, "In dW you divided by n, not by m: the mean is over the m plants."),
                (dW * m, "dW is the sum over all the plants. It must be the mean: divide by m."),
                (dW / n, "You divided dW by m and by n. Only the m plants are averaged."),
                (X.Transpose() * A / m, "You left out y: the error is A - y."))
                ?? Invariant($"dW isn't Xᵀ (A - y) / m. In the check's example its first element is {dW[0, 0]:G6}, but yours is {mydW[0, 0]:G6}."));
        }

        return Verdict.Wrong("dW is right. " + (Answer.HintFor(
            mydb,
            (0, "db is 0: with whole numbers 1 / m is 0 in C#. Write 1.0 / m, or divide by m at the end."),
            (-db, "db has the wrong sign: it's A - y, not y - A."),
            (db * m / n, "In db you divided by n, not by m: the mean is over the m plants."),
            (db * m, "db is the sum over all the plants. It must be the mean: divide by m."),
            (A.Enumerate().Average(), "In db you left out y: the error is A - y."))
            ?? Invariant($"db isn't the mean of A - y. In the check's example it is {db:G6}, but yours is {mydb:G6}.")));
    }
}
