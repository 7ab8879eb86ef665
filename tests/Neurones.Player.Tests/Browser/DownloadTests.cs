using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Neurones.Player.Notebooks;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Browser;

/// <summary>The learner's copy of a lesson: read by us, run by us, and judged by nbformat itself.</summary>
public class DownloadTests
{
    [NeedsChromiumFact]
    public async Task The_copy_has_the_edits_the_outputs_and_everything_else_of_the_lesson()
    {
        using var course = SmallCourse.Write();
        var file = await DownloadAsync(course);

        Assert.EndsWith("01-first-my-copy.ipynb", file, StringComparison.Ordinal);
        var original = JsonNode.Parse(await File.ReadAllTextAsync(course["notebooks/en/01-first.ipynb"]))!;
        var copy = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        Assert.Equal(original["metadata"]!.ToJsonString(), copy["metadata"]!.ToJsonString());
        Assert.Equal(original["cells"]!.AsArray().Select(cell => (string?)cell!["id"]), copy["cells"]!.AsArray().Select(cell => (string?)cell!["id"]));
        var code = copy["cells"]!.AsArray().Where(cell => (string?)cell!["cell_type"] == "code").ToList();
        Assert.Equal("""{"output_type":"stream","name":"stdout","text":["one\n","two\n"]}""", code[0]!["outputs"]![0]!.ToJsonString());
        Assert.Equal("""["second"]""", code[0]!["outputs"]![1]!["data"]!["text/plain"]!.ToJsonString());
        Assert.Equal(["display_data", "execute_result"], code[1]!["outputs"]!.AsArray().Select(output => (string?)output!["output_type"]));
        Assert.Equal(["<b>bold</b>"], code[1]!["outputs"]![0]!["data"]!["text/html"]!.AsArray().Select(line => (string?)line));
        Assert.Equal("InvalidOperationException", ((string?)code[2]!["outputs"]![0]!["ename"])!.Split('.')[^1]);
        Assert.Equal([1, 2, 3, null], code.Select(cell => (int?)cell!["execution_count"]));
        Assert.Equal(["\"my own \" +\n", "\"words\""], code[3]!["source"]!.AsArray().Select(line => (string?)line));
        Assert.Empty(code[3]!["outputs"]!.AsArray());

        Assert.Equal(SmallCourse.Cells, Notebook.Load(file).CodeCells.Count);
        Assert.Equal("my own words", await RunAsync(file));
    }

    [NeedsNbformatFact]
    public async Task Nbformat_accepts_a_copy_of_lesson_5_with_all_its_figures()
    {
        await using var lesson = await LessonPage.OpenAsync();
        await lesson.ChooseAsync(5);
        await lesson.Page.GetByRole(AriaRole.Button, new() { Name = "Run all" }).ClickAsync();
        await lesson.RunEndedAsync();
        using var folder = new TemporaryFolder();

        var file = await SaveAsync(lesson, folder);

        Assert.Equal("", Nbformat.Judge(file));
        var notebook = Notebook.Load(file);
        Assert.All(notebook.CodeCells, cell => Assert.Null(FigureCheck.Problem(cell.Outputs)));
        Assert.True(notebook.CodeCells.Sum(cell => FigureCheck.Figures(cell.Outputs).Count()) >= 8, "The figures are missing.");
    }

    private static async Task<string> DownloadAsync(TemporaryFolder course)
    {
        await using var lesson = await LessonPage.OpenAsync(course.Path);
        await lesson.ChooseAsync(1);
        await lesson.Page.GetByRole(AriaRole.Button, new() { Name = "Run to cell 3" }).ClickAsync();
        await lesson.Page.Locator("#cell-03[data-state=ok]").WaitForAsync();
        await lesson.Page.Locator("#cell-04 .cm-content").FillAsync("\"my own \" +\n\"words\"");
        return await SaveAsync(lesson, course);
    }

    private static async Task<string> SaveAsync(LessonPage lesson, TemporaryFolder folder)
    {
        var download = await lesson.Page.RunAndWaitForDownloadAsync(() => lesson.Page.GetByRole(AriaRole.Button, new() { Name = "Download my copy" }).ClickAsync());
        var file = folder[download.SuggestedFilename];
        await download.SaveAsAsync(file);
        return file;
    }

    /// <summary>Runs the copy by `neurones run`, and gives the last cell's text.</summary>
    private static async Task<string> RunAsync(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        using var run = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "neurones.dll"), "run", file, "--output", Path.Combine(folder, "ran")]) { RedirectStandardOutput = true })!;
        var report = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        Assert.True(run.ExitCode == 0, report);
        var ran = Directory.EnumerateFiles(Path.Combine(folder, "ran"), "*.ipynb", SearchOption.AllDirectories).Single();
        return string.Concat(Notebook.Load(ran).CodeCells[^1].Outputs[0]!["data"]!["text/plain"]!.AsArray().Select(line => (string?)line));
    }
}
