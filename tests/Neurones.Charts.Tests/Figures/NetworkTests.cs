using System.Globalization;
using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Tests.Figures;

public class NetworkTests
{
    [Fact]
    public void Every_weight_is_a_line_in_the_colour_of_its_sign_and_thicker_the_larger_it_is()
    {
        var lines = Lines(Chart.Network(Samples.Network));

        // Inputs stand at 10, the hidden layer at 50, the output at 90; the third neuron of W2 is -3, the largest.
        Assert.Equal(9, lines.Length);
        Assert.Equal(3, lines.Count(line => line.Color == "#0072B2"));
        var largest = lines.MaxBy(line => line.Width);
        Assert.Equal(("#0072B2", 7.0, 50.0, 90.0), (largest.Color, largest.Width, largest.From, largest.To));
        var weights = new[] { 1.5, 0.5, 0.25, 2, 1.25, 0.75, 0.5, 3, 1 };
        Assert.Equal(weights.Select(w => Math.Round(7 * Math.Ceiling(6 * w / 3) / 6, 2)).Order(), lines.Select(line => line.Width).Order());
    }

    // A trace without a place would be an empty figure to whoever runs the lesson.
    [Fact]
    public void Every_trace_has_a_place() => Assert.All(
        FigureJson.Traces(Chart.Network(Samples.Network)),
        trace => Assert.Contains(FigureJson.Numbers(trace!["x"]), x => x is not null));

    [Fact]
    public void The_mouse_finds_each_weight_with_its_name_on_its_line()
    {
        var figure = Chart.Network(Samples.Network);
        var hover = FigureJson.Traces(figure).First(trace => trace!["text"] is { } text && ((string)text[0]!).Contains('=', StringComparison.Ordinal))!;
        string[] names = ["11", "12", "21", "22", "31", "32"];
        double[] values = [1.5, -0.5, 0.25, 2, -1.25, 0.75];
        Assert.Equal(
            names.Zip(values, (name, value) => string.Create(CultureInfo.InvariantCulture, $"w<sub>{name}</sub><sup>[1]</sup> = {value}")),
            hover["text"]!.AsArray().Take(6).Select(text => (string)text!));

        // The fourth goes from the second input to the second hidden neuron.
        var circles = FigureJson.Traces(figure).First(trace => (string?)trace!["mode"] == "markers+text")!;
        var (start, end) = (Place(circles, 1), Place(circles, 3));
        var (x, y) = Place(hover, 3);
        Assert.Equal((y - start.Y) / (end.Y - start.Y), (x - start.X) / (end.X - start.X), 2);

        static (double X, double Y) Place(JsonNode trace, int i) => ((double)trace["x"]![i]!, (double)trace["y"]![i]!);
    }

    [Fact]
    public void Numbers_stand_beside_the_lines_of_a_small_network_only()
    {
        Assert.Equal(["-0.5", "-1.25", "-3", "0.25", "0.5", "0.75", "1", "1.5", "2"], Texts(Chart.Network(Samples.Network)).Where(IsNumber).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Texts(Chart.Network(Network(2, 8, 1))), IsNumber);

        static bool IsNumber(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out _);
    }

    [Fact]
    public void Neurons_have_names_and_layers_say_how_many_they_are()
    {
        var texts = Texts(Chart.Network(Samples.Network));
        Assert.Contains("x<sub>2</sub>", texts);
        Assert.Contains("a<sub>3</sub><sup>[1]</sup>", texts);
        Assert.Contains("a<sub>1</sub><sup>[2]</sup>", texts);
        Assert.Contains("hidden layer<br>n<sub>1</sub> = 3", texts);
        Assert.Contains("hidden layer 2<br>n<sub>2</sub> = 4", Texts(Chart.Network(Network(2, 3, 4, 1))));
    }

