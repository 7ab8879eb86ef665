using System.Text.Json.Nodes;

namespace Neurones.Player.Notebooks;

/// <summary>Finds figures that would draw nothing: a blank figure teaches nothing, and nobody notices it in a headless run.</summary>
public static class FigureCheck
{
    public const string MimeType = "application/vnd.plotly.v1+json";

    // Where plotly.js traces keep what they draw; see https://plotly.com/javascript/reference/.
    private static readonly string[] DataKeys =
        ["x", "y", "z", "r", "theta", "a", "b", "c", "lat", "lon", "open", "high", "low", "close", "values", "labels", "locations", "value", "u", "v", "w", "source"];

    private static readonly string[] NestedKeys = ["dimensions", "cells", "link"];

    /// <summary>The figures that the outputs hold.</summary>
    public static IEnumerable<JsonNode?> Figures(JsonArray outputs) =>
        outputs.OfType<JsonObject>().Select(output => output["data"] as JsonObject).Where(data => data?.ContainsKey(MimeType) == true).Select(data => data![MimeType]);

    /// <summary>What is wrong with the first empty figure of a cell, as a sentence; null when every figure shows something.</summary>
    public static string? Problem(JsonArray outputs) => Figures(outputs).Select(FigureProblem).FirstOrDefault(problem => problem is not null);

    /// <summary>What is wrong with a plotly.js figure, or null.</summary>
    public static string? FigureProblem(JsonNode? figure)
    {
        if ((figure as JsonObject)?["data"] is not JsonArray { Count: > 0 } traces)
        {
            return "The figure is empty: it has no traces.";
        }

        var frames = figure["frames"] as JsonArray ?? [];
        return traces.Select((trace, index) => frames.Any(frame => Fills(frame, index)) ? null : TraceProblem(trace, index))
            .FirstOrDefault(problem => problem is not null);
    }

    /// <summary>Whether a frame of an animation gives a trace, which may be empty at first, something to draw.</summary>
    private static bool Fills(JsonNode? frame, int trace)
    {
        if (frame?["data"] is not JsonArray data)
        {
            return false;
        }

        // Without a list of traces the first item is for the first trace, and so on.
        var at = frame["traces"] is JsonArray traces ? traces.ToList().FindIndex(place => (int?)place == trace) : trace;
        return at >= 0 && at < data.Count && TraceProblem(data[at], trace) is null;
    }

    private static string? TraceProblem(JsonNode? node, int index)
    {
        if (node is not JsonObject trace)
        {
            return FormattableString.Invariant($"The figure is empty: trace {index + 1} isn't an object.");
        }

        var name = FormattableString.Invariant($"trace {index + 1} ({trace["name"] ?? trace["type"] ?? "scatter"})");
        var data = DataKeys.Where(key => trace[key] is not null).Select(key => (Key: key, Value: trace[key]!)).ToList();
        if (data.Count == 0 && !NestedKeys.Any(key => FigureData.HasValue(trace[key])))
        {
            return $"The figure is empty: {name} has no data.";
        }

        var empty = data.Find(entry => !FigureData.HasValue(entry.Value));
        return empty.Key is null ? null : $"The figure is empty: {name} has no value in {empty.Key} that could be drawn.";
    }
}
