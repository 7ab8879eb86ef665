using MathNet.Numerics.LinearAlgebra;
using Matrices = System.Collections.Generic.IReadOnlyDictionary<string, MathNet.Numerics.LinearAlgebra.Matrix<double>>;

namespace Neurones;

/// <summary>What the matrices of a network's layers must be for the functions of lessons 9 and 10.</summary>
internal static class LayerChecks
{
    /// <summary>n0, n1, ..., nC: variables and one layer or more, none of them empty.</summary>
    public static void Sizes(IReadOnlyList<int> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        Check.That(sizes.Count >= 2, $"sizes has {sizes.Count} numbers: give n0, the variables, then the neurons of 1 layer or more.");
        for (var l = 0; l < sizes.Count; l++)
        {
            Check.That(sizes[l] > 0, $"n{l} is {sizes[l]}: {(l == 0 ? "a sample has 1 variable or more" : "a layer has 1 neuron or more")}.");
        }
    }

    /// <summary>W1, b1, W2, b2, ... that belong together; returns the number of layers.</summary>
    public static int Parameters(Matrices parameters, int? layers = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var C = layers ?? Math.Max(1, parameters.Count / 2);
        for (var l = 1; l <= C; l++)
        {
            var (W, b) = (Named(parameters, $"W{l}", C), Named(parameters, $"b{l}", C));
            Check.That(b.ColumnCount == 1 && b.RowCount == W.RowCount,
                $"b{l} is {Check.Shape(b)} but W{l} is {Check.Shape(W)}: b{l} must be {W.RowCount}x1, one bias for each row of W{l}.");
        }

        Check.That(parameters.Count == 2 * C, $"There are {parameters.Count} parameters: {C} layers have a W and a b each, {2 * C} in all.");
        return C;
    }

    /// <summary>X has the variables that W1 expects.</summary>
    public static void Input(Matrix<double> X, Matrices parameters)
    {
        Check.Features(X, axis: SampleAxis.Columns);
        var W1 = parameters["W1"];
        Check.That(X.RowCount == W1.ColumnCount,
            $"X is {Check.Shape(X)} but W1 expects {W1.ColumnCount} variables (W1 is {Check.Shape(W1)}): X needs {SampleAxis.Columns.Cure}.");
    }

    /// <summary>Layer l can take the answers A of the layer before.</summary>
    public static void Fits(Matrix<double> W, int l, Matrix<double> A) => Check.That(l == 1 || W.ColumnCount == A.RowCount,
        $"W{l} is {Check.Shape(W)} but A{l - 1} is {Check.Shape(A)}: W{l} needs {A.RowCount} columns, one for each row of A{l - 1}.");

    /// <summary>A1, A2, ... are what the layers answer on X.</summary>
    public static void Activations(Matrices activations, Matrices parameters, Matrix<double> X, int layers)
    {
        ArgumentNullException.ThrowIfNull(activations);
        for (var l = 1; l <= layers; l++)
        {
            Check.That(activations.TryGetValue($"A{l}", out var A), $"A{l} is missing: pass what ForwardPropagation(X, parameters) returns.");
            var W = parameters[$"W{l}"];
            Check.That(A.RowCount == W.RowCount && A.ColumnCount == X.ColumnCount,
                $"A{l} is {Check.Shape(A)} but W{l} is {Check.Shape(W)} and X is {Check.Shape(X)}: A{l} must be {W.RowCount}x{X.ColumnCount}, from ForwardPropagation(X, parameters).");
            if (l > 1)
            {
                Fits(W, l, activations[$"A{l - 1}"]);
            }
        }
    }

    /// <summary>For each parameter there is a gradient of its shape.</summary>
    public static void Gradients(Matrices gradients, Matrices parameters)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        foreach (var (name, parameter) in parameters)
        {
            Check.That(gradients.TryGetValue("d" + name, out var gradient), $"d{name} is missing: pass what BackPropagation returns.");
            Check.SameShape(gradient, parameter, "d" + name, name);
        }
    }

    private static Matrix<double> Named(Matrices parameters, string name, int layers)
    {
        Check.That(parameters.TryGetValue(name, out var matrix),
            $"{name} is missing: {layers} layers have W1, b1 to W{layers}, b{layers}.");
        return matrix;
    }
}
