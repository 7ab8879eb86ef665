namespace Neurones.Charts.Tests.Figures;

public class LossGapsTests
{
    private readonly Figure _figure = Chart.LossGaps([("line", 0.35, 0.375), ("large", 0.125, 1.5), ("L2", 0.25, 0.25)], "cost");

    [Fact]
    public void A_row_has_both_losses_and_the_line_between_them()
    {
        var traces = FigureJson.Traces(_figure);

        Assert.Equal(["gap", "train", "validation"], traces.Select(trace => (string?)trace!["name"]));
        Assert.Equal([0.35, 0.375, null, 0.125, 1.5, null, 0.25, 0.25, null], FigureJson.Numbers(traces[0]!["x"]));
        Assert.Equal([1, 1, null, 2, 2, null, 3, 3, null], FigureJson.Numbers(traces[0]!["y"]));
        Assert.Equal([0.35, 0.125, 0.25], FigureJson.Numbers(traces[1]!["x"]));
        Assert.Equal([0.375, 1.5, 0.25], FigureJson.Numbers(traces[2]!["x"]));
    }

    [Fact]
    public void Rows_are_named_from_the_top()
    {
        var axis = FigureJson.Of(_figure)["layout"]!["yaxis"]!;

        Assert.Equal(["line", "large", "L2"], axis["ticktext"]!.AsArray().Select(name => (string?)name));
        Assert.Equal([1, 2, 3], FigureJson.Numbers(axis["tickvals"]));
        Assert.Equal([3.5, 0.5], FigureJson.Numbers(axis["range"]));
    }

    [Fact]
    public void More_rows_are_higher() => Assert.True(
        (double)FigureJson.Of(_figure)["layout"]!["height"]! > (double)FigureJson.Of(Chart.LossGaps([("line", 0.35, 0.375)]))["layout"]!["height"]!);

    [Fact]
    public void Words_say_every_loss() => Assert.Equal(
        "The cost of 3 models on learned and on other samples. line: train 0.35, validation 0.375. large: train 0.125, validation 1.5. L2: train 0.25, validation 0.25.",
        _figure.AltText);

    [Fact]
    public void Nothing_to_show_is_refused()
    {
        Assert.StartsWith("There is no model", Assert.Throws<ArgumentException>(() => Chart.LossGaps([])).Message, StringComparison.Ordinal);
        Assert.StartsWith("The losses of wild are NaN and 1,", Assert.Throws<ArgumentException>(() => Chart.LossGaps([("wild", double.NaN, 1)])).Message, StringComparison.Ordinal);
    }
}
