using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>Two plots over the score z, one below the other: the errors a - y, and the prices that make up the log loss.</summary>
internal sealed class SigmoidResidualsFigure(PlaneNeuron neuron, LabelledPoints points)
{
    private const int CurveSteps = 121;

    private readonly ImmutableArray<Scored> _classes = [.. points.Classes.Select(points =>
        new Scored(points.Label, points.Name, [.. points.X1.Zip(points.X2, neuron.Z)]))];

    public Figure Make(string title)
    {
        var z = Interval.Of(_classes.SelectMany(points => points.Z)).Padded();
        var mean = _classes.SelectMany(points => points.Prices).Average();
        var (dearest, highest) = _classes
            .SelectMany(points => points.Prices, (points, price) => (points.Name, price))
            .MaxBy(sample => sample.price);
        var layout = new Panels(count: 2, columns: 1).Layout(
            title,
            plotHeight: 210,
            legendEntries: _classes.Length,
            panel => panel == 0
                ? ("Error: from the label y to the answer a", Layouts.Axis("z", z), new Axis("a, y") { Range = [-0.06, 1.06], TickVals = [0, 0.5, 1] })
                : (Invariant.Text($"Price: on average {mean:0.0000}, the log loss"), Layouts.Axis("z", z), new Axis("price") { Range = [0, 1.15 * highest] }));
        return new Figure
        {
            Traces = [.. Errors(z), .. Prices(z)],
            Layout = layout,
            AltText = Invariant.Text($"Two plots over the score z of {string.Join(" and ", _classes.Select(points => Invariant.Text($"{points.Z.Length} of {points.Name}")))}. ")
                + "Above, a line joins each at its label to the sigmoid. Below, the price of each: "
                + Invariant.Text($"on average {mean:0.0000}; the highest, {highest:G4}, is paid by one of {dearest}."),
        };
    }

    private IEnumerable<Trace> Errors(Interval z)
    {
        yield return Curve("sigmoid", z, PlaneNeuron.Sigmoid, panel: 0);
        foreach (var points in _classes)
        {
            yield return Stems(points.Z, _ => points.Label, PlaneNeuron.Sigmoid, panel: 0);
        }

        foreach (var points in _classes)
        {
            yield return Dots(points, _ => points.Label, panel: 0);
        }
    }

    private IEnumerable<Trace> Prices(Interval z)
    {
        foreach (var points in _classes)
        {
            yield return Curve($"price if {points.Name}", z, points.Price, panel: 1);
            yield return Stems(points.Z, _ => 0, points.Price, panel: 1);
        }

        foreach (var points in _classes)
        {
            yield return Dots(points, points.Price, panel: 1);
        }
    }

    private static ScatterTrace Curve(string name, Interval range, Func<double, double> height, int panel)
    {
        var z = range.Steps(CurveSteps);
        return new ScatterTrace
        {
            Name = name,
            X = z,
            Y = [.. z.Select(height)],
            Mode = "lines",
            Line = new Line(Palette.Neutral, 2) { Simplify = false },
            ShowLegend = false,
            HoverInfo = "skip",
            XAxis = Panels.AxesOf(panel).X,
            YAxis = Panels.AxesOf(panel).Y,
        };
    }

    private static ScatterTrace Stems(ImmutableArray<double> z, Func<double, double> from, Func<double, double> to, int panel) => new()
    {
        Name = panel == 0 ? "error a - y" : "price",
        X = [.. z.SelectMany(z => new[] { z, z, double.NaN })],
        Y = [.. z.SelectMany(z => new[] { from(z), to(z), double.NaN })],
        Mode = "lines",
        Line = new Line(Palette.Neutral, 1),
        ShowLegend = false,
        HoverInfo = "skip",
        XAxis = Panels.AxesOf(panel).X,
        YAxis = Panels.AxesOf(panel).Y,
    };

    private static ScatterTrace Dots(Scored points, Func<double, double> height, int panel) => new()
    {
        Name = points.Name,
        X = points.Z,
        Y = [.. points.Z.Select(height)],
        Text = [.. points.Z.Select(z => Invariant.Text($"a = {PlaneNeuron.Sigmoid(z):0.0000}<br>price {points.Price(z):0.0000}"))],
        Mode = "markers",
        Marker = Palette.Class(points.Label, size: 7) with { Opacity = 0.8 },
        ClipOnAxis = false,
        ShowLegend = panel == 0,
        XAxis = Panels.AxesOf(panel).X,
        YAxis = Panels.AxesOf(panel).Y,
        HoverTemplate = "z = %{x:.4~g}<br>%{text}",
    };

    /// <summary>The scores of one class.</summary>
    private sealed record Scored(int Label, string Name, ImmutableArray<double> Z)
    {
        public IEnumerable<double> Prices => Z.Select(Price);

        /// <summary>-log of the probability that the score z gives to this class: log(1 + exp(z)) for class 0, log(1 + exp(-z)) for class 1.</summary>
        public double Price(double z)
        {
            var wrongness = Label == 0 ? z : -z;
            return Math.Max(wrongness, 0) + Math.Log(1 + Math.Exp(-Math.Abs(wrongness)));
        }
    }
}
