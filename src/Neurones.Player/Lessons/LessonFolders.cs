namespace Neurones.Player.Lessons;

/// <summary>The working folder of a kernel: one of the course's, since the lessons' <c>#r</c> are relative to it.</summary>
public sealed class LessonFolders(LessonIndex lessons)
{
    /// <summary>The folder that a client's name for a notebook fits by its last parts (<c>.../en/solutions/x.ipynb</c>), else the first language's.</summary>
    /// <remarks>The name is only compared with folders that exist: clients make them up, as VS Code does, and it must not lead anywhere else.</remarks>
    public string For(string? path)
    {
        var folders = lessons.All.Select(lesson => (Id: Parent(lesson.Id), Folder: Path.GetDirectoryName(lesson.File)!)).Distinct().ToList();
        var parent = "/" + Parent((path ?? "").Replace('\\', '/'));
        return folders.Find(folder => parent.EndsWith("/" + folder.Id, StringComparison.Ordinal)).Folder
            ?? folders.Select(folder => folder.Folder).FirstOrDefault()
            ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
    }

    private static string Parent(string path) => path[..Math.Max(path.LastIndexOf('/'), 0)];
}
