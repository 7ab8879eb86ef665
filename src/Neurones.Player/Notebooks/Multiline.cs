using System.Text.Json.Nodes;

namespace Neurones.Player.Notebooks;

/// <summary>nbformat's way with long texts: an array of lines, each with its line end.</summary>
public static class Multiline
{
    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) + 1;
            end = end == 0 ? text.Length : end;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }

        return lines;
    }

    /// <summary>A MIME bundle: texts in lines; JSON types as JSON, though a kernel may send them as text.</summary>
    public static JsonObject Bundle(JsonNode? data)
    {
        var bundle = new JsonObject();
        foreach (var (mimeType, value) in data as JsonObject ?? [])
        {
            bundle[mimeType] = value is not JsonValue text || !text.TryGetValue(out string? content) ? value?.DeepClone()
                : mimeType.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(content)
                : mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType == "image/svg+xml" ? Split(content)
                : content;
        }

        return bundle;
    }
}
