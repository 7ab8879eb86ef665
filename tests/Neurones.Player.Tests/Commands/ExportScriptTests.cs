using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Neurones.Player.Notebooks;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Commands;

/// <summary>`neurones export --script`: a notebook as a program that `dotnet run` runs.</summary>
public sealed class ExportScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_a_notebook_may_do_a_program_does_too()
    {
        TestNotebook.Write(
            _folder["a.ipynb"],
            TestNotebook.Markdown("# A lesson\n\nWith */ in its text."),
            TestNotebook.Code("using System.Globalization;\nvar (a, b) = (1, 2.5);\nint Twice(int n) => 2 * n;\nclass Point { public int X = 1; }\nvar first = new Point();\nConsole.WriteLine(Twice(a));"),
            TestNotebook.Code("class Point { public string X = \"new\"; }\nint Twice(int n) => 20 * n;\nvar a = \"now text\";\nvar second = new Point();\nConsole.WriteLine($\"{first.X} {second.X} {a} {Twice(1)}\");"),
            TestNotebook.Code("await Task.Delay(1);\nint.TryParse(\"7\", out var seven);\nConsole.WriteLine(seven);\nb"),
            TestNotebook.Code("var text = @\"two\n  lines\";\ntext"),
            TestNotebook.Code("throw new InvalidOperationException(\"on purpose\");", "raises-exception"),
            TestNotebook.Code("int wrong = \"on purpose\";", "raises-exception"),
            TestNotebook.Code("Undone(", "exercise"),
            TestNotebook.Code("throw new NotImplementedException();", "exercise"),
            TestNotebook.Code("Console.WriteLine(\"never\");", "skip-execution"));
        var (code, output, error) = await ExportCommandLine.RunAsync(_folder.Path, "a.ipynb", "--script", "--output", "out");
        Assert.True(code == 0, output + error);

        var printed = await RunAsync(_folder["out/a.cs"]);
        Assert.Equal(["2", "1 new now text 20", "7", "2.5", "two", "  lines", "System.InvalidOperationException: on purpose"], printed.Split('\n', StringSplitOptions.RemoveEmptyEntries)[..7]);
        Assert.EndsWith("not done yet.\n", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_whose_id_can_not_name_a_file_goes_by_its_number()
    {
        static object Cell(string? id) => new { cell_type = "code", id, metadata = new { }, outputs = Array.Empty<object>(), source = "1" };
        TestNotebook.Write(_folder["a.ipynb"], Cell("../../x"), Cell("a\"b"), TestNotebook.Markdown("Text"), Cell(""), Cell(null), Cell("first-step"));
        var (code, output, error) = await ExportCommandLine.RunAsync(_folder.Path, "a.ipynb", "--script", "--output", "out");
        Assert.True(code == 0, output + error);
        Assert.Equal(
            ["""await Cell("cell-01", Cell01.Run);""", """await Cell("cell-02", Cell02.Run);""", """await Cell("cell-03", Cell03.Run);""", """await Cell("cell-04", Cell04.Run);""", """await Cell("first-step", Cell05FirstStep.Run);"""],
            File.ReadLines(_folder["out/a.cs"]).Where(line => line.StartsWith("await Cell(", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_is_named_and_no_program_is_left()
    {
        TestNotebook.Write(_folder["a.ipynb"], TestNotebook.Code("int one = \"text\";"));
        var (code, output, _) = await ExportCommandLine.RunAsync(_folder.Path, "a.ipynb", "--script", "--output", "out");
        Assert.Equal(1, code);
        Assert.Contains("cell-01(1,11): error CS0029", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public async Task Every_lesson_becomes_a_program_that_compiles_and_two_print_what_their_notebooks_print()
    {
        var lessons = Path.Combine(Path.GetDirectoryName(Here())!, "../../../notebooks/en");
        var names = Directory.GetFiles(lessons, "*.ipynb").Select(Path.GetFileNameWithoutExtension).Where(name => char.IsAsciiDigit(name![0])).ToList();
        // The command compiles each program before it writes it.
        var (code, output, error) = await ExportCommandLine.RunAsync(lessons, [.. names.Select(name => $"{name}.ipynb"), "--script", "--output", _folder["out"]]);
        Assert.True(code == 0, output + error);
        Assert.Equal(names.Order(StringComparer.Ordinal), Directory.GetFiles(_folder["out"], "*.cs").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

        foreach (var name in names.Where(name => name!.StartsWith("05", StringComparison.Ordinal)))
        {
            var executed = Notebook.Load(Path.Combine(lessons, $"{name}.ipynb"));
            await new NotebookRunner(new(), TimeSpan.FromMinutes(5), new Silence()).RunAsync(executed, lessons);
            var printed = await RunAsync(_folder[$"out/{name}.cs"]);
            var place = 0;
            foreach (var text in executed.CodeCells.SelectMany(cell => cell.Outputs).Select(Text).Where(text => text.Length > 0))
            {
                place = printed.IndexOf(text, place, StringComparison.Ordinal);
                Assert.True(place >= 0, $"{name} doesn't print, in its place: {text}\nIt prints:\n{printed}");
            }

            Assert.Equal(executed.CodeCells.Sum(cell => FigureCheck.Figures(cell.Outputs).Count()), Directory.GetFiles(_folder[$"out/{name}"], "*.html").Length);
        }

        static string Here([CallerFilePath] string path = "") => path;
    }

    public void Dispose() => _folder.Dispose();

    // What is printed of an output; an error is told in other words.
    private static string Text(JsonNode? output) => (string?)output!["output_type"] switch
    {
        "stream" => NotebookCell.Text(output["text"]).TrimEnd(),
        "error" => "",
        _ => NotebookCell.Text(output["data"]?["text/plain"]).TrimEnd(),
    };

    private static async Task<string> RunAsync(string file)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["run", file]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(file) })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said[0] + said[1]);
        return said[0].ReplaceLineEndings("\n");
    }

    private sealed class Silence : IRunProgress
    {
        public void CellStarted(NotebookCell cell, int count)
        {
        }

        public void CellEnded(NotebookCell cell, int count, CellOutcome outcome, TimeSpan time)
        {
        }
    }
}
