using System.Text.Json;

namespace Neurones.Player.Lessons;

/// <summary>Keeps learners' edits in their own data folder; the lessons' notebooks are never written.</summary>
public sealed class EditStore(string folder)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, RespectNullableAnnotations = true };

    /// <exception cref="JsonException">The text isn't edits.</exception>
    public static Edits Parse(JsonElement json) => json.Deserialize<Edits>(Options) is { } edits && edits.Cells.Values.All(edit => edit is not null)
        ? edits
        : throw new JsonException("Edits must not be null.");

    public async Task<Edits> ReadAsync(Lesson lesson)
    {
        var file = FileOf(lesson);
        if (!File.Exists(file))
        {
            return Edits.None;
        }

        try
        {
            await using var stream = File.OpenRead(file);
            return Parse(await JsonSerializer.DeserializeAsync<JsonElement>(stream));
        }
        catch (JsonException)
        {
            // Not ours any more, but not ours to lose either.
            File.Move(file, file + ".unreadable", overwrite: true);
            return Edits.None;
        }
    }

    /// <summary>Writes all or nothing: a crash, a full disk or a second writer leaves one whole version.</summary>
    public async Task WriteAsync(Lesson lesson, Edits edits)
    {
        var file = FileOf(lesson);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var stream = File.Create(temporary))
            {
                await JsonSerializer.SerializeAsync(stream, edits, Options);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public void Delete(Lesson lesson)
    {
        if (Directory.Exists(folder))
        {
            File.Delete(FileOf(lesson));
        }
    }

    // The identifier comes from the index, so it holds nothing but names of existing folders and files.
    private string FileOf(Lesson lesson) => Path.Combine(folder, Path.Combine(lesson.Id.Split('/')) + ".json");
}
