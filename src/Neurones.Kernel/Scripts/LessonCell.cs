using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Neurones.Kernel.Scripts;

/// <summary>A cell of the notebook that becomes a program.</summary>
internal sealed record LessonCell(bool IsCode, string Id, int Number, string Source, IReadOnlySet<string> Tags)
{
    public bool IsSkipped => Tags.Contains("skip-execution") || string.IsNullOrWhiteSpace(Source);

    /// <summary>The name that the cell has in error messages.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"cell-{Number:00}");

    /// <summary>The class that the cell becomes: Cell05FirstStep of cell 5, first-step.</summary>
    public string ClassName
    {
        get
        {
            var name = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"Cell{Number:00}"));
            foreach (var word in Id.Split(Id.Where(letter => !char.IsAsciiLetterOrDigit(letter)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries))
                name.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
            return name.ToString();
        }
    }

    public static IReadOnlyList<LessonCell> ReadAll(JsonElement cells)
    {
        var number = 0;
        return [.. cells.EnumerateArray().Select(cell => Read(cell, cell.GetProperty("cell_type").ValueEquals("code") ? ++number : 0))];
    }

    private static LessonCell Read(JsonElement cell, int number)
    {
        var source = cell.GetProperty("source");
        var text = source.ValueKind == JsonValueKind.Array ? string.Concat(source.EnumerateArray().Select(line => line.GetString())) : source.GetString()!;
        var tags = cell.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("tags", out var list) ? list.EnumerateArray().Select(tag => tag.GetString()!) : [];
        return new(number > 0, cell.TryGetProperty("id", out var id) ? id.GetString()! : "", number, text.ReplaceLineEndings("\n"), tags.ToHashSet());
    }
}
