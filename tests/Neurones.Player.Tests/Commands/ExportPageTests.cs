using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Neurones.Player.Tests.Browser;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Commands;

/// <summary>`neurones export --html`: what a reader gets who has the files and nothing else.</summary>
public sealed class ExportPageTests : IDisposable
{
    private const string Surface = """{"data":[{"type":"surface","z":[[0,1,2],[1,3,1],[2,1,0]]}],"layout":{"title":{"text":"A hill"},"height":300}}""";

    private const string Animation = """
        {"data":[{"x":[0,9],"y":[0,9],"mode":"markers","marker":{"size":40}}],"layout":{"height":300,
        "updatemenus":[{"type":"buttons","buttons":[{"label":"play","method":"animate","args":[null,{"frame":{"duration":20}}]}]}],
        "sliders":[{"steps":[{"label":"0","method":"animate","args":[["0"]]},{"label":"1","method":"animate","args":[["1"]]}],"currentvalue":{"prefix":"step "}}]},
        "frames":[{"name":"0","data":[{"marker":{"size":40}}],"traces":[0]},{"name":"1","data":[{"marker":{"size":0}}],"traces":[0]}]}
        """;

    private readonly TemporaryFolder _folder = new();

    [NeedsChromiumFact]
    public async Task A_lesson_is_read_without_network_or_server()
    {
        WriteLessons();
        var (code, output, error) = await ExportCommandLine.RunAsync(_folder.Path, "en", "--html", "--output", "out");
        Assert.True(code == 0, output + error);
        Assert.Equal(["01-first.html", "02-second.html", "index.html", "plotly.min.js"], Directory.EnumerateFileSystemEntries(_folder["out"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

        await using var opened = await ExportedPage.OpenAsync(_folder["out/01-first.html"]);
        var page = opened.Page;
        Assert.Equal("1 · First", await page.TitleAsync());
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await page.Locator("math").CountAsync());
        Assert.Contains("throw", await page.Locator(".cell-code .tok-keyword").AllInnerTextsAsync());
        Assert.Equal("0.5", await page.Locator(".stdout").InnerTextAsync());
        Assert.Contains("InvalidOperationException: on purpose", await page.Locator(".error-headline").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("bold", await page.FrameLocator(".html-frame").Locator("b").InnerTextAsync());
        await page.GetByText("What you should see").ClickAsync();
        Assert.Equal(1, await page.GetByAltText("A dot").EvaluateAsync<int>("async image => (await image.decode(), image.naturalWidth)"));

        await DrawnAsync(page.Locator(".figure").Nth(0), ".gl-container canvas");
        await DrawnAsync(page.Locator(".figure").Nth(1), ".scatterlayer .point");
        await page.Locator(".figure").Nth(1).GetByText("play", new() { Exact = true }).ClickAsync();
        await page.GetByText("step 1").WaitForAsync();

        Assert.Null(await page.EvaluateAsync<string?>("window.hacked ?? null"));
        // What the lesson's HTML wanted to run was refused, and nothing else went wrong.
        Assert.NotEmpty(opened.Complaints);
        Assert.All(opened.Complaints, complaint => Assert.Matches("Blocked script execution in 'about:srcdoc'|Content Security Policy", complaint));
        Assert.Equal(0, await page.Locator("a", new() { HasTextString = "third" }).CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "second", Exact = true }).ClickAsync();
        Assert.Equal("2 · Second", await page.TitleAsync());
        await page.Locator(".home").ClickAsync();
        Assert.Equal(["1 · First", "2 · Second"], await page.Locator(".entry").AllInnerTextsAsync());
        Assert.Empty(await opened.BarriersAsync());
    }

    [NeedsChromiumFact]
    public async Task A_page_fits_telephone_night_paper_and_readers_without_script()
    {
        WriteLessons();
        await ExportCommandLine.RunAsync(_folder.Path, "en/01-first.ipynb", "--html", "--output", "out");
        Assert.False(File.Exists(_folder["out/index.html"]));
        await using (var phone = await ExportedPage.OpenAsync(_folder["out/01-first.html"], 360, ColorScheme.Dark))
        {
            Assert.Equal(0, await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
            Assert.Equal("rgb(21, 24, 29)", await phone.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
            Assert.Empty(await phone.BarriersAsync());

            await phone.Page.EvaluateAsync("location.hash = 'print'");
            await phone.Page.ReloadAsync();
            await phone.Page.Locator("html[data-print=ready]").WaitForAsync();
            await phone.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
            Assert.Equal(2, await phone.Page.Locator(".print-picture svg").EvaluateAllAsync<int>("pictures => pictures.filter(picture => picture.checkVisibility() && picture.clientHeight > 100).length"));
            Assert.Equal(0, await phone.Page.Locator("button:not(.place), .figure, .header").EvaluateAllAsync<int>("elements => elements.filter(element => element.checkVisibility()).length"));
            Assert.Equal("light", await phone.Page.Locator("html").GetAttributeAsync("data-theme"));
        }

        await using var plain = await ExportedPage.OpenAsync(_folder["out/01-first.html"], scripts: false);
        var text = await plain.Page.Locator("body").InnerTextAsync();
        Assert.All(["# 1 · First", "int half = 1;", "0.5", "on purpose"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_fails_leaves_the_earlier_page_as_it_was()
    {
        TestNotebook.Write(_folder["a.ipynb"], TestNotebook.Markdown("# A"), TestNotebook.Code("1"));
        Assert.Equal(0, (await ExportCommandLine.RunAsync(_folder.Path, "a.ipynb", "--html", "--output", "out")).Code);
        var before = await File.ReadAllBytesAsync(_folder["out/a.html"]);

        TestNotebook.Write(_folder["a.ipynb"], TestNotebook.Code("throw new Exception(\"boom\");"));
        var (code, output, _) = await ExportCommandLine.RunAsync(_folder.Path, "a.ipynb", "--html", "--script", "--output", "out");
        Assert.Equal(1, code);
        Assert.Contains("boom", output, StringComparison.Ordinal);
        Assert.Equal([_folder["out/a.html"]], Directory.GetFileSystemEntries(_folder["out"]));
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder["out/a.html"]));
    }

    [Fact]
    public async Task A_page_and_a_program_with_a_figure_share_one_plotly()
    {
        var lessons = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../artifacts/lessons"));
        var libraries = string.Concat(((string[])["MathNet.Numerics", "Neurones", "Neurones.Charts"]).Select(name => $"#r \"{lessons}/{name}.dll\"\n"));
        TestNotebook.Write(_folder["a.ipynb"], TestNotebook.Code($"{libraries}using Neurones.Charts;"), TestNotebook.Code("Chart.Function(z => z * z, (-1, 1), \"z\", \"a\", \"A parabola\")"));
        var (code, output, error) = await ExportCommandLine.RunAsync(_folder.Path, "a.ipynb", "--html", "--script", "--output", "out");
        Assert.True(code == 0, output + error);
        Assert.Equal(["a.cs", "a.html", "plotly.min.js"], Directory.EnumerateFileSystemEntries(_folder["out"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Equal(2, output.Split("plotly.min.js").Length); // It is made once.

        static string Here([CallerFilePath] string path = "") => path;
    }

    public void Dispose() => _folder.Dispose();

    private static async Task DrawnAsync(ILocator figure, string mark)
    {
        await figure.ScrollIntoViewIfNeededAsync();
        await figure.Locator(mark).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private void WriteLessons()
    {
        Directory.CreateDirectory(_folder["images"]);
        File.WriteAllBytes(_folder["images/dot.png"], Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
        TestNotebook.Write(
            _folder["en/01-first.ipynb"],
            TestNotebook.Markdown("# 1 · First\n\nSee $x^2$, the [second](02-second.ipynb) and the [third](03-third.ipynb).\n\n<details><summary>What you should see</summary>\n\n![A dot](../images/dot.png)\n\n</details>\n\n<img src=x onerror=\"window.hacked='prose'\"><script>window.hacked = 'script'</script>"),
            TestNotebook.Code("int half = 1;\nConsole.WriteLine(half / 2.0);"),
            TestNotebook.Code("throw new InvalidOperationException(\"on purpose\");", "raises-exception"),
            TestNotebook.Code("HTML(\"<p><b>bold</b><script>parent.hacked = 'output'</script><img src=x onerror=\\\"parent.hacked='image'\\\">\")"),
            TestNotebook.Code(TestNotebook.ShownType),
            TestNotebook.Code($"new Shown(\"\"\"{Surface}\"\"\")"),
            TestNotebook.Code($"new Shown(\"\"\"\"\n{Animation}\n\"\"\"\")"));
        TestNotebook.Write(_folder["en/02-second.ipynb"], TestNotebook.Markdown("# 2 · Second"), TestNotebook.Code("2"));
    }
}
