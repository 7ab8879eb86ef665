using System.Text.Json;

namespace Neurones.Player.Tests.Support;

/// <summary>Writes small notebooks.</summary>
public static class TestNotebook
{
    public static object Code(string source, params string[] tags) => new
    {
        cell_type = "code",
        id = Guid.NewGuid().ToString("N")[..8],
        metadata = new { tags },
        execution_count = (int?)99,
        outputs = new[] { new { output_type = "stream", name = "stdout", text = "from an earlier run" } },
        source,
    };

    public static object Markdown(string source) => new { cell_type = "markdown", id = Guid.NewGuid().ToString("N")[..8], metadata = new { }, source };

    public static string Write(string file, params object[] cells)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(new { cells, metadata = new { kept = "as it is" }, nbformat = 4, nbformat_minor = 5 }));
        return file;
    }
}
