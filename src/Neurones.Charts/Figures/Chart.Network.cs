using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Figures;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    private const double CaptionHeight = 40;
    private const int MostNumbers = 14;

    /// <summary>
    /// A network as circles and lines: a line is as thick as its weight is large; its colour says whether the weight is
    /// positive, which raises the next neuron's activation, or negative. Under the mouse every line tells its number.
    /// </summary>
    /// <param name="parameters">The weights W1 (n1, n0), b1 (n1, 1), W2 (n2, n1), b2, ..., such as the Parameters of a trained network; or W (n, 1) and b of a neuron.</param>
    /// <param name="biases">Whether the biases are drawn too, as weights of a neuron that always answers 1.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There is no W1, the shapes don't fit together, or a layer has more than 64 neurons.</exception>
    public static Figure Network(IReadOnlyDictionary<string, Matrix<double>> parameters, bool biases = false, string? title = null)
    {
        var plan = new NetworkPlan(parameters);
        var drawing = new NetworkDrawing(plan, biases, CaptionHeight);
        var weights = drawing.Weights().ToArray();
        return new Figure
        {
            Traces = [.. drawing.Connections(), Hover(weights), .. Numbers(weights), .. drawing.Neurons(), Sheet.Texts(plan.Sizes.Select(Caption), new Font(12))],
            Layout = Sheet.Layout(title ?? (plan.IsNeuron ? "A neuron and its weights" : $"A network {string.Join("-", plan.Sizes)} and its weights"), CaptionHeight + drawing.Height, legendEntries: 2),
            AltText = Describe(plan),
        };

        Note Caption(int size, int layer) => new(drawing.X(layer), CaptionHeight / 2, Invariant.Text(
            $"{Kind(layer)}<br>n<sub>{layer}</sub> = {size}"));

        string Kind(int layer) => layer == 0 ? "inputs" : layer == plan.W.Length ? "output" : plan.W.Length switch
        {
            2 => "hidden layer",
            3 => Invariant.Text($"hidden layer {layer}"),
            _ => "hidden",
        };
    }

    /// <summary>What the mouse finds near the start of each line, where few lines cross.</summary>
    private static ScatterTrace Hover(Weight[] weights) => new()
    {
        X = [.. weights.Select(weight => Math.Round(weight.At(0.36).X, 2))],
        Y = [.. weights.Select(weight => Math.Round(weight.At(0.36).Y, 2))],
        Text = [.. weights.Select(weight => Invariant.Text($"{weight.Name} = {weight.Value:G4}"))],
        Mode = "markers",
        Marker = new Marker(Palette.Transparent, 12, "circle"),
        ShowLegend = false,
        HoverTemplate = "%{text}<extra></extra>",
    };

    /// <summary>Where they are few, the numbers stand by their lines.</summary>
    private static IEnumerable<ScatterTrace> Numbers(Weight[] weights) => weights.Length > MostNumbers
        ? []
        : Weight.Numbers(weights).GroupBy(number => number.Weight.Positive)
            .Select(sign => Sheet.Texts(sign.Select(number => number.Number), new Font(12, Palette.Sign(sign.Key))));

    private static string Describe(NetworkPlan plan)
    {
        var count = plan.W.Zip(plan.b, (W, b) => (W.RowCount * W.ColumnCount) + b.RowCount).Sum();
        var layers = plan.W.Select((W, i) => Invariant.Text(
            $"Layer {i + 1}: {Numerals.Count(W.RowCount, "neuron")}, weights {Range(W)}, {(W.RowCount == 1 ? "bias" : "biases")} {Range(plan.b[i])}."));
        return Invariant.Text($"Drawing of a {(plan.IsNeuron ? "neuron" : "network")} of {Numerals.Count(plan.Sizes[0], "input")} and {Numerals.Count(plan.W.Length, "layer")} with {count} parameters. {string.Join(" ", layers)}");

        static string Range(Matrix<double> values) => values.RowCount * values.ColumnCount == 1 ? Invariant.Text($"{values[0, 0]:G3}") : Invariant.Text($"from {Interval.Of(values.Enumerate())}");
    }
}
