namespace Neurones.Charts.Formatting;

/// <summary>The MIME types that figures and progress bars are shown as.</summary>
internal static class MimeTypes
{
    public const string Plotly = "application/vnd.plotly.v1+json";
    public const string Html = "text/html";
    public const string Text = "text/plain";
}
