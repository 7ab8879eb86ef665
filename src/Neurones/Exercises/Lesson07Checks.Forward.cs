using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson07Checks
{
    private static Verdict ForwardVerdict(
        Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>, (Matrix<double> A1, Matrix<double> A2)> forward)
    {
        var p = TwoLayerNetworkFunctions.Initialise(3, 4, 2, new RandomState(7));
        var (X, W1, W2) = (new RandomState(8).Randn(3, 5), p["W1"], p["W2"]);
        var b1 = Matrix<double>.Build.Dense(4, 1, [0.5, -1, 0.25, 2]);
        var b2 = Matrix<double>.Build.Dense(2, 1, [-0.5, 1]);
        var (A1, A2) = Layers(Sigmoid, Sigmoid, b1, b2);

        Matrix<double> myA1, myA2;
        try
        {
            (myA1, myA2) = forward(X.Clone(), W1.Clone(), b1.Clone(), W2.Clone(), b2.Clone());
        }
        catch (ArgumentException error) when (error.ParamName is null)
        {
            // Matrices whose shapes don't fit name no parameter.
            return Verdict.Wrong($"The shapes don't fit: {error.Message} Check three things: W stands on the left, the biases are repeated m times, and layer 2 reads A1.");
        }

        if (myA1 is null || myA2 is null) return Verdict.NotStarted("Return A1 and A2.");
        if (Answer.Is(myA1, A1) && Answer.Is(myA2, A2))
        {
            return Verdict.Right("Four lines for any network of two layers. The check had 3 variables, 4 hidden and 2 output neurons; your function didn't even notice.");
        }

        if (Answer.Is(myA1, A2) && Answer.Is(myA2, A1)) return Verdict.Wrong("The numbers are right, but A1 and A2 are exchanged.");
        if (!Answer.Is(myA1, A1))
        {
            return Verdict.Wrong(!Answer.HasShapeOf(myA1, A1)
                ? Invariant($"A1 must be (n1, m), here (4, 5), but yours is ({myA1.RowCount}, {myA1.ColumnCount}).")
                : Answer.HintFor(
                    myA1,
                    (Layer(W1, X, b1), "A1 is still Z1: its sigmoid is missing."),
                    (Sigmoid(W1 * X), "In layer 1 you left out the bias."),
                    (Sigmoid(-Layer(W1, X, b1)), "The sigmoid of layer 1 is 1 / (1 + exp(-Z)): mind the minus sign."),
                    (Sigmoid(Layer(W1, X, -b1)), "The bias of layer 1 is added, not taken away."),
                    (Layer(W1, X, b1).PointwiseTanh(), "That's the tanh. The neurons of this lesson answer with the sigmoid."))
                ?? $"A1 isn't the sigmoid of W1 X + b1. {Answer.Difference(myA1, A1)}");
        }

        return Verdict.Wrong("A1 is right. " + (!Answer.HasShapeOf(myA2, A2)
            ? Invariant($"A2 must be (n2, m), here (2, 5), but yours is ({myA2.RowCount}, {myA2.ColumnCount}).")
            : Answer.HintFor(
                myA2,
                (Layer(W2, A1, b2), "But A2 is still Z2: its sigmoid is missing."),
                (Layers(Z => Z, Sigmoid, b1, b2).A2, "But layer 2 got Z1. It must read the answers A1."),
                (Sigmoid(W2 * A1), "But in layer 2 you left out the bias."),
                (Sigmoid(-Layer(W2, A1, b2)), "But the sigmoid of layer 2 is 1 / (1 + exp(-Z)): mind the minus sign."),
                (Sigmoid(Layer(W2, A1, -b2)), "But the bias of layer 2 is added, not taken away."))
            ?? $"But A2 isn't the sigmoid of W2 A1 + b2. {Answer.Difference(myA2, A2)}"));

        (Matrix<double> A1, Matrix<double> A2) Layers(
            Func<Matrix<double>, Matrix<double>> first, Func<Matrix<double>, Matrix<double>> second, Matrix<double> b1, Matrix<double> b2)
        {
            var A1 = first(Layer(W1, X, b1));
            return (A1, second(Layer(W2, A1, b2)));
        }
    }

    private static Verdict OneLayerVerdict(
        Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>, (Matrix<double> W, Matrix<double> b)> oneLayer)
    {
        var W1 = Matrix<double>.Build.DenseOfRowArrays([1, 2], [0, -1], [3, 1]);
        var b1 = Matrix<double>.Build.Dense(3, 1, [1, -2, 4]);
        var W2 = Matrix<double>.Build.DenseOfRowArrays([2, 1, -1], [0, 3, 5]);
        var b2 = Matrix<double>.Build.Dense(2, 1, [10, -20]);
        var (W, b) = (W2 * W1, (W2 * b1) + b2);

        Matrix<double> myW, myb;
        try
        {
            (myW, myb) = oneLayer(W1.Clone(), b1.Clone(), W2.Clone(), b2.Clone());
        }
        catch (ArgumentException error) when (error.ParamName is null)
        {
            return Verdict.Wrong($"The shapes don't fit: {error.Message} Multiply out W2 (W1 X + b1) + b2, and keep the order of the matrices: W1 (n1, n0) comes first in time, so it stands nearest to X.");
        }

        if (myW is null || myb is null) return Verdict.NotStarted("Return W and b.");
        if (!Answer.Is(myW, W))
        {
            return Verdict.Wrong(Answer.HasShapeOf(myW, W)
                ? $"W isn't the matrix that stands before X when you multiply out W2 (W1 X + b1) + b2. {Answer.Difference(myW, W)}"
                : Invariant($"W must be (n2, n0), here (2, 2), but yours is ({myW.RowCount}, {myW.ColumnCount})."));
        }

        if (!Answer.Is(myb, b))
        {
            return Verdict.Wrong("W is right. " + (!Answer.HasShapeOf(myb, b)
                ? Invariant($"b must be (n2, 1), here (2, 1), but yours is ({myb.RowCount}, {myb.ColumnCount}).")
                : Answer.HintFor(
                    myb,
                    (b2, "But b isn't b2 alone: b1 goes through W2 too."),
                    (W2 * b1, "But in b you left out b2."),
                    ((W2 * b1) - b2, "But b2 is added, not taken away."))
                ?? $"But b isn't what remains beside W X. {Answer.Difference(myb, b)}"));
        }

        return Verdict.Right("So without the sigmoid between them, two layers are one, and so are a hundred: only straight lines. The bend in the activation makes networks worth their while.");
    }

    private static Matrix<double> Layer(Matrix<double> W, Matrix<double> X, Matrix<double> b) =>
        (W * X) + (b * Matrix<double>.Build.Dense(1, X.ColumnCount, 1));

    private static Matrix<double> Sigmoid(Matrix<double> Z) => Z.Map(Sigmoid);
}
