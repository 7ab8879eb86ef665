using System.Text.Json.Serialization;

namespace Neurones.Player.Lessons;

/// <summary>How far a learner is in one lesson.</summary>
/// <param name="Done">The identifiers of the code cells that have run without error at least once.</param>
/// <param name="Solved">Those of the exercises whose check said "right" at least once.</param>
/// <param name="Last">The cell that ran last; null before the first.</param>
/// <param name="Cells">How many code cells the lesson had then.</param>
/// <param name="Exercises">How many of them were exercises.</param>
public sealed record Progress(
    [property: JsonPropertyName("done"), JsonRequired] IReadOnlyList<string> Done,
    [property: JsonPropertyName("solved"), JsonRequired] IReadOnlyList<string> Solved,
    [property: JsonPropertyName("last"), JsonRequired] string? Last,
    [property: JsonPropertyName("cells"), JsonRequired] int Cells,
    [property: JsonPropertyName("exercises"), JsonRequired] int Exercises) : ILearnerData<Progress>
{
    public static Progress None { get; } = new([], [], null, 0, 0);

    bool ILearnerData<Progress>.IsWhole => Done.Concat(Solved).All(cell => cell is not null);
}
