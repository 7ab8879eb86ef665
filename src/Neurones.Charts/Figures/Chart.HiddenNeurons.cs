using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    private const int HiddenGrid = 40;
    private const int MostHiddenNeurons = 16;
    private const double HiddenLegend = 78;

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
        var columns = maps.Length <= 4 ? Math.Min(maps.Length, 2) : maps.Length <= 9 ? 3 : 4;
        var layout = new Panels(maps.Length, columns, gap: 0.1, axisHeight: 6).Layout(
            title ?? "What each hidden neuron has learned",
            plotHeight: columns < 3 ? 200 : columns == 3 ? 150 : 110,
            legendEntries: points.Classes.Length,
            panel => (
                Invariant.Text($"neuron {panel + 1}"),
                Layouts.Axis(x1, points.X1.Padded()) with { NTicks = 4, Visible = panel + columns >= maps.Length ? null : false },
                Layouts.Axis(x2, points.X2.Padded()) with { NTicks = 4, Visible = panel % columns == 0 ? null : false }));
        return new Figure
        {
            Traces = [.. maps.SelectMany((map, panel) => PointTraces(points, x1, x2).Cast<ScatterTrace>()
                .Select(trace => OnPanel(trace with { Marker = trace.Marker! with { Size = 5, Line = new Line("rgba(255,255,255,0.7)", 0.5) }, ShowLegend = panel == 0, LegendGroup = trace.Name }, panel)).Prepend(Map(map, panel)))],
            Layout = layout with { Height = layout.Height + HiddenLegend, Margin = layout.Margin with { B = layout.Margin.B + HiddenLegend } },
            AltText = Invariant.Text($"Maps of the activations of {maps.Length} of {all} hidden neurons. ")
                + string.Join(" ", maps.Select((map, i) => Invariant.Text($"Neuron {i + 1}: from {Interval.Of(map.Values.SelectMany(row => row))}, high on {Share(map):P0} of the map.")))
                + " " + points.Describe(x1, x2),
        };

        double Middle() => (colors.Min + colors.Max) / 2;

        double Share(Grid map) => map.Values.Average(row => row.Average(a => a >= Middle() ? 1.0 : 0.0));

        Trace Map(Grid map, int panel) => new ContourTrace
        {
            Name = Invariant.Text($"neuron {panel + 1}"),
            X = map.X1,
            Y = map.X2,
            Z = map.Values,
            ZMin = colors.Min,
            ZMax = colors.Max,
            ColorScale = Palette.Probability,
            Contours = new Contours(Start: Middle(), End: Middle(), Size: 1, Coloring: "heatmap"),
            Line = new Line(Palette.Neutral, 2),
            ShowScale = panel == 0,
            ColorBar = panel == 0 ? ColorBar.Below("activation", distance: 44) with { TickVals = colors.Steps(3) } : null,
            XAxis = Panels.AxesOf(panel).X,
            YAxis = Panels.AxesOf(panel).Y,
            HoverTemplate = Invariant.Text($"neuron {panel + 1}<br>{x1} = %{{x:.3~g}}<br>{x2} = %{{y:.3~g}}<br>activation %{{z:.2f}}<extra></extra>"),
        };

        static ScatterTrace OnPanel(ScatterTrace trace, int panel) => trace with { XAxis = Panels.AxesOf(panel).X, YAxis = Panels.AxesOf(panel).Y };
    }
}
