namespace Neurones.Charts.Tests.Figures;

public class NetworkFiguresTests
{
    [Fact]
    public void Activation_functions_and_their_derivatives_are_drawn_in_four_plots()
    {
        var traces = FigureJson.Traces(Chart.ActivationFunctions());
        Assert.Equal(["x", "x", "x2", "x2", "x3", "x3", "x4", "x4"], traces.Select(trace => (string?)trace!["xaxis"]));
        foreach (var (function, slope) in traces.Chunk(2).Select(pair => (pair[0]!, pair[1]!)))
        {
            // Each derivative is the slope of its function, but where a function jumps or bends.
            var (z, a, da) = (FigureJson.Numbers(function["x"]), FigureJson.Numbers(function["y"]), FigureJson.Numbers(slope["y"]));
            for (var i = 1; i + 1 < z.Length; i++)
            {
                if (Math.Abs(z[i]!.Value) < 0.06) continue;

                Assert.Equal((a[i + 1]!.Value - a[i - 1]!.Value) / (z[i + 1]!.Value - z[i - 1]!.Value), da[i]!.Value, 1e-3);
            }
        }

        var layout = FigureJson.Of(Chart.ActivationFunctions())["layout"]!;
        Assert.All(new[] { "xaxis", "yaxis", "xaxis4", "yaxis4" }, axis => Assert.NotNull(layout[axis]!["title"]!["text"]));
    }

    [Fact]
    public void Gradient_sizes_are_the_means_of_each_layer()
    {
        var figure = Chart.GradientSizes([("sigmoid", Samples.Gradients(0.25)), ("tanh", Samples.Gradients(1))], "Two activations");
        var traces = FigureJson.Traces(figure);
        Assert.Equal([0.0625, 0.25, 1], FigureJson.Numbers(traces[0]!["y"]).Select(value => value!.Value));
        Assert.Equal([1, 1, 1], FigureJson.Numbers(traces[1]!["y"]).Select(value => value!.Value));
        Assert.Equal("log", (string?)FigureJson.Of(figure)["layout"]!["yaxis"]!["type"]);
        Assert.Equal("Two activations", (string?)FigureJson.Of(figure)["layout"]!["title"]!["text"]);
        Assert.Contains("sigmoid: from 0.0625 in layer 1 to 1 in layer 3.", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradients_of_no_network_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.GradientSizes([("mine", new NamedMatrices(("dw", Samples.X)))]));
        Assert.Equal("The gradients of mine have no dW1, only dw 5x2: pass what Gradients(X, y) of a network returns.", error.Message);
        Assert.Throws<ArgumentException>(() => Chart.GradientSizes(Array.Empty<(string, NamedMatrices)>()));
    }

    [Fact]
    public void Gradients_of_a_model_of_layers_are_drawn_for_the_layers_with_weights()
    {
        var model = new Sequential([2]) { new Dense(3), new Tanh(), new Dense(1), new Sigmoid() };
        var gradients = model.Gradients(Samples.X, Samples.y);
        var trace = FigureJson.Traces(Chart.GradientSizes([("mine", gradients)])).Single()!;

        Assert.Equal([1, 2], FigureJson.Numbers(trace["x"]).Select(layer => layer!.Value));
        Assert.Equal(
            new[] { "d1.Dense.W", "d3.Dense.W" }.Select(name => gradients[name].Values.ToArray().Average(dw => Math.Abs((double)dw))),
            FigureJson.Numbers(trace["y"]).Select(size => size!.Value),
            (expected, actual) => Math.Abs(expected - actual) < 1e-6);
    }

    [Fact]
    public void Gradients_of_a_model_without_weights_are_refused()
    {
        var model = new Sequential([1]) { new Sigmoid() };
        var error = Assert.Throws<ArgumentException>(() => Chart.GradientSizes([("mine", model.Gradients(Samples.y, Samples.y))]));
        Assert.StartsWith("The gradients of mine have no weights", error.Message, StringComparison.Ordinal);
    }
}
