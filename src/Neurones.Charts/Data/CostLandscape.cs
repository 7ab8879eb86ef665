using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Plotly;

namespace Neurones.Charts.Data;

/// <summary>A cost over two weights, and the heights that show it: its decimal logarithm, or itself where it isn't positive everywhere.</summary>
internal sealed class CostLandscape
{
    private readonly bool _logarithmic;

    private CostLandscape(Func<double, double, double> cost, Grid costs, Interval w1, Interval w2)
    {
        (Cost, Costs, W1, W2) = (cost, costs, w1, w2);
        CostRange = Interval.Of(Costs.Values.SelectMany(row => row));
        _logarithmic = CostRange.Min > 0;
        Heights = _logarithmic ? [.. Costs.Values.Select(row => row.Select(Math.Log10).ToImmutableArray())] : Costs.Values;
        Range = Interval.Of(Heights.SelectMany(row => row));
    }

    /// <summary>Any cost at count x count places.</summary>
    public static CostLandscape Of(Func<double, double, double> cost, (double Min, double Max) w1, (double Min, double Max) w2, int count)
    {
        ArgumentNullException.ThrowIfNull(cost);
        var (columns, rows) = (Interval.Checked(w1, nameof(w1)), Interval.Checked(w2, nameof(w2)));
        return new(cost, Grid.Of(cost, columns, rows, count), columns, rows);
    }

    /// <summary>The log loss of a neuron of two variables at count x count places.</summary>
    public static CostLandscape OfNeuron(
        Matrix<double> X, Matrix<double> y, double b, (double Min, double Max) w1, (double Min, double Max) w2, int count)
    {
        var (columns, rows) = (Interval.Checked(w1, nameof(w1)), Interval.Checked(w2, nameof(w2)));
        var (x1, x2) = (columns.Steps(count), rows.Steps(count));
        var losses = CostGrid.LogLoss(X, y, b, x1, x2);
        return new(
            (w1, w2) => CostGrid.LogLoss(X, y, b, [w1], [w2])[0, 0],
            new(x1, x2, [.. losses.EnumerateRows().Select(row => row.ToImmutableArray())]),
            columns,
            rows);
    }

    /// <summary>The cost of any two weights.</summary>
    public Func<double, double, double> Cost { get; }

    public Interval W1 { get; }

    public Interval W2 { get; }

    public Grid Costs { get; }

    /// <summary>What colours and lines follow.</summary>
    public ImmutableArray<ImmutableArray<double>> Heights { get; }

    /// <summary>The range of <see cref="Heights"/>.</summary>
    public Interval Range { get; }

    /// <summary>How far above the surface a path runs so that it is seen.</summary>
    public double Lift => 0.02 * CostRange.Length;

    private Interval CostRange { get; }

    public Contours Levels(int count)
    {
        var step = Range.Length > 0 ? Range.Length / count : 1;
        return new(Start: Range.Min + (step / 2), End: Range.Max, Size: step, Coloring: "heatmap");
    }

    /// <summary>A bar that names costs, whatever the colours follow.</summary>
    public ColorBar ColorBar(string costName)
    {
        var ticks = Range.Steps(5);
        return new ColorBar(costName)
        {
            TickVals = ticks,
            TickText = [.. ticks.Select(tick => Invariant.Text(_logarithmic ? Math.Pow(10, tick) : tick, "G2"))],
        };
    }

    public string Describe(string w1Name, string w2Name, string costName, IReadOnlyList<(double W1, double W2)> path)
    {
        var (lowest, at1, at2) = Lowest();
        var landscape = Invariant.Text($"{w1Name} from {W1}, {w2Name} from {W2}; {costName} from {CostRange}, lowest on the grid ({lowest:G3}) at {w1Name} = {at1:G3}, {w2Name} = {at2:G3}.");
        return path.Count == 0
            ? landscape
            : landscape + Invariant.Text($" The descent takes {path.Count - 1} steps from ({path[0].W1:G3}, {path[0].W2:G3}) to ({path[^1].W1:G3}, {path[^1].W2:G3}).");
    }

    private (double Cost, double W1, double W2) Lowest() =>
        (from row in Enumerable.Range(0, Costs.X2.Length)
         from column in Enumerable.Range(0, Costs.X1.Length)
         select (Costs.Values[row][column], Costs.X1[column], Costs.X2[row])).MinBy(place => double.IsNaN(place.Item1) ? double.PositiveInfinity : place.Item1);
}
