using System.Diagnostics;
using Neurones.Player.Tests.Browser;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Commands;

/// <summary>The command `neurones export`, with a real kernel and a real browser.</summary>
public sealed class ExportTests : IDisposable
{
    private const string Curve = """{"data":[{"y":[1,3,2]}],"layout":{"height":300}}""";
    private const string Surface = """{"data":[{"type":"surface","z":[[0,1,2],[1,3,1],[2,1,0]]}]}""";
    private const string Animation = """{"data":[{"x":[0,9],"y":[0,9],"mode":"markers","marker":{"size":90}}],"layout":{"height":240},"frames":[{"name":"1","data":[{"marker":{"size":0}}],"layout":{"height":260}}]}""";
    private const string Invisible = """{"data":[{"y":[1],"visible":false}],"layout":{"xaxis":{"visible":false},"yaxis":{"visible":false}}}""";

    private readonly TemporaryFolder _folder = new();

    [NeedsChromiumFact]
    public async Task Every_figure_becomes_a_picture_of_its_own_height()
    {
        TestNotebook.Write(_folder["en/a.ipynb"], Type, Figures("curves", Curve, Animation), Figures("surface", Surface));
        var (code, output, error) = await RunAsync("export", "en", "--images", "--output", "out");
        Assert.True(code == 0, output + error);
        Assert.Equal(["curves-2.png", "curves-2.svg", "curves.png", "curves.svg", "surface.png", "surface.svg"], FilesOf("out/a"));

        var curve = await DrawnPicture.OfAsync(_folder["out/a/curves.png"]);
        Assert.Equal((800, 300, "255,255,255"), (curve.Width, curve.Height, curve.Corner));
        Assert.InRange(curve.Colours, 20, 256);
        // The last frame: without the points, which would fill most of it, and of the height that it brings.
        Assert.InRange(new FileInfo(_folder["out/a/curves-2.png"]).Length, 1, new FileInfo(_folder["out/a/curves.png"]).Length);
        Assert.Equal(260, (await DrawnPicture.OfAsync(_folder["out/a/curves-2.png"])).Height);
        // With a blank scene there would be the paper and the colour bar.
        var surface = await DrawnPicture.OfAsync(_folder["out/a/surface.png"]);
        Assert.Equal((800, 450, 256), (surface.Width, surface.Height, surface.Colours));
    }

    [NeedsChromiumFact]
    public async Task Only_what_the_text_shows_is_drawn_where_it_is_looked_for_and_on_drawn_photos()
    {
        TestNotebook.Write(
            _folder["en/a.ipynb"],
            Type,
            TestNotebook.Code("if (Environment.GetEnvironmentVariable(\"NEURONES_PHOTOS\") != \"drawn\") throw new Exception();"),
            Figures("one", Curve),
            TestNotebook.Markdown("![A curve](../images/a/one.svg) ![Another's](../images/b/two.svg)"),
            Figures("two", Curve));
        TestNotebook.Write(_folder["en/not-run.ipynb"], TestNotebook.Code("throw new Exception();"));
        var (code, output, error) = await RunAsync("export", "en", "--images", "--referenced", "--output", "images", "--format", "svg", "--width", "240", "--theme", "dark");
        Assert.True(code == 0, output + error);
        Assert.Equal(["one.svg"], FilesOf("images/a"));
        var picture = await DrawnPicture.OfAsync(_folder["images/a/one.svg"]);
        Assert.Equal((240, 300, "29,34,41"), (picture.Width, picture.Height, picture.Corner));

        Assert.Contains("No notebook shows a png picture", (await RunAsync("export", "en", "--images", "--referenced", "--format", "png", "--output", "images")).Error, StringComparison.Ordinal);
    }

    [NeedsChromiumFact]
    public async Task Sizes_can_be_chosen_and_the_same_figure_gives_the_same_file()
    {
        TestNotebook.Write(_folder["a.ipynb"], Type, Figures("twice", Curve, Curve));
        var (code, output, error) = await RunAsync("export", "a.ipynb", "--images", "--output", "out", "--width", "400", "--height", "240", "--scale", "2");
        Assert.True(code == 0, output + error);
        Assert.Equal((800, 480), await DrawnPicture.OfAsync(_folder["out/a/twice.png"]) is var png ? (png.Width, png.Height) : default);
        Assert.Equal((400, 240), await DrawnPicture.OfAsync(_folder["out/a/twice.svg"]) is var svg ? (svg.Width, svg.Height) : default);
        Assert.Equal(await File.ReadAllTextAsync(_folder["out/a/twice.svg"]), await File.ReadAllTextAsync(_folder["out/a/twice-2.svg"]));
    }

