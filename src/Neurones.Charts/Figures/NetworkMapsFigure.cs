using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>The drawing of a network with a map in the place of each neuron.</summary>
internal sealed class NetworkMapsFigure
{
    private const int GridSize = 40;
    private const double Caption = 40;
    private const double Name = 22;
    private const double Right = 86;

    private readonly NetworkPlan _plan;
    private readonly LabelledPoints _points;
    private readonly string _x1;
    private readonly string _x2;
    private readonly NetworkDrawing _drawing;
    private readonly ImmutableArray<(int Layer, int Neuron)> _neurons;
    private readonly double _spacing;
    private readonly double _height;

    public NetworkMapsFigure(NetworkPlan plan, LabelledPoints points, string x1, string x2)
    {
        (_plan, _points, _x1, _x2) = (plan, points, x1, x2);
        _spacing = Math.Clamp(480.0 / plan.Sizes.Max(), 84, 150);
        _drawing = new NetworkDrawing(plan, biases: false, Caption, _spacing, Right, MapWidth);
        _height = Caption + _drawing.Height;
        _neurons = [.. Enumerable.Range(1, plan.W.Length).SelectMany(layer => Enumerable.Range(0, plan.Sizes[layer]).Select(neuron => (layer, neuron)))];
    }

    public Figure Draw(IReadOnlyDictionary<string, Matrix<double>> parameters, string title)
    {
        var (across, up) = (_points.X1.Padded(), _points.X2.Padded());
        ImmutableArray<Grid> maps = [.. Enumerable.Range(1, _plan.W.Length).SelectMany(layer =>
            Grid.OfLayer(points => DeepNetworkFunctions.ForwardPropagation(points, parameters)[Invariant.Text($"A{layer}")], across, up, GridSize))];
        var layout = Sheet.Layout(title, _height, legendEntries: 2 + _points.Classes.Length);
        var axes = new SortedDictionary<string, object>(StringComparer.Ordinal);
        for (var i = 0; i < _neurons.Length; i++)
        {
            var (x, y) = Panels.AxesOf(i + 1);
            var (columns, rows) = Domain(_neurons[i]);
            axes["xaxis" + x[1..]] = Layouts.Axis(_x1, across) with { Domain = columns, Anchor = y, Visible = false };
            axes["yaxis" + y[1..]] = Layouts.Axis(_x2, up) with { Domain = rows, Anchor = x, Visible = false };
        }

        return new Figure
        {
            Traces =
            [
                .. _drawing.Connections(),
                .. _drawing.Neurons(),
                .. Labels(),
                .. maps.SelectMany((map, i) => Points(i + 1).Prepend(Contour(map, i + 1, _plan.Name(_neurons[i].Layer, _neurons[i].Neuron)))),
            ],
            Layout = layout with { MoreAxes = axes },
            AltText = Describe(maps),
        };
    }

    private double MapHeight => _spacing - Name - 8;

    private double MapWidth => Math.Min(27, 0.68 * (Right - 10) / _plan.W.Length);

    /// <summary>The part of the sheet that a neuron's map has.</summary>
    private (ImmutableArray<double> Columns, ImmutableArray<double> Rows) Domain((int Layer, int Neuron) place)
    {
        var (x, y) = (_drawing.X(place.Layer), Middle(place));
        return (Of((x - (MapWidth / 2)) / Sheet.Width, (x + (MapWidth / 2)) / Sheet.Width), Of(1 - ((y + (MapHeight / 2)) / _height), 1 - ((y - (MapHeight / 2)) / _height)));

        static ImmutableArray<double> Of(double from, double to) => [Math.Round(from, 4), Math.Round(to, 4)];
    }

    private double Middle((int Layer, int Neuron) place) => _drawing.Y(place.Layer, place.Neuron);

    /// <summary>What stands above the layers, above the maps, and above the first input and below the second, where no line passes.</summary>
    private IEnumerable<ScatterTrace> Labels()
    {
        yield return Sheet.Texts(_plan.Sizes.Select((size, layer) => new Note(_drawing.X(layer), Caption / 2, layer == 0 ? "inputs" : layer < _plan.W.Length ? "hidden" : "output")), new Font(12));
        yield return Sheet.Texts(
            _neurons.Select(place => new Note(_drawing.X(place.Layer) - (MapWidth / 2), Middle(place) - (MapHeight / 2) - (Name / 2), _plan.Name(place.Layer, place.Neuron))),
            new Font(13),
            "middle right");
        // The circles say x1 and x2 already.
        var names = new[] { _x1, _x2 }
            .Select((name, i) => new Note(_drawing.X(0), _drawing.Y(0, i) + (i == 0 ? -34 : 34), name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()))
            .Where(note => note.Text is not ("x1" or "x2"))
            .ToArray();
        if (names.Length > 0) yield return Sheet.Texts(names, new Font(12));
    }

    private IEnumerable<Trace> Points(int panel) => ValueMap.Points(_points, _x1, _x2, size: 4, panel, showLegend: panel == 1);

    private ContourTrace Contour(Grid map, int panel, string name) => ValueMap.Of(name, map, new Interval(0, 1), line: 2) with
    {
        ShowScale = false,
        XAxis = Panels.AxesOf(panel).X,
        YAxis = Panels.AxesOf(panel).Y,
        HoverTemplate = $"{name} = %{{z:.2f}}<br>{_x1} = %{{x:.3~g}}<br>{_x2} = %{{y:.3~g}}<extra></extra>",
    };

    private string Describe(ImmutableArray<Grid> maps) =>
        Invariant.Text($"Drawing of a network {string.Join("-", _plan.Sizes)} with a map of each neuron's activation. ")
        + string.Join(" ", _neurons.Select((place, i) => Invariant.Text(
            $"Layer {place.Layer}, neuron {place.Neuron + 1}: weights {string.Join(", ", _plan.W[place.Layer - 1].Row(place.Neuron).Select(Numerals.Short))}, at least 0.5 on {maps[i].ShareFrom(0.5):P0} of its map.")))
        + " " + _points.Describe(_x1, _x2);
}
