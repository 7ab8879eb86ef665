using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Data;

/// <summary>A matrix and what it is called.</summary>
internal sealed record Named(string Name, Matrix<double> Value)
{
    public string Shape => Invariant.Text($"{Value.RowCount}×{Value.ColumnCount}");

    public Named Transposed => new(Name + "ᵀ", Value.Transpose());
}

/// <summary>One operation: what it is for, its formula, what it is made of (matrices, and texts between them), and the matrix it makes.</summary>
/// <param name="Purpose">Why it is done.</param>
/// <param name="Formula">How.</param>
/// <param name="Terms">What it is made of: <see cref="Named"/> or string.</param>
/// <param name="Result">What it makes.</param>
/// <param name="First">How the first number of the result is made.</param>
/// <param name="Forward">Whether it is on the way to the loss.</param>
/// <param name="Neurons">The layers whose neurons it is about.</param>
/// <param name="Weights">The layer whose weights it is about, or null.</param>
internal sealed record MatrixOperation(
    string Purpose, string Formula, ImmutableArray<object> Terms, Named Result, string First, bool Forward, ImmutableArray<int> Neurons, int? Weights);

/// <summary>All operations of one gradient of a network of two layers, in their order.</summary>
internal sealed class BackPropagationPass
{
    private const double Epsilon = 1e-15;

    public BackPropagationPass(Matrix<double> X, Matrix<double> y, NetworkPlan plan)
    {
        (Samples, Labels) = (new("X", X.Clone()), new("y", y.Clone()));
        var (W1, b1, W2, b2) = (new Named("W1", plan.W[0]), new Named("b1", plan.b[0]), new Named("W2", plan.W[1]), new Named("b2", plan.b[1]));
        var m = X.ColumnCount;
        var ones = Matrix<double>.Build.Dense(1, m, 1);
        var mean = Invariant.Text($"1/{m}");

        var Z1 = new Named("Z1", (W1.Value * X) + (b1.Value * ones));
        var A1 = new Named("A1", Z1.Value.Map(PlaneNeuron.Sigmoid));
        var Z2 = new Named("Z2", (W2.Value * A1.Value) + (b2.Value * ones));
        var A2 = new Named("A2", Z2.Value.Map(PlaneNeuron.Sigmoid));
        var L = new Named("L", Matrix<double>.Build.Dense(1, 1, LogLoss(A2.Value, y)));
        var dZ2 = new Named("dZ2", A2.Value - y);
        var dW2 = new Named("dW2", dZ2.Value * A1.Value.Transpose() / m);
        var db2 = new Named("db2", dZ2.Value.RowSums().ToColumnMatrix() / m);
        var dA1 = new Named("dA1", W2.Value.Transpose() * dZ2.Value);
        var slope = new Named("A1 ∘ (1 - A1)", A1.Value.PointwiseMultiply(1 - A1.Value));
        var dZ1 = new Named("dZ1", dA1.Value.PointwiseMultiply(slope.Value));
        var dW1 = new Named("dW1", dZ1.Value * X.Transpose() / m);
        var db1 = new Named("db1", dZ1.Value.RowSums().ToColumnMatrix() / m);

        Operations =
        [
            new("Forward, layer 1: weighted sums", "Z1 = W1 X + b1", [W1, Samples, "+", b1], Z1, $"{FirstNumber.OfProduct(W1.Value, X)} + {FirstNumber.Next(b1.Value[0, 0])}", true, [0], 1),
            new("Forward, layer 1: activations", "A1 = σ(Z1)", ["σ", Z1], A1, $"σ({FirstNumber.Text(Z1.Value[0, 0])})", true, [1], null),
            new("Forward, layer 2: weighted sums", "Z2 = W2 A1 + b2", [W2, A1, "+", b2], Z2, $"{FirstNumber.OfProduct(W2.Value, A1.Value)} + {FirstNumber.Next(b2.Value[0, 0])}", true, [1], 2),
            new("Forward, layer 2: activations", "A2 = σ(Z2)", ["σ", Z2], A2, $"σ({FirstNumber.Text(Z2.Value[0, 0])})", true, [2], null),
            new("Forward: the log loss", "L = -1/m Σ (y log A2 + (1 - y) log(1 - A2))", [A2, "and", Labels], L, $"-{mean} ({FirstNumber.OfLogLoss(A2.Value, y)})", true, [2], null),
            new("Back, layer 2: the error", "dZ2 = A2 - y", [A2, "−", Labels], dZ2, $"{FirstNumber.Text(A2.Value[0, 0])} - {FirstNumber.Text(y[0, 0])}", false, [2], null),
            new("Back, layer 2: the weights' gradient", "dW2 = 1/m dZ2 A1ᵀ", [mean, dZ2, A1.Transposed], dW2, $"{mean} ({FirstNumber.OfProduct(dZ2.Value, A1.Value.Transpose())})", false, [1], 2),
            new("Back, layer 2: the bias's gradient", "db2 = 1/m Σ dZ2", [mean + " Σ", dZ2], db2, $"{mean} ({FirstNumber.OfSums(dZ2.Value)})", false, [2], null),
            new("Back: the error through the weights", "dA1 = W2ᵀ dZ2", [W2.Transposed, dZ2], dA1, FirstNumber.OfProduct(W2.Value.Transpose(), dZ2.Value), false, [1], 2),
            new("Back, layer 1: times the sigmoid's slope", "dZ1 = dA1 ∘ A1 ∘ (1 - A1)", [dA1, "∘", slope], dZ1, $"{FirstNumber.Text(dA1.Value[0, 0])}·{FirstNumber.Next(slope.Value[0, 0])}", false, [1], null),
            new("Back, layer 1: the weights' gradient", "dW1 = 1/m dZ1 Xᵀ", [mean, dZ1, Samples.Transposed], dW1, $"{mean} ({FirstNumber.OfProduct(dZ1.Value, X.Transpose())})", false, [0], 1),
            new("Back, layer 1: the biases' gradient", "db1 = 1/m Σ dZ1", [mean + " Σ", dZ1], db1, $"{mean} ({FirstNumber.OfSums(dZ1.Value)})", false, [1], null),
        ];
    }

    public Named Samples { get; }

    public Named Labels { get; }

    public ImmutableArray<MatrixOperation> Operations { get; }

    private static double LogLoss(Matrix<double> A, Matrix<double> y) =>
        -A.Enumerate().Zip(y.Enumerate(), (a, label) => Math.Log((label == 1 ? a : 1 - a) + Epsilon)).Average();
}
