namespace Neurones.Charts.Tests.Figures;

public class DescentPathsTests
{
    private static readonly IReadOnlyList<(double, double)> Long = [(-1.5, -1.75), (-0.5, -1), (0.5, -0.75), (0.75, -0.625), (0.875, -0.5)];
    private static readonly IReadOnlyList<(double, double)> Short = [(-1.5, -1.75), (0.5, 0.5), (1, -0.5)];

    private readonly Figure _figure = Chart.DescentPaths(Samples.Cost, (-2, 3), (-2, 1.5), [("all", Short), ("8", Long)]);

    [Fact]
    public void Descents_of_other_lengths_take_the_same_time()
    {
        var frames = FigureJson.Of(_figure)["frames"]!.AsArray();

        Assert.Equal(["0 %", "25 %", "50 %", "75 %", "100 %"], frames.Select(frame => (string?)frame!["name"]));
        Assert.Equal([1, 1, 2, 3, 3], frames.Select(frame => FigureJson.Numbers(frame!["data"]![0]!["x"]).Length));
        Assert.Equal([1, 2, 3, 4, 5], frames.Select(frame => FigureJson.Numbers(frame!["data"]![1]!["x"]).Length));
        Assert.Equal([(0.5, 0.5), (0.5, -0.75)], frames[2]!["data"]!.AsArray().Skip(2).Select(now => (FigureJson.Numbers(now!["x"]).Single()!.Value, FigureJson.Numbers(now["y"]).Single()!.Value)));
    }

    [Fact]
    public void Descents_of_the_same_length_go_step_by_step()
    {
        var figure = Chart.DescentPaths(Samples.Cost, (-2, 3), (-2, 1.5), [("slow", Short), ("fast", [(0, 0), (1, 1), (2, 2)])]);

        var frames = FigureJson.Of(figure)["frames"]!.AsArray();
        Assert.Equal(["0", "1", "2"], frames.Select(frame => (string?)frame!["name"]));
        Assert.Equal([-1.5, 0.5, 1], FigureJson.Numbers(frames[2]!["data"]![0]!["x"]).Select(w => w!.Value));
    }

    [Fact]
    public void The_whole_descents_are_there_before_play_is_pressed()
    {
        var whole = FigureJson.Traces(_figure).Skip(1).Take(2).ToArray();

        Assert.Equal([[-1.5, 0.5, 1], [-1.5, -0.5, 0.5, 0.75, 0.875]], whole.Select(way => FigureJson.Numbers(way!["x"]).Select(w => w!.Value)));
        Assert.All(whole, way => Assert.True((double)way!["opacity"]! < 0.5));
    }

    [Fact]
    public void A_click_on_a_name_hides_all_of_its_descent()
    {
        var traces = FigureJson.Traces(_figure).Skip(1).ToArray();

        Assert.Equal(["all", "8", "all", "8", "all", "8"], traces.Select(trace => (string?)trace!["legendgroup"]));
        Assert.Equal(["all", "8"], traces.Where(trace => (bool?)trace!["showlegend"] != false).Select(trace => (string?)trace!["name"]));
        Assert.Equal(2, traces.Select(trace => (string?)(trace!["line"]?["color"] ?? trace["marker"]!["color"])).Distinct().Count());
        Assert.Equal(2, traces.Skip(4).Select(trace => (string?)trace!["marker"]!["symbol"]).Distinct().Count());
    }

    [Fact]
    public void A_frame_replaces_the_descents_and_leaves_the_map()
    {
        var traces = FigureJson.Traces(_figure);
        Assert.Equal("contour", (string?)traces[0]!["type"]);
        Assert.Equal([3, 4, 5, 6], FigureJson.Of(_figure)["frames"]![1]!["traces"]!.AsArray().Select(index => (int)index!));
        Assert.Equal(7, traces.Count);
    }

    [Fact]
    public void A_long_descent_is_drawn_with_fewer_points_and_ends_where_it_ends()
    {
        var steps = Enumerable.Range(0, 20_001).Select(i => (i / 20_000.0, -i / 20_000.0)).ToArray();
        var figure = Chart.DescentPaths(Samples.Cost, (-2, 3), (-2, 1.5), [("1", steps)]);

        var last = FigureJson.Numbers(FigureJson.Of(figure)["frames"]!.AsArray()[^1]!["data"]![0]!["x"]);
        Assert.Equal((600, 0, 1), (last.Length, last[0]!.Value, last[^1]!.Value));
        Assert.True(figure.ToJson().Length < 700_000);
        Assert.Contains("20000 steps", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void One_place_is_a_descent_too() =>
        Assert.Single(FigureJson.Of(Chart.DescentPaths(Samples.Cost, (-2, 3), (-2, 1.5), [("start", [(0, 0)])]))["frames"]!.AsArray());

    [Fact]
    public void Words_say_where_each_descent_ends() => Assert.EndsWith(
        "all: 2 steps from (-1.5, -1.75) to (1, -0.5). 8: 4 steps from (-1.5, -1.75) to (0.875, -0.5).", _figure.AltText, StringComparison.Ordinal);

    [Fact]
    public void Nothing_to_show_is_refused()
    {
        Assert.StartsWith("There is no descent", Refused([]), StringComparison.Ordinal);
        Assert.StartsWith("The descent slow has no weights", Refused([("slow", [])]), StringComparison.Ordinal);

        static string Refused(IReadOnlyList<(string, IReadOnlyList<(double, double)>)> paths) =>
            Assert.Throws<ArgumentException>(() => Chart.DescentPaths(Samples.Cost, (0, 1), (0, 1), paths)).Message;
    }
}
