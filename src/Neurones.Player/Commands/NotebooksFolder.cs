namespace Neurones.Player.Commands;

/// <summary>Finds the course's notebooks from where the command was started, or else from where it lies.</summary>
public static class NotebooksFolder
{
    private static readonly string[] Languages = ["en", "fr"];

    /// <exception cref="UsageException">There is none.</exception>
    public static string Find() => Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory)
        ?? throw new UsageException($"There is no folder notebooks/en above {Directory.GetCurrentDirectory()} or {AppContext.BaseDirectory}: start neurones inside its repository.");

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var notebooks = Path.Combine(folder.FullName, "notebooks");
            if (Languages.Any(language => Directory.Exists(Path.Combine(notebooks, language))))
            {
                return notebooks;
            }
        }

        return null;
    }
}
