using System.Text.Json;

namespace Neurones.Player.Tests.Support;

/// <summary>Writes small notebooks.</summary>
public static class TestNotebook
{
    /// <summary>C# of a type that is shown as the plotly.js figure that it is made of.</summary>
    public const string ShownType = """
        internal sealed class TypeFormatterSourceAttribute(Type type) : Attribute { public Type FormatterSourceType => type; public string[] PreferredMimeTypes { get; set; } = []; }
        public class FigureFormatter { public string MimeType => "application/vnd.plotly.v1+json"; public bool Format(object value, System.IO.TextWriter writer) { writer.Write(((Shown)value).Json); return true; } }
        public class FigureFormatters { public IEnumerable<object> CreateTypeFormatters() => [new FigureFormatter()]; }
        [TypeFormatterSource(typeof(FigureFormatters), PreferredMimeTypes = ["application/vnd.plotly.v1+json"])] public class Shown(string json) { public string Json => json; }
        """;

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
