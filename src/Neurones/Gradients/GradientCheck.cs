using System.Text;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// Compares the gradients that formulas give with slopes that are measured: each parameter is moved a little up and a
/// little down, and the loss is computed both times (central differences).
/// </summary>
/// <remarks>
/// Measuring takes two losses per number, so it checks a training but can't replace it. At most 100 numbers of each
/// parameter are measured, drawn from a fixed seed. Where ReLU bends, exactly at z = 0, no slope exists and the check may fail.
/// </remarks>
public sealed class GradientCheck
{
    private const int MostPerParameter = 100;

    // The cube root of the rounding unit balances rounding against curvature in central differences. Where the loss bends
    // sharply within the first step, as with large X or with ReLU, a smaller one may still measure its slope.
    private static readonly double[] RelativeSteps = [6e-6, 3e-7, 2e-8];

    private GradientCheck(IEnumerable<GradientComparison> comparisons) => Comparisons = [.. comparisons];

    /// <summary>One comparison for each parameter, in the order of the parameters.</summary>
    public IReadOnlyList<GradientComparison> Comparisons { get; }

    /// <summary>Whether every gradient is right.</summary>
    public bool Passed => Comparisons.All(comparison => comparison.Passed);

    /// <summary>Checks the gradients that train a model, at its parameters, or at first ones of seed 0 if it isn't trained yet.</summary>
    /// <param name="model">A neuron or network.</param>
    /// <param name="X">Some samples, shaped as for the model's Fit; a few are enough.</param>
    /// <param name="y">Their labels, shaped as for the model's Fit.</param>
    /// <exception cref="ArgumentException">X and y don't fit together or to the model.</exception>
    public static GradientCheck Of(TrainableModel model, Matrix<double> X, Matrix<double> y)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (parameters, layout, batch) = model.ToCheck(X, y);
        var gradients = new double[layout.Length];
        batch.Gradients(layout.Flatten(parameters), gradients);
        return Of(parameters, moved => batch.Evaluate(layout.Flatten(moved)).Loss, layout.Name(gradients, prefix: "d"));
    }

    /// <summary>Checks gradients that you computed yourself.</summary>
    /// <param name="parameters">The parameters by name, such as W1, b1.</param>
    /// <param name="loss">The loss at other values of the same parameters.</param>
    /// <param name="gradients">Your gradients at <paramref name="parameters"/>: for a parameter W1 its name is dW1. Parameters without one are left out.</param>
    /// <exception cref="ArgumentException">A gradient belongs to no parameter, a parameter is empty, or the loss isn't a number.</exception>
    public static GradientCheck Of(
        IReadOnlyDictionary<string, Matrix<double>> parameters,
        Func<NamedMatrices, double> loss,
        IReadOnlyDictionary<string, Matrix<double>> gradients)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(gradients);
        var found = parameters.Keys.Where(name => gradients.ContainsKey("d" + name)).ToArray();
        var unknown = gradients.Keys.FirstOrDefault(name => !found.Contains(name.Length > 0 ? name[1..] : name) || name[0] != 'd');
        Check.That(found.Length > 0 && unknown is null,
            $"gradients has {unknown ?? "nothing"} but parameters has {string.Join(", ", parameters.Keys)}: the gradient of W1 must be named dW1.");

        var moved = new NamedMatrices(parameters.Select(p => (p.Key, Matrix<double>.Build.DenseOfMatrix(p.Value))));
        var here = loss(moved);
        Check.That(double.IsFinite(here), $"The loss at these parameters is {here}: a gradient can only be checked where the loss is a finite number.");
        return new(found.Select(name => Compare(name, moved, loss, gradients["d" + name], here)));
    }

    /// <summary>A table with a line for each parameter, and what is wrong where something is.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Passed
            ? "Every gradient is right: it agrees with the slope measured by moving the parameter a little.\n"
            : $"Wrong: {string.Join(", ", Comparisons.Where(c => !c.Passed).Select(c => "d" + c.Parameter))}. The slope was measured by moving the parameter a little.\n");
        string[] header = ["gradient", "shape", "checked", "yours", "measured", "difference", ""];
        var rows = Comparisons.Select(comparison => comparison.Cells()).Prepend(header).ToArray();
        var widths = Enumerable.Range(0, header.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            text.Append('\n').Append(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        text.Append("\n\nyours and measured are those of the place where they differ most, compared with the gradient's largest number.");
        foreach (var hint in GradientHints.For(Comparisons))
        {
            text.Append('\n').Append(hint);
        }

        return text.ToString();
    }

    private static GradientComparison Compare(
        string name, NamedMatrices moved, Func<NamedMatrices, double> loss, Matrix<double> gradient, double here)
    {
        var parameter = moved[name];
        if ((gradient.RowCount, gradient.ColumnCount) != (parameter.RowCount, parameter.ColumnCount))
        {
            return GradientComparison.OfShapes(name, parameter, gradient);
        }

        var places = Places(parameter).ToArray();
        Check.That(places.Length > 0, $"{name} is empty ({Check.Shape(parameter)}): a gradient needs a number or more.");
        var yours = places.Select(place => gradient[place.Row, place.Column]).ToArray();
        var allowed = GradientComparison.Allowed(yours, here);
        var measured = places.Zip(yours, (place, expected) => Slope(parameter, place, expected, allowed, () => loss(moved))).ToArray();
        return GradientComparison.Of(name, parameter, places, yours, measured, here);
    }

    /// <summary>The slope measured with the first step, or with a smaller one that agrees better with the gradient.</summary>
    private static double Slope(Matrix<double> parameter, (int Row, int Column) place, double expected, double allowed, Func<double> loss)
    {
        var best = double.NaN;
        foreach (var step in RelativeSteps)
        {
            var slope = Slope(parameter, place.Row, place.Column, step, loss);
            if (double.IsNaN(best) || Math.Abs(slope - expected) < Math.Abs(best - expected))
            {
                best = slope;
            }

            if (Math.Abs(best - expected) <= allowed)
            {
                break;
            }
        }

        return best;
    }

    private static double Slope(Matrix<double> parameter, int row, int column, double relativeStep, Func<double> loss)
    {
        var value = parameter[row, column];
        var step = relativeStep * Math.Max(1, Math.Abs(value));
        var (up, down) = (value + step, value - step);
        parameter[row, column] = up;
        var above = loss();
        parameter[row, column] = down;
        var below = loss();
        parameter[row, column] = value;
        return (above - below) / (up - down);
    }

    private static IEnumerable<(int Row, int Column)> Places(Matrix<double> parameter)
    {
        var count = parameter.RowCount * parameter.ColumnCount;
        var chosen = count <= MostPerParameter
            ? Enumerable.Range(0, count)
            : new RandomState(0).Permutation(count).Take(MostPerParameter);
        var places = chosen.Select(index => (Row: index % parameter.RowCount, Column: index / parameter.RowCount));

        // A square one may be transposed by mistake, which is seen on places that mirror each other.
        return parameter.RowCount == parameter.ColumnCount && count > MostPerParameter
            ? places.Take(MostPerParameter / 2).SelectMany(place => new[] { place, (place.Column, place.Row) }).Distinct()
            : places;
    }
}
