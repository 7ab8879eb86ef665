using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Exercises;

/// <summary>The checks of lesson 12's exercises, softmax and MNIST.</summary>
public static partial class Lesson12Checks
{
    /// <summary>Exercise 1: the cross-entropy of a model that gives each of 26 letters the same probability.</summary>
    /// <param name="loss">The learner's number; NaN where there is no answer yet.</param>
    public static Verdict LossOfLetters(double loss) => LossOfLettersVerdict(loss);

    /// <summary>Exercise 2: classes as one-hot rows.</summary>
    /// <param name="encode">The learner's function: y, (m, 1), and k give Y, (m, k).</param>
    public static Verdict Encode(Func<Matrix<double>, int, Matrix<double>> encode) => Verdict.Of(() => EncodeVerdict(encode));

    /// <summary>Exercise 3: the softmax at a temperature.</summary>
    /// <param name="softmax">The learner's function: Z, (m, k), and T give A, (m, k).</param>
    public static Verdict SoftmaxAt(Func<Matrix<double>, double, Matrix<double>> softmax) => Verdict.Of(() => SoftmaxVerdict(softmax));

    /// <summary>Exercise 4: the gradients of softmax regression.</summary>
    /// <param name="gradients">The learner's function: A, (m, k), X, (m, n), and Y, (m, k), give dW, (n, k), and db, (1, k).</param>
    public static Verdict Gradients(Func<Matrix<double>, Matrix<double>, Matrix<double>, (Matrix<double> dW, Matrix<double> db)> gradients) =>
        Verdict.Of(() => GradientsVerdict(gradients));

    /// <summary>Exercise 5: how often the truth is among the best n.</summary>
    /// <param name="accuracy">The learner's function: A, (m, k), y, (m, 1), and n give the share.</param>
    public static Verdict TopAccuracy(Func<Matrix<double>, Matrix<double>, int, double> accuracy) => Verdict.Of(() => TopAccuracyVerdict(accuracy));

    /// <summary>A sentence on a matrix of another shape, or on the first number that differs.</summary>
    private static string WrongShapeOrNumber(string name, Matrix<double> mine, Matrix<double> right) => Answer.HasShapeOf(mine, right)
        ? $"{name}: {Answer.Difference(mine, right)}"
        : FormattableString.Invariant($"{name} must be ({right.RowCount}, {right.ColumnCount}) in the check's example, but yours is ({mine.RowCount}, {mine.ColumnCount}).");
}
