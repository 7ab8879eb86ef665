using System.Text.Json;
using System.Text.Json.Serialization;

namespace Neurones.Player.Lessons;

/// <summary>One notebook of the course as the contents list shows it.</summary>
public sealed record Lesson(string Id, string Title, string Language, bool Solution, int Order, [property: JsonIgnore] string File)
{
    /// <summary>Reads the title, the notebook's first heading, and the order, the number that its file name begins with.</summary>
    public static Lesson Read(string file, string language, bool solution)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var digits = new string([.. name.TakeWhile(char.IsAsciiDigit)]);
        return new Lesson(
            solution ? $"{language}/solutions/{name}" : $"{language}/{name}",
            Heading(file) ?? name,
            language,
            solution,
            int.TryParse(digits, out var order) ? order : int.MaxValue,
            file);
    }

    private static string? Heading(string file)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(file);
            using var notebook = JsonDocument.Parse(stream);
            var markdown = notebook.RootElement.GetProperty("cells").EnumerateArray()
                .Where(cell => cell.GetProperty("cell_type").ValueEquals("markdown"))
                .SelectMany(cell => Lines(cell.GetProperty("source")));
            return markdown.FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();
        }
        catch (Exception e) when (e is JsonException or IOException or KeyNotFoundException or InvalidOperationException)
        {
            return null; // A broken notebook is still listed; opening it says what is wrong.
        }
    }

    private static IEnumerable<string> Lines(JsonElement source) => source.ValueKind == JsonValueKind.Array
        ? source.EnumerateArray().Select(line => line.GetString()!)
        : source.GetString()!.Split('\n');
}
