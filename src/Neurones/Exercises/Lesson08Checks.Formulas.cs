using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson08Checks
{
    // All sizes differ, so that a forgotten transpose shows: n0 = 5, n1 = 3, n2 = 2, m = 4.
    private static readonly Matrix<double> W1 = Matrix<double>.Build.DenseOfRowArrays([1, -2, 0.5, 3, -1], [2, 1, -1, 0, 4], [-3, 2, 1, -2, 0.5]);
    private static readonly Matrix<double> W2 = Matrix<double>.Build.DenseOfRowArrays([1, -2, 3], [0.5, 4, -1]);
    private static readonly Matrix<double> dZ2 = Matrix<double>.Build.DenseOfRowArrays([0.6, -0.8, -0.1, 0.5], [-0.3, 0.2, 0.7, -0.9]);
    private static readonly Matrix<double> A1 = Matrix<double>.Build.DenseOfRowArrays([0.2, -0.5, 0.7, 0.9], [-0.4, 0.8, 0.3, -0.1], [0.6, 0.1, -0.9, 0.4]);

    private static Verdict TanhBlameVerdict(Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>> blame)
    {
        var (dA1, slope) = (W2.Transpose() * dZ2, 1 - A1.PointwisePower(2));
        var right = dA1.PointwiseMultiply(slope);
        return Judge(
            () => blame(W2.Clone(), dZ2.Clone(), A1.Clone()), right,
            "W2 is (n2, n1) and dZ2 is (n2, m): transpose the one on the left. And the slope is multiplied number by number, with PointwiseMultiply.",
            "Another activation is another slope, and nothing else changes. That's why deep networks may mix them.",
            "dZ1 has the shape of A1",
            (-right, "The sign is wrong: the slope is 1 - a², not a² - 1."),
            (dA1, "That's the blame before the activation: times its slope, 1 - a²."),
            (dA1.PointwiseMultiply(A1.PointwiseMultiply(1 - A1)), "a (1 - a) is the sigmoid's slope. That of tanh is 1 - a²."),
            (dA1.PointwiseMultiply(1 - A1), "You took 1 - a: the a must be squared."),
            (dA1.PointwiseMultiply(A1.PointwisePower(2)), "You took a²: the slope is 1 - a²."),
            (dA1.PointwiseMultiply(1 - (2 * A1)), "You doubled a instead of squaring it: PointwisePower(2)."),
            (dA1.PointwiseMultiply(1 - A1.PointwiseTanh().PointwisePower(2)), "A1 is tanh of Z1 already: no second tanh."),
            (slope, "That's the slope alone: times W2ᵀ dZ2."),
            (right / A1.ColumnCount, "You divided by m. dZ keeps the samples apart: the mean comes with dW and db."));
    }

    private static Verdict SquaredErrorVerdict(Func<Matrix<double>, Matrix<double>, Matrix<double>> slopeOf)
    {
        var A2 = Matrix<double>.Build.DenseOfRowArrays([0.6, 0.2, 0.9, 0.3, 0.75]);
        var y = Matrix<double>.Build.DenseOfRowArrays([0.0, 1, 1, 0, 1]);
        var (error, slope) = (A2 - y, A2.PointwiseMultiply(1 - A2));
        var right = error.PointwiseMultiply(slope);
        return Judge(
            () => slopeOf(A2.Clone(), y.Clone()), right,
            "A2 and y are both (1, m): multiply number by number, with PointwiseMultiply.",
            "Where the output is certain and wrong, a (1 - a) is nearly 0, so the neuron hardly learns from its worst mistakes. The log loss cancels that factor: one reason why it won.",
            "dZ2 has the shape of A2",
            (error, "a - y is the slope along a here, and dZ2 of the log loss. One more step back, through the sigmoid: times a (1 - a)."),
            (-right, "The sign is wrong: the slope of ½ (a - y)² along a is a - y."),
            (2 * right, "Twice too large: the ½ cancels the 2 of the square."),
            (right / 2, "Half of it: the ½ cancels the 2 of the square."),
            (right / y.ColumnCount, "You divided by m. dZ keeps the samples apart: the mean comes with dW and db."),
            (slope, "That's the sigmoid's slope alone: times the slope along a, which is a - y."),
            (0.5 * error.PointwisePower(2), "That's the loss itself. dZ2 is its slope along z: two steps back."),
            (error.PointwiseMultiply(A2), "You left out a factor: the sigmoid's slope is a (1 - a)."),
            (error.PointwiseMultiply(1 - A2), "You left out a factor: the sigmoid's slope is a (1 - a)."),
            (0.5 * error.PointwisePower(2).PointwiseMultiply(slope), "That's the loss itself times the slope. The slope of ½ (a - y)² along a is a - y."),
            (0 * right, "Everything is 0. Did you take y (1 - y)? The slope of the sigmoid is a (1 - a)."));
    }

    private static Verdict InputSlopesVerdict(Func<Matrix<double>, Matrix<double>, Matrix<double>> slopes)
    {
        var dZ1 = (W2.Transpose() * dZ2).PointwiseMultiply(1 - A1.PointwisePower(2));
        var right = W1.Transpose() * dZ1;
        return Judge(
            () => slopes(W1.Clone(), dZ1.Clone()), right,
            "W1 is (n1, n0) and dZ1 is (n1, m): transpose the one on the left.",
            "One product, and you know which inputs a network reacts to. The same line, layer after layer, carries the blame through networks of any depth.",
            "dX has the shape of X, (n0, m)",
            (right.Transpose(), "The numbers are right, but the samples stand in rows. dX has a column for each: W1ᵀ on the left."),
            (right / dZ1.ColumnCount, "You divided by m. These are the slopes of each sample's own loss: no mean."),
            (-right, "The sign is wrong: it's W1ᵀ dZ1, nothing is subtracted."),
            (right.RowSums().ToColumnMatrix(), "You summed over the samples. Each sample has inputs of its own, so they stay apart."));
    }

    private static Verdict Judge(
        Func<Matrix<double>> answer, Matrix<double> right, string cure, string why, string shape, params (Matrix<double> Wrong, string Hint)[] mistakes)
    {
        Matrix<double> mine;
        try
        {
            mine = answer();
        }
        catch (ArgumentException error) when (error.ParamName is null)
        {
            // Products of shapes that don't fit name no parameter.
            return Verdict.Wrong($"The shapes don't fit: {error.Message} {cure}");
        }

        if (mine is null) return Verdict.NotStarted("Return a matrix.");
        if (Answer.Is(mine, right)) return Verdict.Right(why);

        return Verdict.Wrong(Answer.HintFor(mine, mistakes) ?? (Answer.HasShapeOf(mine, right)
            ? Answer.Difference(mine, right)
            : Invariant($"{shape}: in the check's example ({right.RowCount}, {right.ColumnCount}), but yours is ({mine.RowCount}, {mine.ColumnCount}).")));
    }
}
