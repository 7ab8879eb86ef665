using System.Text.Json.Nodes;

namespace Neurones.Charts.Tests.Figures;

public class BooleanFunctionsTests
{
    private readonly Figure _figure = Chart.BooleanFunctions();

    [Fact]
    public void Each_plot_has_the_four_corners_with_the_answers_of_its_function()
    {
        var answers = Enumerable.Range(0, 16).Select(panel => string.Concat(Corners(panel).OrderBy(c => (c.X1, c.X2)).Select(c => c.Answer)));
        Assert.Equal(Enumerable.Range(0, 16).Select(number => number.ToString("b4", null)), answers);
    }

    [Fact]
    public void Each_line_has_all_corners_of_one_answer_on_one_side_and_touches_none()
    {
        foreach (var panel in Enumerable.Range(0, 16).Where(panel => Line(panel) is not null))
        {
            var (x, y) = (FigureJson.Numbers(Line(panel)!["x"]), FigureJson.Numbers(Line(panel)!["y"]));
            var sides = Corners(panel)
                .Select(c => (c.Answer, Side: ((x[1] - x[0]) * (c.X2 - y[0])) - ((y[1] - y[0]) * (c.X1 - x[0]))))
                .ToLookup(c => c.Answer, c => Math.Sign(Math.Round(c.Side!.Value, 6)));
            Assert.Single(sides[0].Distinct());
            Assert.Equal([-sides[0].First()], sides[1].Distinct());
            Assert.NotEqual(0, sides[0].First());
        }
    }

    [Fact]
    public void All_but_XOR_and_XNOR_are_coloured_as_they_answer_and_all_but_the_constant_ones_too_have_a_line()
    {
        Assert.Equal([6, 9], Enumerable.Range(0, 16).Where(panel => Map(panel) is null));
        Assert.Equal([0, 6, 9, 15], Enumerable.Range(0, 16).Where(panel => Line(panel) is null));
        foreach (var panel in Enumerable.Range(0, 16).Where(panel => Map(panel) is not null))
        {
            var (ends, z) = (FigureJson.Numbers(Map(panel)!["x"]), FigureJson.Grid(Map(panel)!["z"]));
            Assert.All(Corners(panel), corner =>
            {
                var (u, v) = ((corner.X1 - ends[0]) / (ends[1] - ends[0]), (corner.X2 - ends[0]) / (ends[1] - ends[0]));
                var value = ((1 - v) * (((1 - u) * z[0][0]) + (u * z[0][1]))) + (v * (((1 - u) * z[1][0]) + (u * z[1][1])));
                Assert.Equal(corner.Answer == 1, value > 0);
            });
        }
    }

    [Fact]
    public void Titles_and_words_name_what_one_unit_cannot_do()
    {
        var titles = FigureJson.Of(_figure)["layout"]!["annotations"]!.AsArray().Select(title => (string?)title!["text"]).ToArray();
        Assert.Equal("AND", titles[1]);
        Assert.Equal(("<b>XOR<br>✗ no line</b>", "<b>XNOR<br>✗ no line</b>"), (titles[6], titles[9]));
        Assert.Contains("AND (x1 + x2 >= 2)", _figure.AltText, StringComparison.Ordinal);
        Assert.EndsWith("No single unit computes XOR or XNOR.", _figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_legend_says_once_what_the_colours_mean() => Assert.Equal(
        ["answer 0", "answer 1"],
        FigureJson.Traces(_figure).Where(trace => (bool?)trace!["showlegend"] != false && trace["z"] is null).Select(trace => (string?)trace!["name"]));

    private IEnumerable<JsonNode> InPlot(int panel) => FigureJson.Traces(_figure)
        .Where(trace => (string?)trace!["xaxis"] == (panel == 0 ? "x" : FormattableString.Invariant($"x{panel + 1}")))!;

    private JsonNode? Line(int panel) => InPlot(panel).SingleOrDefault(trace => (string?)trace["mode"] == "lines");

    private JsonNode? Map(int panel) => InPlot(panel).SingleOrDefault(trace => (string?)trace["type"] == "contour");

    private IEnumerable<(double X1, double X2, int Answer)> Corners(int panel) =>
        from trace in InPlot(panel)
        where (string?)trace["mode"] == "markers"
        from corner in FigureJson.Numbers(trace["x"]).Zip(FigureJson.Numbers(trace["y"]))
        select (corner.First!.Value, corner.Second!.Value, (string?)trace["name"] == "answer 1" ? 1 : 0);
}
