using System.Text.Json.Nodes;

namespace Lessons.Tests;

/// <summary>A cell as its file has it.</summary>
internal sealed record Cell(JsonObject Json)
{
    private const string Figure = "application/vnd.plotly.v1+json";

    public string Id => (string?)Json["id"] ?? "";

    public bool IsCode => (string?)Json["cell_type"] == "code";

    public string Source => Text(Json["source"]);

    public string[] Lines => Source.Split('\n');

    public JsonObject Metadata => (JsonObject)Json["metadata"]!;

    public IReadOnlyList<JsonObject> Outputs => [.. ((JsonArray)Json["outputs"]!).OfType<JsonObject>()];

    /// <summary>What it printed and showed, as text.</summary>
    public string OutputText => string.Concat(Outputs.Select(output => Text(output["text"] ?? output["data"]?["text/plain"]) + "\n"));

    public IReadOnlyList<JsonNode> Figures => [.. Outputs.Select(output => output["data"]?[Figure]).OfType<JsonNode>()];

    public bool HasTag(string tag) => Metadata["tags"] is JsonArray tags && tags.Any(entry => (string?)entry == tag);

    public override string ToString() => Id;

    // nbformat writes a text as one string or as an array of lines.
    private static string Text(JsonNode? node) => node is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)node ?? "";
}
