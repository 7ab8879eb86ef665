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

    private static readonly (double X, double Y) Nowhere = (double.NaN, double.NaN);

    private readonly NetworkPlan _plan;
    private readonly bool _biases;
    private readonly double _top;
    private readonly double _spacing;

    /// <param name="plan">The network.</param>
    /// <param name="biases">Whether the biases are drawn as a further neuron that always answers 1.</param>
    /// <param name="top">Where the drawing begins on the sheet.</param>
    /// <param name="spacing">The distance of two neurons, or null for one that fits.</param>
    public NetworkDrawing(NetworkPlan plan, bool biases, double top = 0, double? spacing = null)
    {
        (_plan, _biases, _top) = (plan, biases, top);
        var most = plan.Sizes.Max() + (biases ? 1 : 0);
        _spacing = spacing ?? Math.Clamp(400.0 / most, 13, 92);
        Size = Math.Min(Math.Min(0.62 * _spacing, 44), 200.0 / plan.Sizes.Length);
        Height = (_spacing * most) + 6;
    }

    public double Height { get; }

    /// <summary>The width of a neuron, in pixels.</summary>
    public double Size { get; }

    /// <summary>Whether a neuron has room for its name.</summary>
    public bool Named => Size >= 28;

    public double X(int layer) => 10 + (layer * 80.0 / (_plan.Sizes.Length - 1));

    public double Y(int layer, int neuron)
    {
        var count = _plan.Sizes[layer] + (_biases && layer < _plan.W.Length ? 1 : 0);
        return _top + (Height / 2) + ((neuron - ((count - 1) / 2.0)) * _spacing);
    }

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
                var end = (X(layer), Y(layer, to));
                for (var from = 0; from < W.ColumnCount; from++)
                {
                    yield return new(_plan.WeightName(layer, to, from), W[to, from], (X(layer - 1), Y(layer - 1, from)), end);
                }

                if (_biases) yield return new(_plan.BiasName(layer, to), b[to, 0], (X(layer - 1), Y(layer - 1, W.ColumnCount)), end);
            }
        }
    }

    /// <summary>The circles, with what stands in them and what the mouse finds.</summary>
    public IEnumerable<ScatterTrace> Neurons()
    {
        yield return Circles(
            Enumerable.Range(0, _plan.Sizes.Length).SelectMany(layer => Enumerable.Range(0, _plan.Sizes[layer]).Select(neuron => (layer, neuron))),
            (layer, neuron) => _plan.Name(layer, neuron),
            Palette.Node);
        if (_biases) yield return Circles(Enumerable.Range(0, _plan.W.Length).Select(layer => (layer, _plan.Sizes[layer])), (_, _) => "1", "#c4c4c4");
    }

    private ScatterTrace Circles(IEnumerable<(int Layer, int Neuron)> places, Func<int, int, string> name, string color)
    {
        ImmutableArray<(int Layer, int Neuron)> all = [.. places];
        return new ScatterTrace
        {
            X = [.. all.Select(place => X(place.Layer))],
            Y = [.. all.Select(place => Y(place.Layer, place.Neuron))],
            Mode = Named ? "markers+text" : "markers",
            Text = [.. all.Select(place => name(place.Layer, place.Neuron))],
            TextFont = new Font(Size: 12, Color: Palette.OnNode),
            Marker = new Marker(color, Size, "circle", new Line(Palette.NodeLine, Named ? 1.5 : 1), Opacity: 1),
            ShowLegend = false,
            ClipOnAxis = false,
            HoverTemplate = "%{text}<extra></extra>",
        };
    }
}
