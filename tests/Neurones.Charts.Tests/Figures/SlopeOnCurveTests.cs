namespace Neurones.Charts.Tests.Figures;

public class SlopeOnCurveTests
{
    private readonly Figure _figure = Chart.SlopeOnCurve(w => w * w * w, (-1, 2), at: 1, [1, 0.5], "w", "cost");

    [Fact]
    public void Each_step_draws_the_line_through_its_two_points()
    {
        var data = FigureJson.Of(_figure)["frames"]!.AsArray().Select(frame => frame!["data"]!.AsArray()).ToArray();
        var points = data[1][2]!;
        Assert.Equal([0.5, 1.5], FigureJson.Numbers(points["x"]).Select(x => x!.Value));
        Assert.Equal([0.125, 3.375], FigureJson.Numbers(points["y"]).Select(y => y!.Value));

        // (3.375 - 0.125) / 1 = 3.25, from end to end.
        Assert.Equal([-1.0, 2.0], FigureJson.Numbers(data[1][1]!["x"]).Select(x => x!.Value));
        Assert.Equal([0.125 - (1.5 * 3.25), 0.125 + (1.5 * 3.25)], FigureJson.Numbers(data[1][1]!["y"]).Select(y => y!.Value));
    }

    [Fact]
    public void Rise_run_and_slope_are_written() => Assert.Equal(
        ["rise 8.0000, run 2 slope 4.0000", "rise 3.2500, run 1 slope 3.2500"],
        Enumerable.Range(0, 2).Select(step => Steps.Plain(Steps.Texts(_figure, step).Single())));

    [Fact]
    public void A_frame_leaves_the_curve() =>
        Assert.DoesNotContain(0, FigureJson.Of(_figure)["frames"]![1]!["traces"]!.AsArray().Select(index => (int)index!));

    [Fact]
    public void Words_say_the_slopes() => Assert.EndsWith(
        "closer and closer to w = 1. h = 1: slope 4.0000, h = 0.5: slope 3.2500.", _figure.AltText, StringComparison.Ordinal);

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Assert.StartsWith("at is 3, but the range goes from 0 to 1", Refusal(3, 1), StringComparison.Ordinal);
        Assert.StartsWith("There is no h", Refusal(0.5), StringComparison.Ordinal);
        Assert.StartsWith("An h is 0:", Refusal(0.5, 0.1, 0), StringComparison.Ordinal);

        static string Refusal(double at, params double[] steps) => Assert.Throws<ArgumentException>(() => Chart.SlopeOnCurve(w => w, (0, 1), at, steps)).Message;
    }
}
