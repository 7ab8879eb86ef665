using System.Text.Json.Nodes;
using Neurones.Player.Notebooks;

namespace Neurones.Player.Tests.Notebooks;

public class FigureCheckTests
{
    [Theory]
    [InlineData("""{"data":[{"type":"scatter","x":[1,2],"y":[3,null]}]}""")]
    [InlineData("""{"data":[{"y":[0]}],"layout":{}}""")]
    [InlineData("""{"data":[{"type":"surface","z":[[null,1],[2,3]]}]}""")]
    [InlineData("""{"data":[{"type":"bar","x":["a"],"y":[0]}]}""")]
    [InlineData("""{"data":[{"type":"heatmap","z":{"dtype":"f8","bdata":"AAAAAAAA8D8=","shape":"1,1"}}]}""")]
    [InlineData("""{"data":[{"type":"parcoords","dimensions":[{"values":[1,2]}]}]}""")]
    [InlineData("""{"data":[{"type":"indicator","value":0.9}]}""")]
    [InlineData("""{"data":[{"type":"image","source":"data:image/png;base64,AA=="}]}""")]
    [InlineData("""{"data":[{"x":[1]},{"x":[],"y":[]}],"frames":[{"data":[{"x":[],"y":[]}],"traces":[1]},{"data":[{"x":[3],"y":[4]}],"traces":[1]}]}""")]
    [InlineData("""{"data":[{"x":[]}],"frames":[{"data":[{"x":[3]}]}]}""")]
    public void A_figure_with_something_to_draw_passes(string figure) => Assert.Null(FigureCheck.FigureProblem(JsonNode.Parse(figure)));

    [Theory]
    [InlineData("null", "no traces")]
    [InlineData("{}", "no traces")]
    [InlineData("""{"data":[]}""", "no traces")]
    [InlineData("""{"data":[{"type":"scatter"}]}""", "trace 1 (scatter) has no data")]
    [InlineData("""{"data":[{"x":[],"y":[]}]}""", "trace 1 (scatter) has no value in x")]
    [InlineData("""{"data":[{"x":[1],"y":[2]},{"name":"test","x":[1,2],"y":[null,null]}]}""", "trace 2 (test) has no value in y")]
    [InlineData("""{"data":[{"type":"surface","z":[["NaN","Infinity"],[null,null]]}]}""", "trace 1 (surface) has no value in z")]
    [InlineData("""{"data":[{"type":"heatmap","z":{"dtype":"f8","bdata":"AAAAAAAA+H8="}}]}""", "trace 1 (heatmap) has no value in z")]
    [InlineData("""{"data":[{"type":"surface","z":{"dtype":"f4","bdata":""}}]}""", "trace 1 (surface) has no value in z")]
    [InlineData("""{"data":[{"type":"table","cells":{"values":[[]]}}]}""", "trace 1 (table) has no data")]
    [InlineData("""{"data":[{"x":[1]},{"x":[]}],"frames":[{"data":[{"x":[3]}],"traces":[0]},{"data":[{"x":[]}],"traces":[1]}]}""", "trace 2 (scatter) has no value in x")]
    [InlineData("""{"data":[{"x":[1]},{"x":[]}],"frames":[{"data":[{"x":[3]}]},{"name":"2"}]}""", "trace 2 (scatter) has no value in x")]
    public void An_empty_figure_is_told_apart(string figure, string problem) => Assert.Contains(problem, FigureCheck.FigureProblem(JsonNode.Parse(figure)), StringComparison.Ordinal);

    [Fact]
    public void Every_figure_among_the_outputs_is_counted_and_checked()
    {
        var outputs = (JsonArray)JsonNode.Parse("""
            [{"output_type":"stream","name":"stdout","text":["x"]},
             {"output_type":"display_data","data":{"application/vnd.plotly.v1+json":{"data":[{"y":[1]}]}}},
             {"output_type":"execute_result","data":{"application/vnd.plotly.v1+json":{"data":[]}}}]
            """)!;
        Assert.Equal(2, FigureCheck.Figures(outputs).Count());
        Assert.NotNull(FigureCheck.Problem(outputs));
        outputs.RemoveAt(2);
        Assert.Null(FigureCheck.Problem(outputs));
    }
}
