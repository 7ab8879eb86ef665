namespace Neurones.Charts.Tests.Figures;

public class GradientFieldTests
{
    private readonly Figure _figure = Chart.GradientField(Samples.Cost, Gradient, (-2, 3), (-2, 1.5));

    [Fact]
    public void Each_arrow_points_uphill_and_is_as_long_as_it_is_steep()
    {
        var strokes = FigureJson.Traces(_figure)[^2]!;
        var (x, y) = (FigureJson.Numbers(strokes["x"]), FigureJson.Numbers(strokes["y"]));
        var ratios = Enumerable.Range(0, 64).Select(i =>
        {
            // Each arrow: tail, tip, the head's three corners, and a gap.
            var (tail, tip) = ((x[6 * i]!.Value, y[6 * i]!.Value), (x[(6 * i) + 1]!.Value, y[(6 * i) + 1]!.Value));
            var (dw1, dw2) = Gradient(tail.Item1, tail.Item2);
            var (along1, along2) = (tip.Item1 - tail.Item1, tip.Item2 - tail.Item2);
            Assert.Equal(0, (along1 * dw2) - (along2 * dw1), 1e-4);
            Assert.Null(y[(6 * i) + 5]);
            return double.Hypot(along1, along2) / double.Hypot(dw1, dw2);
        }).ToArray();
        Assert.All(ratios, ratio => Assert.Equal(ratios[0], ratio, 1e-3));
        Assert.True(ratios[0] > 0);
    }

    [Fact]
    public void All_arrows_lie_inside_the_map()
    {
        var strokes = FigureJson.Traces(_figure)[^2]!;
        Assert.All(FigureJson.Numbers(strokes["x"]), x => Assert.True(x is null or (>= -2 and <= 3)));
        Assert.All(FigureJson.Numbers(strokes["y"]), y => Assert.True(y is null or (>= -2 and <= 1.5)));
    }

    [Fact]
    public void Right_angles_look_right() => Assert.Equal("x", (string?)FigureJson.Of(_figure)["layout"]!["yaxis"]!["scaleanchor"]);

    [Fact]
    public void Words_say_where_it_is_steepest() => Assert.Contains("64 arrows show the gradient, uphill; the steepest, ", _figure.AltText, StringComparison.Ordinal);

    [Fact]
    public void A_flat_cost_has_points_without_arrows() =>
        Assert.NotEmpty(FigureJson.Traces(Chart.GradientField((_, _) => 1, (_, _) => (0, 0), (0, 1), (0, 1))));

    [Fact]
    public void Its_bar_is_no_longer_than_the_plot_of_a_telephone()
    {
        var bar = FigureJson.Traces(_figure)[0]!["colorbar"]!;
        Assert.Equal(("pixels", 220), ((string?)bar["lenmode"], (int?)bar["len"]));
    }

    [Fact]
    public void Slopes_that_are_no_numbers_are_refused() => Assert.StartsWith(
        "The gradient at (0.1111, 0.1111) is (NaN, 0)",
        Assert.Throws<ArgumentException>(() => Chart.GradientField((_, _) => 1, (_, _) => (double.NaN, 0), (0, 1), (0, 1))).Message,
        StringComparison.Ordinal);

    private static (double, double) Gradient(double w1, double w2) => (2 * (w1 - 1), 6 * (w2 + 0.5));
}
