namespace Neurones.Player.Lessons;

/// <summary>The pictures that the lessons' text shows: the PNG and SVG files below a folder, looked up anew each time.</summary>
public sealed class LessonPictures(string folder)
{
    private static readonly EnumerationOptions WithoutLinks = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
    };

    /// <summary>The picture of that path, compared with those that exist: a path that was asked for is never used as one.</summary>
    public IResult Find(string path)
    {
        var file = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", WithoutLinks).FirstOrDefault(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/') == path)
            : null;
        return Path.GetExtension(file) switch
        {
            ".png" => Results.File(file!, "image/png"),
            ".svg" => Results.File(file!, "image/svg+xml"),
            _ => Server.Problem.NotFound("There is no such picture."),
        };
    }
}
