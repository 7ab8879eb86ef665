using System.Diagnostics.CodeAnalysis;
using Neurones.Formatting;

namespace Neurones.Charts.Formatting;

/// <summary>Shows figures in any notebook host: as plotly.js JSON where it can draw that, else as a page of its own or as text.</summary>
internal sealed class FigureFormatterSource
{
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Hosts call it on an instance.")]
    public IEnumerable<object> CreateTypeFormatters()
    {
        yield return new MimeFormatter<Figure>(MimeTypes.Plotly, figure => figure.ToJson());
        yield return new MimeFormatter<Figure>(MimeTypes.Html, figure => FigureHtml.Write(figure, PlotlyScript.OfThisSession));
        yield return new MimeFormatter<Figure>(MimeTypes.Text, figure => figure.ToString());
    }
}
