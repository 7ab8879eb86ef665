using System.Text.Json.Nodes;

namespace Neurones.Charts.Tests.Figures;

public class DescentViewsTests
{
    private static readonly Figure Views = Chart.DescentViews(
        Samples.y, Samples.b, ("raw", Samples.X, Samples.Path), ("doubled", Samples.X * 2, [(1, -1), (0.5, -0.5)]));

    [Fact]
    public void The_four_views_of_a_frame_show_the_same_step()
    {
        var frame = FigureJson.Of(Views)["frames"]!.AsArray()[2]!;
        Assert.Equal("2", (string?)frame["name"]);
        var (w1, w2) = Samples.Path[2];
        var raw = frame["data"]!.AsArray().Take(frame["data"]!.AsArray().Count / 2).ToArray();

        foreach (var end in raw.Where(trace => (string?)trace!["name"] == "end"))
        {
            Assert.Equal((w1, w2), ((double)end!["x"]![0]!, (double)end["y"]![0]!));
        }

        var boundary = Named(raw, "a = 0.5");
        Assert.All(
            FigureJson.Numbers(boundary["x"]).Zip(FigureJson.Numbers(boundary["y"])),
            at => Assert.Equal(0, (w1 * at.First!.Value) + (w2 * at.Second!.Value) + Samples.b, 1e-3));

        var loss = (double)Named(raw, "now")["y"]![0]!;
        Assert.Equal(Loss(w1, w2), loss, 1e-4);
        Assert.Equal(loss, FigureJson.Numbers(Still("log loss", "scatter")[0]["y"])[2]!.Value, 1e-9);
    }

    [Fact]
    public void Each_descent_has_a_landscape_of_its_own_samples()
    {
        var surfaces = Still("log loss", "surface");
        Assert.Equal(["scene", "scene2"], surfaces.Select(surface => (string?)surface["scene"]));
        var (x, y, z) = (FigureJson.Numbers(surfaces[1]["x"]), FigureJson.Numbers(surfaces[1]["y"]), FigureJson.Grid(surfaces[1]["z"]));
        Assert.Equal(Loss(2 * x[5]!.Value, 2 * y[9]!.Value), z[9][5]!.Value, 1e-4);
    }

    [Fact]
    public void A_shorter_descent_stays_at_its_end()
    {
        var frames = FigureJson.Of(Views)["frames"]!.AsArray();
        Assert.Equal(4, frames.Count);
        var ends = frames[3]!["data"]!.AsArray().Where(trace => (string?)trace!["name"] == "end").ToArray();
        Assert.Equal([0.875, 0.875, 0.5, 0.5], ends.Select(end => (double)end!["x"]![0]!));
    }

    [Fact]
    public void A_long_descent_stays_small_and_shows_where_each_frame_has_come()
    {
        var path = Enumerable.Range(0, 5001).Select(i => (1 - (i / 5000.0), Math.Sin(i))).ToArray();
        var views = Chart.DescentViews(Samples.y, Samples.b, ("raw", Samples.X, path), ("doubled", Samples.X * 2, path));
        Assert.InRange(views.ToJson().Length, 500_000, 2_000_000);
        Assert.All(FigureJson.Of(views)["frames"]!.AsArray(), frame =>
        {
            var way = frame!["data"]!.AsArray().First(trace => (string?)trace!["name"] == "descent" && trace["type"]!.ToString() == "scatter")!;
            var (w1, w2) = path[int.Parse((string)frame["name"]!, System.Globalization.CultureInfo.InvariantCulture)];
            Assert.Equal(w1, FigureJson.Numbers(way["x"])[^1]!.Value, 1e-6);
            Assert.Equal(w2, FigureJson.Numbers(way["y"])[^1]!.Value, 1e-6);
        });
    }

    [Fact]
    public void Words_say_where_each_descent_goes() => Assert.EndsWith(
        "doubled, step 0 to 1: from w1 = 1, w2 = -1 to w1 = 0.5, w2 = -0.5; the log loss goes from 0.371 to 0.452.", Views.AltText, StringComparison.Ordinal);

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Assert.StartsWith("There is no descent", Refused(), StringComparison.Ordinal);
        Assert.StartsWith("The descent raw has no weights", Refused(("raw", Samples.X, [])), StringComparison.Ordinal);
        Assert.StartsWith("The descent raw is at w1 = NaN, w2 = 1 after step 1", Refused(("raw", Samples.X, [(0, 0), (double.NaN, 1)])), StringComparison.Ordinal);

        static string Refused(params (string, MathNet.Numerics.LinearAlgebra.Matrix<double>, IReadOnlyList<(double, double)>)[] descents) =>
            Assert.Throws<ArgumentException>(() => Chart.DescentViews(Samples.y, 0, descents)).Message;
    }

    private static double Loss(double w1, double w2) => Enumerable.Range(0, Samples.X.RowCount).Average(i =>
    {
        var z = (w1 * Samples.X[i, 0]) + (w2 * Samples.X[i, 1]) + Samples.b;
        return Math.Log(1 + Math.Exp(z)) - (Samples.y[i, 0] * z);
    });

    private static JsonNode Named(IEnumerable<JsonNode?> traces, string name) => traces.Single(trace => (string?)trace!["name"] == name)!;

    private static JsonNode[] Still(string name, string type) =>
        [.. FigureJson.Traces(Views).Where(trace => (string?)trace!["name"] == name && (string?)trace["type"] == type).Select(trace => trace!)];
}
