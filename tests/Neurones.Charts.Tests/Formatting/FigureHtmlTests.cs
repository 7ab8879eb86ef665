using Neurones.Charts.Formatting;

namespace Neurones.Charts.Tests.Formatting;

public sealed class FigureHtmlTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly Figure _figure = Chart.Scatter(Samples.X, Samples.y, title: "Leaves </script> & stems");

    public FigureHtmlTests() => File.WriteAllText(_file, "window.Plotly = {};");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Carries_plotly_js_once_hidden_from_module_loaders()
    {
        var plotly = new PlotlyScript(_file);

        var first = FigureHtml.Write(_figure, plotly);
        var second = FigureHtml.Write(_figure, plotly);

        Assert.Contains("(function(define, exports, module) {\nwindow.Plotly = {};\n}).call(window);", first, StringComparison.Ordinal);
        Assert.DoesNotContain("window.Plotly = {}", second, StringComparison.Ordinal);
        Assert.Contains("window.Plotly.newPlot", second, StringComparison.Ordinal);
    }

    [Fact]
    public void Fetches_nothing_and_no_text_of_a_figure_ends_the_script()
    {
        var html = FigureHtml.Write(_figure, new PlotlyScript(_file));

        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("</script>").Length - 1);
        Assert.Contains("aria-label=\"Leaves &lt;/script&gt; &amp; stems.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_each_figure_a_place_of_its_own()
    {
        var plotly = new PlotlyScript(_file);

        Assert.NotEqual(Id(FigureHtml.Write(_figure, plotly)), Id(FigureHtml.Write(_figure, plotly)));

        static string Id(string html) => html.Split("<div id=\"")[1].Split('"')[0];
    }
}
