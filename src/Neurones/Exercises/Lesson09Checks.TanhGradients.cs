using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Exercises;

public static partial class Lesson09Checks
{
    private static Verdict TanhGradientsVerdict(Func<Matrix<double>, Matrix<double>, NamedMatrices, NamedMatrices> gradients)
    {
        var (X, y, parameters) = Example();
        var m = y.ColumnCount;
        var activations = DeepNetworkFunctions.ForwardPropagation(X, parameters, HiddenActivation.Tanh);
        var (A1, dZ2, W2) = (activations["A1"], activations["A2"] - y, parameters["W2"]);
        var right = DeepNetworkFunctions.BackPropagation(X, y, parameters, activations, HiddenActivation.Tanh);
        NamedMatrices mine;
        try
        {
            mine = gradients(X.Clone(), y.Clone(), Copy(parameters));
        }
        catch (ArgumentException error) when (error.ParamName is null)
        {
            // Products of shapes that don't fit name no parameter.
            return Verdict.Wrong($"The shapes don't fit: {error.Message} Write them down: dZ2 is (1, m), W2 (1, n1), A1 and dZ1 (n1, m), X (n0, m). Which have to be transposed?");
        }

        if (mine is null) return Verdict.NotStarted("Return dW1, db1, dW2 and db2.");
        if (Misshapen(mine, right) is { } hint) return Verdict.Wrong(hint);
        if (Same(mine, right))
        {
            return Verdict.Right("Two lines changed, and the network is another one. Back-propagation needs to know of an activation only its slope; that's why lesson 10 can exchange it freely.");
        }

        var sigmoid = TwoLayerNetworkFunctions.ForwardPropagation(X, parameters);
        (NamedMatrices Wrong, string Hint)[] mistakes =
        [
            (TwoLayerNetworkFunctions.BackPropagation(X, y, parameters, sigmoid), "Those are the gradients with the sigmoid in the hidden layer. A1 must be tanh(Z1), and its slope 1 - A1 ∘ A1."),
            (With(A1.PointwiseMultiply(1 - A1)), "The slope is still the sigmoid's, A1 (1 - A1). That of tanh is 1 - A1 ∘ A1. (dW2 and db2 are right.)"),
            (With(1 - A1), "The slope of tanh is 1 minus the square: 1 - A1 ∘ A1. (dW2 and db2 are right.)"),
            (With(A1.PointwiseMultiply(A1)), "The slope of tanh is 1 - A1 ∘ A1; the 1 minus is missing. (dW2 and db2 are right.)"),
            (With((A1 * 0) + 1), "The slope of tanh is missing in dZ1: multiply by 1 - A1 ∘ A1. (dW2 and db2 are right.)"),
            (All(right, dW => dW * m), "Those are the sums over all samples. Gradients are means: divide by m."),
            (All(right, dW => dW * m / X.RowCount), "You divided by the number of rows. The samples are the columns: m = y.ColumnCount."),
            (All(right, dW => -dW), "The sign is wrong: dZ2 is A2 - y, not y - A2."),
            (All(right, dW => 0 * dW), "Everything is 0: with whole numbers 1 / m is 0 in C#. Divide by m at the end."),
        ];
        return Verdict.Wrong(mistakes.FirstOrDefault(mistake => Same(mine, mistake.Wrong)).Hint ?? First());

        // The gradients if this were the slope of the hidden layer's answers.
        NamedMatrices With(Matrix<double> slope)
        {
            var dZ1 = W2.TransposeThisAndMultiply(dZ2).PointwiseMultiply(slope);
            return new(("dW1", dZ1.TransposeAndMultiply(X) / m), ("db1", dZ1.RowSums().ToColumnMatrix() / m), ("dW2", right["dW2"]), ("db2", right["db2"]));
        }

        string First()
        {
            if (!IsRight("db2")) return "db2 isn't right: it's the mean of A2 - y, where A2 is the sigmoid of Z2 and A1 is tanh(Z1).";
            if (!IsRight("dW2")) return "dW2 isn't right, but db2 is: dW2 is dZ2 A1ᵀ / m.";
            if (!IsRight("db1")) return "db1 isn't right, but the second layer is: dZ1 is W2ᵀ dZ2 ∘ (1 - A1 ∘ A1), and db1 its mean over the samples.";

            return "dW1 isn't right, but all the others are: dW1 is dZ1 Xᵀ / m.";
        }

        bool IsRight(string name) => Answer.Is(mine[name], right[name]);
    }
}