    [NeedsChromiumFact]
    public async Task What_fails_leaves_no_picture_of_its_notebook()
    {
        TestNotebook.Write(_folder["a.ipynb"], Type, Figures("drawn", Curve), TestNotebook.Code("throw new Exception(\"boom\");"));
        TestNotebook.Write(_folder["b.ipynb"], Type, Figures("drawn", Curve), Figures("blank", Invisible));
        TestNotebook.Write(_folder["c.ipynb"], Type, Figures("drawn", Curve));
        var (code, output, _) = await RunAsync("export", "a.ipynb", "b.ipynb", "c.ipynb", "--images", "--output", "out");
        Assert.Equal(1, code);
        Assert.Contains("boom", output, StringComparison.Ordinal);
        Assert.Contains("b.ipynb: blank: The figure could not be drawn: it came out in one colour.", output, StringComparison.Ordinal);
        Assert.Equal(["c"], Directory.EnumerateFileSystemEntries(_folder["out"]).Select(Path.GetFileName));
        Assert.Equal(["drawn.png", "drawn.svg"], FilesOf("out/c"));
    }

    [NeedsChromiumFact]
    public async Task A_picture_that_no_cell_draws_is_named()
    {
        TestNotebook.Write(_folder["a.ipynb"], Type, Figures("one", Curve), TestNotebook.Markdown("![Two](images/a/two.png)"));
        var (code, output, _) = await RunAsync("export", "a.ipynb", "--images", "--referenced", "--output", "images");
        Assert.Equal(1, code);
        Assert.Contains("Its text shows two.png, but no cell draws it", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["images"]));
    }

    [NeedsChromiumFact]
    public async Task A_folder_that_can_not_be_written_is_named()
    {
        TestNotebook.Write(_folder["a.ipynb"], Type, Figures("drawn", Curve));
        await File.WriteAllTextAsync(_folder["file"], "");
        var (code, output, error) = await RunAsync("export", "a.ipynb", "--images", "--output", "file/out");
        Assert.Equal((2, ""), (code, output)); // Before the first cell has run.
        Assert.StartsWith("Nothing can be saved in file/out: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", error, StringComparison.Ordinal);
    }

    [NeedsChromiumFact]
    public async Task Interrupted_it_leaves_neither_pictures_nor_browser()
    {
        TestNotebook.Write(_folder["a.ipynb"], Type, Figures("many", [.. Enumerable.Repeat(Surface, 60)]));
        using var process = Start("export", "a.ipynb", "--images", "--output", "out");
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("many.png", StringComparison.Ordinal))
        {
        }

        var children = Processes.ChildrenOf(process.Id);
        Assert.NotEmpty(children);
        Assert.All(children, child => Assert.DoesNotContain("token=", File.ReadAllText($"/proc/{child}/cmdline"), StringComparison.Ordinal));
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
        Assert.Equal(130, process.ExitCode);
        Assert.False(Directory.Exists(_folder["out"]));
        Assert.All(children, child => Assert.False(Processes.IsRunning(child)));
    }

    public void Dispose() => _folder.Dispose();

    private static object Type => TestNotebook.Code(TestNotebook.ShownType);

    private static object Figures(string id, params string[] json) => new
    {
        cell_type = "code",
        id,
        metadata = new { },
        execution_count = (int?)null,
        outputs = Array.Empty<object>(),
        source = string.Join('\n', json.Select(each => $"display(new Shown(\"\"\"{each}\"\"\"));")),
    };

    private string[] FilesOf(string folder) => [.. Directory.EnumerateFileSystemEntries(_folder[folder]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [typeof(UsageException).Assembly.Location, .. arguments])
    {
        WorkingDirectory = _folder.Path,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, said[0], said[1]);
    }
}
