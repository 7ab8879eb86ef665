using System.Text.Json.Nodes;

namespace Neurones.Charts.Tests;

/// <summary>A figure read back from the JSON that plotly.js gets.</summary>
internal static class FigureJson
{
    public static JsonNode Of(Figure figure) => JsonNode.Parse(figure.ToJson())!;

    public static JsonArray Traces(Figure figure) => Of(figure)["data"]!.AsArray();

    public static JsonNode Trace(Figure figure, string type) => Traces(figure).First(trace => Text(trace!, "type") == type)!;

    public static string? Text(JsonNode node, string name) => (string?)node[name];

    public static double?[] Numbers(JsonNode? array) => [.. array!.AsArray().Select(number => (double?)number)];

    public static double?[][] Grid(JsonNode? rows) => [.. rows!.AsArray().Select(Numbers)];
}
