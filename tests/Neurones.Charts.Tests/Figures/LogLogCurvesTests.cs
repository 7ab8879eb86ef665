using Curve = (string Name, System.Collections.Generic.IReadOnlyList<double> Values);

namespace Neurones.Charts.Tests.Figures;

public class LogLogCurvesTests
{
    [Fact]
    public void Draws_each_curve_at_the_places_on_axes_of_powers_of_ten()
    {
        var figure = Draw([10, 100, 1000], ("loops", [0.5, 5, 50]), ("matrices", [0.25, 0.5, 1]));
        var traces = FigureJson.Traces(figure);
        var layout = FigureJson.Of(figure)["layout"]!;

        Assert.All(traces, trace => Assert.Equal([10, 100, 1000], FigureJson.Numbers(trace!["x"])));
        Assert.Equal([0.25, 0.5, 1], FigureJson.Numbers(traces[1]!["y"]));
        Assert.All(new[] { "xaxis", "yaxis" }, axis => Assert.Equal("log", (string?)layout[axis]!["type"]));
        Assert.Contains("loops: 0.5 at 10, 50 at 1000. matrices: 0.25 at 10, 1 at 1000.", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Over_many_powers_of_ten_ticks_are_few_and_written_as_powers()
    {
        var layout = FigureJson.Of(Draw([1e-15, 0.1], ("error", [0.5, 50])))["layout"]!;
        Assert.Equal((3.0, "power"), ((double?)layout["xaxis"]!["dtick"], (string?)layout["xaxis"]!["exponentformat"]));
        Assert.Equal((1.0, "none"), ((double?)layout["yaxis"]!["dtick"], (string?)layout["yaxis"]!["exponentformat"]));
    }

    [Theory]
    [InlineData("x has no values", new double[0], new double[0])]
    [InlineData("x has the value 0", new double[] { 0, 1 }, new double[] { 1, 1 })]
    [InlineData("The curve loops has the value -1", new double[] { 1, 10 }, new double[] { 1, -1 })]
    [InlineData("The curve loops has the value NaN", new double[] { 1, 10 }, new double[] { 1, double.NaN })]
    [InlineData("The curve loops has 1 values but x has 2", new double[] { 1, 10 }, new double[] { 1 })]
    public void Names_what_it_cannot_draw(string sentence, double[] x, double[] values) =>
        Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => Draw(x, ("loops", values))).Message, StringComparison.Ordinal);

    [Fact]
    public void Refuses_to_draw_nothing() =>
        Assert.Contains("no curve", Assert.Throws<ArgumentException>(() => Draw([1])).Message, StringComparison.Ordinal);

    private static Figure Draw(double[] x, params Curve[] curves) => Chart.LogLogCurves(x, curves, "m", "time (ms)");
}
