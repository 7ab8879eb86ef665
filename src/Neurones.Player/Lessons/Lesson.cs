using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Neurones.Player.Lessons;

/// <summary>One notebook of the course as the contents list shows it.</summary>
public sealed partial record Lesson(string Id, string Title, string Language, bool Solution, string Number, [property: JsonIgnore] string File)
{
    /// <summary>Reads the title, the notebook's first heading, and the number that its file name begins with: "5b" of 05b-the-neuron-as-a-class, "" of a name without.</summary>
    public static Lesson Read(string file, string language, bool solution)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return new Lesson(
            solution ? $"{language}/solutions/{name}" : $"{language}/{name}",
            Heading(file) ?? name,
            language,
            solution,
            LeadingNumber().Match(name).Groups[1].Value,
            file);
    }

    [GeneratedRegex("^0*([0-9]+[a-z]?)-")]
    private static partial Regex LeadingNumber();

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
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or KeyNotFoundException or InvalidOperationException)
        {
            return null; // A broken notebook is still listed; opening it says what is wrong.
        }
    }

    private static IEnumerable<string> Lines(JsonElement source) => source.ValueKind == JsonValueKind.Array
        ? source.EnumerateArray().Select(line => line.GetString() ?? "")
        : (source.GetString() ?? "").Split('\n');
}
