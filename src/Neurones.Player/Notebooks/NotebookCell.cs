using System.Text.Json.Nodes;

namespace Neurones.Player.Notebooks;

/// <summary>A code cell. Its number counts the notebook's code cells from 1.</summary>
public sealed class NotebookCell(JsonObject json, int number)
{
    public int Number => number;

    /// <summary>The name that the cell has in error messages.</summary>
    public string Name => FormattableString.Invariant($"cell-{number:00}");

    /// <summary>Its identifier in the file; the name where that has none.</summary>
    public string Id => (string?)json["id"] is { Length: > 0 } id && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? id : Name;

    public string Source => Text(json["source"]);

    public IEnumerable<string> Tags => ((json["metadata"] as JsonObject)?["tags"] as JsonArray ?? []).OfType<JsonNode>().Select(tag => tag.ToString());

    /// <summary>Its author expects an error; that none comes is the failure.</summary>
    public bool RaisesException => HasTag("raises-exception");

    /// <summary>It is left to the learner: unfinished is no failure.</summary>
    public bool IsExercise => HasTag("exercise");

    /// <summary>Where its packages can't be had, the notebook is skipped rather than failed.</summary>
    public bool HasOptionalPackages => HasTag("optional-packages");

    public bool IsSkipped => HasTag("skip-execution") || string.IsNullOrWhiteSpace(Source);

    public JsonArray Outputs => (JsonArray)json["outputs"]!;

    public static bool IsCode(JsonObject cell) => (string?)cell["cell_type"] == "code";

    public void Clear()
    {
        json["execution_count"] = null;
        json["outputs"] = new JsonArray();
    }

    public void SetExecutionCount(int count) => json["execution_count"] = count;

    /// <summary>nbformat writes a text as one string or as an array of lines.</summary>
    public static string Text(JsonNode? node) => node is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)node ?? "";

    private bool HasTag(string tag) => Tags.Contains(tag);
}
