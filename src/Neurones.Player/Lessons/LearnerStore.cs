using System.Text.Json;

namespace Neurones.Player.Lessons;

/// <summary>Keeps what a learner did in a lesson, one file for each lesson, in the learner's own data folder; the lessons' notebooks are never written.</summary>
public abstract class LearnerStore(string folder)
{
    public abstract Task<object> ReadAsync(Lesson lesson);

    /// <exception cref="JsonException">The value isn't of this store's form; nothing is written.</exception>
    public abstract Task WriteAsync(Lesson lesson, JsonElement value);

    public void Delete(Lesson lesson)
    {
        if (Directory.Exists(folder))
        {
            File.Delete(FileOf(lesson));
        }
    }

    // The identifier comes from the index, so it holds nothing but names of existing folders and files.
    protected string FileOf(Lesson lesson) => Path.Combine(folder, Path.Combine(lesson.Id.Split('/')) + ".json");
}

/// <inheritdoc/>
public sealed class LearnerStore<T>(string folder) : LearnerStore(folder)
    where T : class, ILearnerData<T>
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, RespectNullableAnnotations = true };

    public override async Task<object> ReadAsync(Lesson lesson) => await FindAsync(lesson) ?? T.None;

    /// <summary>What is kept of the lesson; null where that is nothing.</summary>
    public async Task<T?> FindAsync(Lesson lesson)
    {
        var file = FileOf(lesson);
        if (!File.Exists(file))
        {
            return null;
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
            return null;
        }
    }

    // All or nothing: a crash, a full disk or a second writer leaves one whole version.
    public override async Task WriteAsync(Lesson lesson, JsonElement value)
    {
        var parsed = Parse(value);
        var file = FileOf(lesson);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var stream = File.Create(temporary))
            {
                await JsonSerializer.SerializeAsync(stream, parsed, Options);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static T Parse(JsonElement json) => json.Deserialize<T>(Options) is { IsWhole: true } data
        ? data
        : throw new JsonException("Nothing in it may be null.");
}
