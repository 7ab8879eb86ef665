using System.Diagnostics.CodeAnalysis;
using System.Net;
using Neurones.Formatting;

namespace Neurones.Exercises;

/// <summary>Shows verdicts in any notebook host: a note with a coloured edge, or one line of text.</summary>
internal sealed class VerdictFormatterSource
{
    public const string Html = "text/html";
    public const string Text = "text/plain";

    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Hosts call it on an instance.")]
    public IEnumerable<object> CreateTypeFormatters()
    {
        yield return new MimeFormatter<Verdict>(Html, Note);
        yield return new MimeFormatter<Verdict>(Text, verdict => verdict.ToString());
    }

    // No colour is readable as text both on white and on dark grey: only the edge has it, and symbol and heading say the same.
    private static string Note(Verdict verdict)
    {
        var (symbol, color) = verdict.Kind switch
        {
            VerdictKind.NotStarted => ("○", "#7c7c7c"),
            VerdictKind.Wrong => ("✗", "#d55e00"),
            _ => ("✓", "#009e73"),
        };
        return $"""
            <div role="status" style="border-left: 4px solid {color}; padding: 0.3em 0.8em"><strong>{symbol} {verdict.Heading}</strong><br>{WebUtility.HtmlEncode(verdict.Message)}</div>
            """;
    }
}
