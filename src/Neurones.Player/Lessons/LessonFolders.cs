namespace Neurones.Player.Lessons;

/// <summary>The working folder of a kernel: its notebook's for a lesson, else the user's home.</summary>
public sealed class LessonFolders(LessonIndex lessons)
{
    public string For(string? path) => lessons.Find(path) is { } lesson
        ? Path.GetDirectoryName(lesson.File)!
        : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}
