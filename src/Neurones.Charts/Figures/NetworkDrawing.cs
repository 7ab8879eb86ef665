using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>Where the neurons of a network stand on a sheet, and what joins them.</summary>
internal sealed class NetworkDrawing
{
    private const int Thicknesses = 6;
    private const double MostWidth = 7;
    private const double Roomy = 92;

    private static readonly (double X, double Y) Nowhere = (double.NaN, double.NaN);

    private readonly NetworkPlan _plan;
    private readonly bool _biases;
    private readonly double _top;
    private readonly double _spacing;
    private readonly double _mostSpacing;
    private readonly double _right;
    private readonly double _map;

    /// <param name="plan">The network.</param>
    /// <param name="biases">Whether the biases are drawn as a further neuron that always answers 1.</param>
    /// <param name="top">Where the drawing begins on the sheet.</param>
    /// <param name="spacing">The distance of two neurons, or null for one that fits each layer.</param>
    /// <param name="right">Where the last layer stands on the sheet.</param>
    /// <param name="map">The width of the map that stands in the place of each neuron; 0 for circles.</param>
    public NetworkDrawing(NetworkPlan plan, bool biases, double top = 0, double? spacing = null, double right = 90, double map = 0)
    {
        (_right, _map) = (right, map);
        (_plan, _biases, _top) = (plan, biases, top);
        var most = plan.Sizes.Max() + (biases ? 1 : 0);
        _spacing = spacing ?? Math.Clamp(400.0 / most, 13, Roomy);
        _mostSpacing = spacing ?? Roomy;
        Height = (_spacing * most) + 6;
    }

    public double Height { get; }

    /// <summary>The width of a layer's neurons, in pixels.</summary>
    public double Size(int layer) => Math.Min(Math.Min(0.62 * Spacing(layer), 44), 200.0 / _plan.Sizes.Length);

    public double X(int layer) => 10 + (layer * (_right - 10) / (_plan.Sizes.Length - 1));

    public double Y(int layer, int neuron) => _top + (Height / 2) + ((neuron - ((Count(layer) - 1) / 2.0)) * Spacing(layer));

    private int Count(int layer) => _plan.Sizes[layer] + (_biases && layer < _plan.W.Length ? 1 : 0);

    /// <summary>Few neurons beside many stand farther apart, so that their lines do.</summary>
    private double Spacing(int layer) => Math.Clamp(0.6 * Height / Count(layer), _spacing, _mostSpacing);

    /// <summary>Lines for all weights, thick for large ones: one trace for each thickness and sign, the thick ones on top.</summary>
    public IEnumerable<ScatterTrace> Connections()
    {
        var all = Weights().ToArray();
        var largest = Math.Max(all.Max(weight => Math.Abs(weight.Value)), double.Epsilon);
        var lines = all.ToLookup(weight => (weight.Positive, Math.Max(1, (int)Math.Ceiling(Thicknesses * Math.Abs(weight.Value) / largest))));
        var thinner = Math.Clamp(8 / Math.Sqrt(_plan.W.Max(W => W.RowCount * W.ColumnCount)), 0.35, 1);
        // For the legend alone: a line through one place isn't seen.
        foreach (var positive in new[] { true, false }) yield return Lines(positive, 0.6, [all[0].Start]) with { ShowLegend = true };

        for (var thickness = 1; thickness <= Thicknesses; thickness++)
        {
            var share = (double)thickness / Thicknesses;
            foreach (var positive in new[] { true, false })
            {
                if (!lines.Contains((positive, thickness))) continue;

                yield return Lines(positive, share * thinner, lines[(positive, thickness)].SelectMany(weight => new[] { weight.Start, weight.End, Nowhere })) with
                {
                    Opacity = thinner < 0.5 ? share : null,
                };
            }
        }

        static ScatterTrace Lines(bool positive, double share, IEnumerable<(double X, double Y)> places)
        {
            var name = positive ? "weight > 0" : "weight < 0";
            return Sheet.Stroke(places, new Line(Palette.Sign(positive), Math.Round(share * MostWidth, 2))) with { Name = name, LegendGroup = name };
        }
    }

    /// <summary>Every weight and bias with its place.</summary>
    public IEnumerable<Weight> Weights()
    {
        for (var layer = 1; layer <= _plan.W.Length; layer++)
        {
            var (W, b) = (_plan.W[layer - 1], _plan.b[layer - 1]);
            for (var to = 0; to < W.RowCount; to++)
            {
                var end = (X(layer) - (_map / 2), Y(layer, to));
                var start = X(layer - 1) + (layer > 1 ? _map / 2 : 0);
                for (var from = 0; from < W.ColumnCount; from++)
                {
                    yield return new(_plan.WeightName(layer, to, from), W[to, from], (start, Y(layer - 1, from)), end);
                }

                if (_biases) yield return new(_plan.BiasName(layer, to), b[to, 0], (start, Y(layer - 1, W.ColumnCount)), end);
            }
        }
    }

    /// <summary>The circles, with their names where there's room, and what the mouse finds.</summary>
    public IEnumerable<ScatterTrace> Neurons()
    {
        var layers = Enumerable.Range(0, _map > 0 ? 1 : _plan.Sizes.Length).ToArray();
        foreach (var alike in layers.GroupBy(Size))
        {
            yield return Circles(
                alike.SelectMany(layer => Enumerable.Range(0, _plan.Sizes[layer]).Select(neuron => (layer, neuron))),
                (layer, neuron) => _plan.Name(layer, neuron),
                Palette.Node,
                alike.Key);
        }

        if (!_biases) yield break;

        foreach (var alike in layers[..^1].GroupBy(Size))
        {
            yield return Circles(alike.Select(layer => (layer, _plan.Sizes[layer])), (_, _) => "1", "#c4c4c4", alike.Key);
        }
    }

    private ScatterTrace Circles(IEnumerable<(int Layer, int Neuron)> places, Func<int, int, string> name, string color, double size)
    {
        ImmutableArray<(int Layer, int Neuron)> all = [.. places];
        var named = size >= 28;
        return new ScatterTrace
        {
            X = [.. all.Select(place => X(place.Layer))],
            Y = [.. all.Select(place => Y(place.Layer, place.Neuron))],
            Mode = named ? "markers+text" : "markers",
            Text = [.. all.Select(place => name(place.Layer, place.Neuron))],
            TextFont = new Font(Size: 12, Color: Palette.OnNode),
            Marker = new Marker(color, size, "circle", new Line(Palette.NodeLine, named ? 1.5 : 1), Opacity: 1),
            ShowLegend = false,
            ClipOnAxis = false,
            HoverTemplate = "%{text}<extra></extra>",
        };
    }
}
