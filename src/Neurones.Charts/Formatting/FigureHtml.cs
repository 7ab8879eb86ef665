using System.Net;

namespace Neurones.Charts.Formatting;

/// <summary>A figure as HTML that draws itself, offline, for hosts that can't draw plotly.js JSON.</summary>
internal static class FigureHtml
{
    private const string NoScript =
        "The figure can't be drawn: plotly.min.js is missing beside Neurones.Charts.dll. Build the solution once with Node installed (dotnet build), then restart the kernel.";

    private const string ScriptLost =
        "The figure can't be drawn: plotly.js came with the first figure of the session, whose output is gone. Restart the kernel and run the notebook again.";

    public static string Write(Figure figure, PlotlyScript plotly)
    {
        var alt = WebUtility.HtmlEncode(figure.ToString());
        if (!plotly.Exists) return $"<p><strong>{NoScript}</strong></p>\n<p>{alt}</p>\n";

        var id = $"neurones-figure-{Guid.NewGuid():N}";
        return $$"""
            {{plotly.TakeElement()}}<div id="{{id}}" role="figure" aria-label="{{alt}}"></div>
            <noscript><p>{{alt}}</p></noscript>
            <script>
            (function draw(triesLeft) {
              const element = document.getElementById("{{id}}");
              if (element && window.Plotly) {
                const figure = {{figure.ToJson()}};
                figure.layout.template.layout.font.color = getComputedStyle(element).color;
                window.Plotly.newPlot(element, figure);
              } else if (triesLeft > 0) {
                setTimeout(draw, 100, triesLeft - 1);
              } else if (element) {
                element.textContent = "{{ScriptLost}} " + element.getAttribute("aria-label");
              }
            })(100);
            </script>

            """;
    }
}
