namespace Neurones.Charts.Tests.Figures;

public class DescentOnCurveTests
{
    private readonly Figure _figure = Chart.DescentOnCurve(w => w * w, (-2, 2), [("good", [1.5, 0.5, 0.25]), ("too large", [1.5, -1.75])]);

    [Fact]
    public void Each_frame_adds_a_step_to_each_way_until_it_ends()
    {
        var frames = FigureJson.Of(_figure)["frames"]!.AsArray();
        Assert.Equal(["0", "1", "2"], frames.Select(frame => (string?)frame!["name"]));
        var last = frames[2]!["data"]!.AsArray();
        Assert.Equal([1.5, 0.5, 0.25], FigureJson.Numbers(last[0]!["x"]).Select(w => w!.Value));
        Assert.Equal([2.25, 0.25, 0.0625], FigureJson.Numbers(last[0]!["y"]).Select(w => w!.Value));
        Assert.Equal([1.5, -1.75], FigureJson.Numbers(last[1]!["x"]).Select(w => w!.Value));
        Assert.Equal(["x", "x2", "x", "x2"], last.Select(way => (string?)way!["xaxis"]));
    }

    [Fact]
    public void Each_frame_marks_where_each_way_is_now()
    {
        var frame = FigureJson.Of(_figure)["frames"]![2]!["data"]!.AsArray();
        Assert.Equal([("now", 0.25), ("now", -1.75)], frame.Skip(2).Select(now => ((string?)now!["name"], FigureJson.Numbers(now["x"]).Single()!.Value)));
    }

    [Fact]
    public void The_whole_way_is_there_before_play_is_pressed()
    {
        var whole = FigureJson.Traces(_figure).Where(trace => (string?)trace!["name"] == "whole descent").ToList();
        Assert.Equal([[1.5, 0.5, 0.25], [1.5, -1.75]], whole.Select(way => FigureJson.Numbers(way!["x"]).Select(w => w!.Value)));
        Assert.All(whole, way => Assert.True((double)way!["opacity"]! <= 0.5));
    }

    [Fact]
    public void A_frame_replaces_the_ways_and_leaves_the_curves()
    {
        var traces = FigureJson.Traces(_figure);
        var replaced = FigureJson.Of(_figure)["frames"]![1]!["traces"]!.AsArray().Select(index => (string?)traces[(int)index!]!["name"]);
        Assert.Equal(["descent", "descent", "now", "now"], replaced);
        Assert.Equal(["cost", "cost", "whole descent", "whole descent"], traces.Take(4).Select(trace => (string?)trace!["name"]));
    }

    [Fact]
    public void Words_say_where_each_way_ends() => Assert.EndsWith(
        "good: w goes from 1.5 to 0.25, the cost from 2.25 to 0.0625. too large: w goes from 1.5 to -1.75, the cost from 2.25 to 3.062.",
        _figure.AltText,
        StringComparison.Ordinal);

    [Fact]
    public void Nothing_to_show_is_refused()
    {
        Assert.StartsWith("There is no way to show", Assert.Throws<ArgumentException>(() => Chart.DescentOnCurve(w => w, (0, 1), [])).Message, StringComparison.Ordinal);
        Assert.StartsWith("The way slow has no weights", Assert.Throws<ArgumentException>(() => Chart.DescentOnCurve(w => w, (0, 1), [("slow", [])])).Message, StringComparison.Ordinal);
    }
}
