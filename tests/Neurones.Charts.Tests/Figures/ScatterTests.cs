using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Tests.Figures;

public class ScatterTests
{
    [Fact]
    public void Draws_each_class_in_its_own_colour_and_symbol()
    {
        var traces = FigureJson.Traces(Chart.Scatter(Samples.X, Samples.y, classNames: ["harmless", "toxic"]));

        Assert.Equal(["harmless", "toxic"], traces.Select(trace => (string?)trace!["name"]));
        Assert.All(traces, trace => Assert.Equal("markers", (string?)trace!["mode"]));
        Assert.Equal([0, 1, 0.5], FigureJson.Numbers(traces[0]!["x"]));
        Assert.Equal([0, 2, 3.25], FigureJson.Numbers(traces[0]!["y"]));
        Assert.Equal([3, 4], FigureJson.Numbers(traces[1]!["x"]));
        Assert.Equal(2, traces.Select(trace => (string?)trace!["marker"]!["color"]).Distinct().Count());
        Assert.Equal(2, traces.Select(trace => (string?)trace!["marker"]!["symbol"]).Distinct().Count());
    }

    [Fact]
    public void Says_in_words_what_it_draws()
    {
        var figure = Chart.Scatter(Samples.X, Samples.y, "length", "width", ["harmless", "toxic"]);

        Assert.Equal("Scatter plot of 5 points: 3 of harmless, 2 of toxic; length from 0 to 4, width from 0 to 4.", figure.AltText);
    }

    [Fact]
    public void Draws_a_line_among_the_points()
    {
        var figure = Chart.Scatter(Samples.X, Samples.y, line: x1 => (2 * x1) - 1);

        var line = FigureJson.Traces(figure).Single(trace => (string?)trace!["mode"] == "lines")!;
        Assert.All(FigureJson.Numbers(line["x"]).Zip(FigureJson.Numbers(line["y"])), place =>
            Assert.Equal((2 * place.First!.Value) - 1, place.Second!.Value, 1e-5));
        Assert.EndsWith("A line goes from (0, -1) to (4, 7).", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_a_class_the_same_colour_in_every_figure()
    {
        Figure[] figures =
        [
            Chart.Scatter(Samples.X, Samples.y),
            Chart.DecisionBoundary(Samples.Predict, Samples.X, Samples.y),
            Chart.SigmoidSurface(Samples.W, Samples.b, Samples.X, Samples.y),
            Chart.TrainingAnimation(Samples.X, Samples.y, Samples.History(3)),
        ];

        foreach (var name in new[] { "class 0", "class 1" })
        {
            var colours = figures.SelectMany(figure => FigureJson.Traces(figure))
                .Where(trace => (string?)trace!["name"] == name)
                .Select(trace => (string?)trace!["marker"]!["color"]);
            Assert.Single(colours.Distinct());
        }
    }

    [Fact]
    public void Refuses_shapes_that_do_not_fit_and_names_them()
    {
        var wide = Matrix<double>.Build.Dense(5, 3);

        Assert.Contains("X is 5x3", Assert.Throws<ArgumentException>(() => Chart.Scatter(wide, Samples.y)).Message, StringComparison.Ordinal);
        Assert.Contains("y is 5x3, but X is 5x2", Assert.Throws<ArgumentException>(() => Chart.Scatter(Samples.X, wide)).Message, StringComparison.Ordinal);
        Assert.Contains("y contains 0.5", Assert.Throws<ArgumentException>(() => Chart.Scatter(Samples.X, Samples.y * 0.5)).Message, StringComparison.Ordinal);
        Assert.Contains("classNames has 1 names", Assert.Throws<ArgumentException>(() => Chart.Scatter(Samples.X, Samples.y, classNames: ["one"])).Message, StringComparison.Ordinal);
    }
}
