using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Neurones.Player.Notebooks;

/// <summary>A notebook file, nbformat 4. What Neurones does not know of is kept as it is.</summary>
public sealed class Notebook
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _root;

    private Notebook(JsonObject root)
    {
        _root = root;
        var number = 0;
        Markdown = [.. Cells.Where(cell => (string?)cell["cell_type"] == "markdown").Select(cell => NotebookCell.Text(cell["source"]))];
        CodeCells = [.. Cells.Where(NotebookCell.IsCode).Select(cell => new NotebookCell(cell, ++number))];
    }

    public IReadOnlyList<NotebookCell> CodeCells { get; }

    /// <summary>All cells as they stand in the file.</summary>
    public IEnumerable<JsonObject> Cells => ((JsonArray)_root["cells"]!).OfType<JsonObject>();

    /// <summary>The text of the cells between them.</summary>
    public IReadOnlyList<string> Markdown { get; }

    /// <exception cref="InvalidDataException">The file isn't a notebook that we can run.</exception>
    public static Notebook Load(string file)
    {
        try
        {
            var root = JsonNode.Parse(File.ReadAllText(file)) as JsonObject;
            if (root?["cells"] is not JsonArray cells || !cells.All(cell => cell is JsonObject) || root["nbformat"] is not JsonValue format)
            {
                throw new InvalidDataException($"{file} isn't a notebook: it has no \"cells\" or no \"nbformat\".");
            }

            return format.TryGetValue(out int version) && version == 4
                ? new Notebook(root)
                : throw new InvalidDataException($"{file} has nbformat {format}, but only 4 is known: save it with a current Jupyter or VS Code.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{file} isn't a notebook: {e.Message}", e);
        }
    }

    public void ClearOutputs()
    {
        foreach (var cell in CodeCells)
        {
            cell.Clear();
        }
    }

    /// <summary>Writes the notebook as Jupyter does, all or nothing.</summary>
    public void Save(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var temporary = file + ".tmp";
        File.WriteAllText(temporary, _root.ToJsonString(Format) + "\n");
        File.Move(temporary, file, overwrite: true);
    }
}
