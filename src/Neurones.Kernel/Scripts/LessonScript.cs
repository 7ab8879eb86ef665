using System.Text;
using System.Text.Json;
using Neurones.Kernel.References;

namespace Neurones.Kernel.Scripts;

/// <summary>Turns a notebook, as JSON on standard input, into a C# program on standard output. No cell is run.</summary>
internal static class LessonScript
{
    private const int FailedCode = 1;
    private const int SkippedCode = 3;

    public static int Run(string folder)
    {
        var utf8 = new UTF8Encoding(false);
        using var input = Console.OpenStandardInput();
        using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
        using var error = new StreamWriter(Console.OpenStandardError(), utf8);
        try
        {
            output.Write(Write(folder, JsonSerializer.Deserialize<ScriptRequest>(input, JsonSerializerOptions.Web)!));
            return 0;
        }
        catch (ScriptException e)
        {
            error.WriteLine(e.Message);
            return e.IsSkipped ? SkippedCode : FailedCode;
        }
    }

    private static string Write(string folder, ScriptRequest request)
    {
        var (notebook, script, plotly, cells) = request;
        var references = new ReferenceSet(Path.GetFullPath(folder));
        var lesson = new ScriptLesson(references);
        var parts = cells.Select(cell => (Cell: cell, Part: cell.IsCode ? lesson.Add(cell) : null)).ToList();
        var text = ScriptText.Compose(notebook, script, plotly, parts, ScriptNeeds.Of(lesson.References, references.Folder, script), lesson.Usings);
        ScriptCheck.ThrowIfItDoesNotCompile(text, script, references);
        return text;
    }
}
