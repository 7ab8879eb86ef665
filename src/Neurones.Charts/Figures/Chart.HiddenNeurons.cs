using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Figures;

namespace Neurones.Charts;

public static partial class Chart
{
    private const int HiddenGrid = 40;
    private const int MostHiddenNeurons = 16;

    /// <summary>What each neuron of a hidden layer has learned: its activation everywhere around the points in colour, and the line where it is half-way.</summary>
    /// <param name="activations">The layer: from points (2, m) to the activations of its n1 neurons, (n1, m).</param>
    /// <param name="X">The points, (2, m).</param>
    /// <param name="y">Their classes, (1, m).</param>
    /// <param name="x1">The name of the first variable.</param>
    /// <param name="x2">The name of the second variable.</param>
    /// <param name="classNames">The names of the classes, that of class 0 first.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <remarks>Of more than 16 neurons the first 16 are shown. Activations that are probabilities have colours from 0 to 1, others from the lowest to the highest.</remarks>
    /// <exception cref="ArgumentException">The shapes don't fit, or a class has no name.</exception>
    public static Figure HiddenNeurons(
        Func<Matrix<double>, Matrix<double>> activations,
        Matrix<double> X,
        Matrix<double> y,
        string x1 = "x1",
        string x2 = "x2",
        IReadOnlyList<string>? classNames = null,
        string? title = null)
    {
        ArgumentNullException.ThrowIfNull(activations);
        var points = new LabelledPoints(X, y, classNames);
        if (!points.InColumns)
        {
            throw new ArgumentException(Invariant.Text($"X is {X.RowCount}x{X.ColumnCount}, but a network's points stand in columns: X must be 2xm and y 1xm; transpose both."), nameof(X));
        }

        var maps = Grid.OfLayer(activations, points.X1.Padded(), points.X2.Padded(), HiddenGrid);
        var all = maps.Length;
        maps = [.. maps.Take(MostHiddenNeurons)];
        var range = Interval.Of(maps.SelectMany(map => map.Values.SelectMany(row => row)));
        var colors = range is { Min: >= 0, Max: <= 1 } ? new Interval(0, 1) : range.Min < 0 ? new Interval(-range.Largest, range.Largest) : new Interval(0, range.Max);
        var panels = new MapPanels(points, x1, x2, "activation", colors);
        return panels.Draw(
            [.. maps.Select((map, i) => (Invariant.Text($"neuron {i + 1}"), map))],
            title ?? "What each hidden neuron has learned",
            Invariant.Text($"Maps of the activations of {maps.Length} of {all} hidden neurons. ")
                + string.Join(" ", maps.Select((map, i) => Invariant.Text($"Neuron {i + 1}: from {Interval.Of(map.Values.SelectMany(row => row))}, high on {panels.ShareOfHigh(map):P0} of the map.")))
                + " " + points.Describe(x1, x2));
    }
}
