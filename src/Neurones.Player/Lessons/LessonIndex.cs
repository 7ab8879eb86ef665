using System.Collections.Concurrent;

namespace Neurones.Player.Lessons;

/// <summary>The lessons under a notebooks folder: <c>LANGUAGE/*.ipynb</c> and <c>LANGUAGE/solutions/*.ipynb</c>, looked up anew each time.</summary>
public sealed class LessonIndex(string notebooks)
{
    // Reading a notebook's title takes longer than all the rest.
    private readonly ConcurrentDictionary<string, (DateTime Written, long Length, Lesson Lesson)> _read = new();

    /// <summary>All lessons by language and file name (05 before 05b before 06), each before its solutions.</summary>
    public IReadOnlyList<Lesson> All =>
    [
        .. Directory.EnumerateDirectories(notebooks).Where(folder => !Path.GetFileName(folder).StartsWith('.')).Where(IsNoLink).SelectMany(InLanguage)
            .OrderBy(lesson => lesson.Language, StringComparer.Ordinal).ThenBy(lesson => Path.GetFileName(lesson.File), StringComparer.Ordinal).ThenBy(lesson => lesson.Solution),
    ];

    /// <summary>The lesson of that identifier, compared with those that exist: an identifier is never used as a path.</summary>
    public Lesson? Find(string? id) => id is null ? null : All.FirstOrDefault(lesson => lesson.Id == id);

    private IEnumerable<Lesson> InLanguage(string folder)
    {
        var language = Path.GetFileName(folder);
        return Read(folder, false).Concat(Directory.EnumerateDirectories(folder, "solutions").Where(IsNoLink).SelectMany(solutions => Read(solutions, true)));

        IEnumerable<Lesson> Read(string place, bool solution) => Directory.EnumerateFiles(place, "*.ipynb").Where(IsNoLink).Select(file => ReadChanged(file, language, solution));
    }

    // What a link leads to isn't the course's: it might be anything that its reader may read.
    private static bool IsNoLink(string path) => new FileInfo(path).LinkTarget is null;

    private Lesson ReadChanged(string file, string language, bool solution)
    {
        var info = new FileInfo(file);
        var (written, length) = info.Exists ? (info.LastWriteTimeUtc, info.Length) : default;
        if (_read.TryGetValue(file, out var known) && (known.Written, known.Length) == (written, length))
        {
            return known.Lesson;
        }

        var lesson = Lesson.Read(file, language, solution);
        _read[file] = (written, length, lesson);
        return lesson;
    }
}
