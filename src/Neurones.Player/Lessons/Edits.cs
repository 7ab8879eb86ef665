using System.Text.Json.Serialization;

namespace Neurones.Player.Lessons;

/// <summary>A cell as its learner left it, and the lesson's own text that the edit began from.</summary>
public sealed record CellEdit(
    [property: JsonPropertyName("source"), JsonRequired] string Source,
    [property: JsonPropertyName("original"), JsonRequired] string Original);

/// <summary>A learner's edits of one lesson by cell identifier.</summary>
public sealed record Edits([property: JsonPropertyName("cells"), JsonRequired] IReadOnlyDictionary<string, CellEdit> Cells) : ILearnerData<Edits>
{
    public static Edits None { get; } = new(new Dictionary<string, CellEdit>());

    bool ILearnerData<Edits>.IsWhole => Cells.Values.All(edit => edit is not null);
}
