using System.Text.Json.Nodes;

namespace Lessons.Tests;

/// <summary>A notebook of the course, such as en/05-programming-a-neuron or en/solutions/05-programming-a-neuron.</summary>
internal sealed class LessonFile
{
    private LessonFile(string file)
    {
        File = file;
        Json = (JsonObject)JsonNode.Parse(System.IO.File.ReadAllText(file))!;
        Cells = [.. ((JsonArray)Json["cells"]!).OfType<JsonObject>().Select(cell => new Cell(cell))];
    }

    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    /// <summary>The names of all notebooks, found by walking.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Notebooks, "*.ipynb", SearchOption.AllDirectories)
        .Select(file => Path.ChangeExtension(Path.GetRelativePath(Notebooks, file), null).Replace(Path.DirectorySeparatorChar, '/'))
        .Where(name => !name.Contains(".ipynb_checkpoints", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static TheoryData<string> All => new(Names);

    public static TheoryData<string> Solutions => new(Names.Where(IsSolution));

    public static TheoryData<string> Lessons => new(Names.Where(name => !IsSolution(name) && !IsGuest(name)));

    /// <summary>Notebooks that need packages which not every machine can have: they teach no part of the course, and have no exercises.</summary>
    public static TheoryData<string> Guests => new(Names.Where(IsGuest));

    /// <summary>All but the guests: they run everywhere.</summary>
    public static TheoryData<string> Course => new(Names.Where(name => !IsGuest(name)));

    public string File { get; }

    public JsonObject Json { get; }

    public IReadOnlyList<Cell> Cells { get; }

    public IEnumerable<Cell> CodeCells => Cells.Where(cell => cell.IsCode);

    public IEnumerable<Cell> Exercises => CodeCells.Where(cell => cell.HasTag("exercise"));

    /// <summary>The cells that make a figure.</summary>
    public IEnumerable<Cell> DrawingCells => CodeCells.Where(cell => cell.Source.Contains("Chart.", StringComparison.Ordinal));

    private static string Notebooks => Path.Combine(Repository, "notebooks");

    public static LessonFile Named(string name) => new(Path.Combine(Notebooks, name + ".ipynb"));

    public static LessonFile At(string file) => new(file);

    public Cell Cell(string id) => Cells.FirstOrDefault(cell => cell.Id == id)
        ?? throw new InvalidOperationException($"{File} has no cell {id}.");

    private static bool IsGuest(string name) => Named(name).CodeCells.Any(cell => cell.HasTag("optional-packages"));

    private static bool IsSolution(string name) => name.Contains("/solutions/", StringComparison.Ordinal);

    private static string Above(string start)
    {
        var folder = start;
        while (!System.IO.File.Exists(Path.Combine(folder, "Neurones.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"There is no Neurones.slnx above {start}.");
        }

        return folder;
    }
}
