using System.Text.Json;

namespace Neurones.Kernel.Tests.Language;

/// <summary>The course's notebooks, as text.</summary>
internal static class Lessons
{
    private static readonly string Folder = Path.Combine(RepositoryFolder(), "notebooks");

    /// <summary>The folder from which the English lessons' #r lines start.</summary>
    public static string English { get; } = Path.Combine(Folder, "en");

    public static IEnumerable<string> All => Directory.EnumerateFiles(Folder, "*.ipynb", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>The code cells of a lesson that are run, and whether each is meant to fail.</summary>
    public static IReadOnlyList<(string Code, bool Fails)> CellsOf(string path)
    {
        using var notebook = JsonDocument.Parse(File.ReadAllBytes(path));
        return
        [
            .. from cell in notebook.RootElement.GetProperty("cells").EnumerateArray()
               where cell.GetProperty("cell_type").GetString() == "code"
               let tags = cell.GetProperty("metadata").TryGetProperty("tags", out var given) ? given.EnumerateArray().Select(tag => tag.GetString()).ToList() : []
               where !tags.Contains("skip-execution")
               select (string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString())), tags.Contains("raises-exception")),
        ];
    }

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Neurones.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
