using System.Diagnostics.CodeAnalysis;
using Neurones.Formatting;

namespace Neurones.Charts.Formatting;

/// <summary>HTML or text that a notebook shows as it is.</summary>
[TypeFormatterSource(typeof(Source), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
internal sealed record RawOutput(string Value)
{
    private sealed class Source
    {
        [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Hosts call it on an instance.")]
        public IEnumerable<object> CreateTypeFormatters()
        {
            yield return new MimeFormatter<RawOutput>(MimeTypes.Html, output => output.Value);
            yield return new MimeFormatter<RawOutput>(MimeTypes.Text, output => output.Value);
        }
    }
}
