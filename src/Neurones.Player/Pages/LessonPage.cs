using Neurones.Player.Exports;
using Neurones.Player.Lessons;
using Neurones.Player.Notebooks;

namespace Neurones.Player.Pages;

/// <summary>The page that a notebook becomes.</summary>
public sealed class LessonPage
{
    private const string Solutions = "solutions";

    public LessonPage(PlannedRun run)
    {
        var folder = Path.GetFileName(run.Folder);
        IsSolution = folder == Solutions;
        var place = IsSolution ? Path.GetFileName(Path.GetDirectoryName(run.Folder)!) : folder;
        var lesson = Lesson.Read(run.Source, place is [>= 'a' and <= 'z', >= 'a' and <= 'z'] ? place : "en", IsSolution);
        (Source, File, Title, Language) = (run.Source, run.Output + ".html", lesson.Title, lesson.Language);
    }

    public string Source { get; }

    public string File { get; }

    public string Title { get; }

    public string Language { get; }

    /// <summary>Whether it holds the answers to a lesson's exercises, and so has no place in the row of lessons.</summary>
    public bool IsSolution { get; }

    public string LinkFrom(string page) => OutputFolder.Link(page, File);
}