    [Fact]
    public void Few_neurons_beside_many_stand_farther_apart_and_keep_their_names()
    {
        var figure = Chart.Network(Network(2, 32, 1));
        var circles = FigureJson.Traces(figure).Where(trace => ((string?)trace!["mode"])?.StartsWith("markers", StringComparison.Ordinal) == true && (string?)trace["marker"]!["color"] == "#ececec").ToArray();
        Assert.Equal(["markers+text", "markers"], circles.Select(trace => (string)trace!["mode"]!));
        Assert.Equal(92, Distance(circles[0]!), 1e-9);
        Assert.Equal(13, Distance(circles[1]!), 1e-9);

        static double Distance(JsonNode trace) => (double)trace["y"]![1]! - (double)trace["y"]![0]!;
    }

    [Fact]
    public void Biases_are_the_weights_of_a_neuron_that_always_answers_1()
    {
        Assert.Equal(9 + 4, Lines(Chart.Network(Samples.Network, biases: true)).Length);
        Assert.Contains("b<sub>2</sub><sup>[1]</sup> = -0.2", Texts(Chart.Network(Samples.Network, biases: true)));
        Assert.Equal(2, Texts(Chart.Network(Network(2, 8, 1), biases: true)).Count(text => text == "1"));
    }

    [Fact]
    public void A_neuron_is_drawn_from_its_W_and_b()
    {
        var figure = Chart.Network(new NamedMatrices(("W", Samples.W), ("b", Matrix<double>.Build.Dense(1, 1, Samples.b))));
        Assert.Equal("A neuron and its weights", figure.Title);
        Assert.Contains("w<sub>2</sub> = -0.75", Texts(figure));
        Assert.Equal("Drawing of a neuron of 2 inputs and 1 layer with 3 parameters. Layer 1: 1 neuron, weights from -0.75 to 1.5, bias -1.25.", figure.AltText);
    }

    [Fact]
    public void A_large_network_stays_small_as_JSON_and_a_too_large_one_is_refused()
    {
        Assert.InRange(Chart.Network(Network(2, 32, 32, 1)).ToJson().Length, 1000, 300_000);
        Assert.StartsWith("A layer has 65 neurons or inputs", Refusal(Network(65, 2, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        Assert.StartsWith("The parameters have no W1, only V: pass W1, b1", Refusal(new NamedMatrices(("V", Samples.X))), StringComparison.Ordinal);
        Assert.StartsWith("b1 is missing, but W1 is 5x2: b1 must be 5x1", Refusal(new NamedMatrices(("W1", Samples.X))), StringComparison.Ordinal);
        Assert.StartsWith("b is missing, but W is 2x1: b must be 1x1", Refusal(new NamedMatrices(("W", Samples.W))), StringComparison.Ordinal);
        Assert.StartsWith(
            "W2 is 1x2, but W1 is 5x2: W2 needs 5 columns",
            Refusal(new NamedMatrices(("W1", Samples.X), ("b1", Samples.y), ("W2", Samples.W.Transpose()), ("b2", Matrix<double>.Build.Dense(1, 1)))),
            StringComparison.Ordinal);
    }

    private static string Refusal(NamedMatrices parameters) => Assert.Throws<ArgumentException>(() => Chart.Network(parameters)).Message;

    private static NamedMatrices Network(params int[] sizes) => new(Enumerable.Range(1, sizes.Length - 1).SelectMany(layer => new[]
    {
        (FormattableString.Invariant($"W{layer}"), Matrix<double>.Build.Dense(sizes[layer], sizes[layer - 1], (i, j) => Math.Sin((3 * i) + j + layer))),
        (FormattableString.Invariant($"b{layer}"), Matrix<double>.Build.Dense(sizes[layer], 1)),
    }));

    private static string[] Texts(Figure figure) =>
        [.. FigureJson.Traces(figure).Where(trace => trace!["text"] is not null).SelectMany(trace => trace!["text"]!.AsArray()).Select(text => (string)text!)];

    /// <summary>The lines that are drawn: every third place of a trace lifts the pen.</summary>
    private static (string Color, double Width, double From, double To)[] Lines(Figure figure) =>
        [.. from trace in FigureJson.Traces(figure)
            where trace!["line"] is not null
            let x = FigureJson.Numbers(trace["x"])
            from i in Enumerable.Range(0, x.Length / 3)
            select ((string)trace["line"]!["color"]!, (double)trace["line"]!["width"]!, x[3 * i]!.Value, x[(3 * i) + 1]!.Value)];
}
