using System.Text.Json;
using System.Text.Json.Serialization;

namespace Neurones.Charts.Json;

/// <summary>How plotly.js spells what the records say: names in lower case, nothing for what isn't set, compact numbers.</summary>
/// <remarks>The encoder is the default one, which escapes &lt;, &gt; and &amp;: the JSON can stand inside a script element.</remarks>
internal static class PlotlyJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = new LowerCase(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new CompactNumberConverter(), new ColorStopConverter() },
    };

    private sealed class LowerCase : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.ToLowerInvariant();
    }
}
