using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Exercises;

public static partial class Lesson04Checks
{
    private static Verdict AllGradientsVerdict(Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>> gradients)
    {
        var X = Matrix<double>.Build.DenseOfRowArrays([1, 2, -3], [4, 0, 1], [-2, 5, 2], [3, 1, 0], [0, -1, 4]);
        var y = Matrix<double>.Build.Dense(5, 1, [1, 0, 0, 1, 1]);
        var A = Matrix<double>.Build.Dense(5, 1, [0.9, 0.4, 0.8, 0.6, 0.7]);
        double m = X.RowCount, n = X.ColumnCount;
        var (dW, db) = LogisticNeuronFunctions.Gradients(A, X, y);
        var bias = Matrix<double>.Build.Dense(1, 1, db);
        var right = bias.Stack(dW);
        var (mine, verdict) = Compute(
            () => gradients(A.Clone(), X.Clone(), y.Clone()),
            "Write the shapes down: with its column of ones X is (m, n + 1), and transposed (n + 1, m); A - y is (m, 1), and needs its brackets.");
        if (verdict is not null) return verdict;
        if (mine is null) return Verdict.NotStarted("Return the column of db, dw1, ..., dwn.");
        if (Answer.Is(mine, right))
        {
            return Verdict.Right("The bias is just one more weight, of a variable that is always 1. Many books write the neuron so; we keep b apart to see it.");
        }

        return Verdict.Wrong(Answer.HintFor(
            mine,
            (0 * right, "Everything is 0: with whole numbers 1 / m is 0 in C#. Write 1.0 / m, or divide by m at the end."),
            (-right, "The sign is wrong: it's A - y, not y - A."),
            (right * m, "Those are the sums. Gradients are means: divide by m."),
            (right * m / n, "You divided by n, not by m: the mean is over the m samples."),
            (right * m / (n + 1), "You divided by n + 1, not by m: the mean is over the m samples."),
            (dW.Stack(bias), "The numbers are right, but db stands last: put the column of ones on the left of X."),
            (right.Transpose(), "The numbers are right, but in a row, (1, n + 1). It must be a column, (n + 1, 1)."),
            (dW, "That's dW alone, without db: give X a column of ones first."),
            (Ones(X).TransposeThisAndMultiply(A) / m, "You left out y: the error is A - y."))
            ?? WrongShapeOr(mine, right, "first element"));
    }

    private static Matrix<double> Ones(Matrix<double> X) => Matrix<double>.Build.Dense(X.RowCount, 1, 1.0).Append(X);
}
