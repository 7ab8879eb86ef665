using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Neurones.Player.Jupyter;
using Neurones.Player.Pictures;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Browser;

/// <summary>The lesson page as a learner uses it: a real server, a real kernel, a real browser.</summary>
public partial class LessonPageTests
{
    [NeedsChromiumFact]
    public async Task Lesson05_RunAll_DrawsASurfaceAndACurve()
    {
        await using var lesson = await LessonPage.OpenAsync();
        var page = lesson.Page;
        await lesson.ChooseAsync(5);
        Assert.DoesNotContain("token", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Run all" }).ClickAsync();
        await lesson.RunEndedAsync();

        Assert.Equal(0, await page.Locator(".cell:not([data-state=ok])").CountAsync());
        var figures = await page.Locator(".figure").AllAsync();
        var (surfaces, curves) = (0, 0);
        foreach (var figure in figures)
        {
            // A figure is drawn when it comes into view.
            await figure.ScrollIntoViewIfNeededAsync();
            await figure.Locator(".main-svg").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            var scene = figure.Locator(".gl-container canvas");
            if (await scene.CountAsync() > 0 && await lesson.ColoursAsync(scene.First) > 200)
            {
                surfaces++;
            }

            curves += await figure.Locator(".scatterlayer path.js-line").EvaluateAllAsync<int>("lines => lines.filter(line => line.getTotalLength() > 100).length");
        }

        Assert.True(surfaces > 0, "No WebGL surface shows more than a flat colour.");
        Assert.True(curves > 0, "No curve is longer than 100 pixels.");
        await PlaysWithoutBlinking(page.Locator(".figure", new() { Has = page.GetByText("play", new() { Exact = true }) }).First);
        Assert.Empty(lesson.Complaints);
    }

    [GeneratedRegex("^iteration [3-9]$")]
    private static partial Regex IterationShown();

    private static async Task PlaysWithoutBlinking(ILocator figure)
    {
        await figure.ScrollIntoViewIfNeededAsync();
        await figure.EvaluateAsync(
            """
            figure => {
              figure.blanks = 0;
              const look = () => {
                figure.blanks += figure.querySelector('.contourfill path') ? 0 : 1;
                requestAnimationFrame(look);
              };
              look();
            }
            """);
        await figure.GetByText("play", new() { Exact = true }).ClickAsync();
        await figure.GetByText(IterationShown()).WaitForAsync();
        await figure.GetByText("pause", new() { Exact = true }).ClickAsync();
        Assert.Equal(0, await figure.EvaluateAsync<int>("figure => figure.blanks"));
    }

    [NeedsChromiumFact]
    public async Task Every_lesson_of_the_course_starts_in_one_tab()
    {
        await using var lesson = await LessonPage.OpenAsync();
        var entries = lesson.Page.Locator(".lessons .entry");
        await entries.First.WaitForAsync();
        var links = await entries.EvaluateAllAsync<string[]>("entries => entries.map(entry => entry.getAttribute('href'))");
        Assert.True(links.Length > new KernelLimits().MaxKernels, "There are too few lessons to use up all kernels.");
        foreach (var link in links)
        {
            await lesson.Page.EvaluateAsync("link => location.hash = link.slice(link.indexOf('#'))", link);
            await lesson.ReadyAsync();
        }

        Assert.Empty(lesson.Complaints);
    }

    [NeedsChromiumFact]
    public async Task Contents_ListLesson5bBetween5And6_WithItsOwnNumberTitleAndSolutions()
    {
        await using var lesson = await LessonPage.OpenAsync();
        var numbers = await lesson.Page.Locator(".lessons .number").AllInnerTextsAsync();
        Assert.Equal(["5", "5b", "6"], numbers.SkipWhile(number => number != "5").Take(3));

        var entry = lesson.Page.Locator(".lessons li", new() { HasText = "The neuron as a class" });
        Assert.Equal("The neuron as a class", await entry.Locator(".title").InnerTextAsync());
        Assert.EndsWith("solutions/05b-the-neuron-as-a-class", await entry.Locator(".solution").GetAttributeAsync("href"), StringComparison.Ordinal);

        await entry.Locator(".entry").ClickAsync();
        await lesson.ReadyAsync();
        Assert.EndsWith("en/05-programming-a-neuron", await lesson.Page.Locator(".neighbours .previous").GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.EndsWith("en/06-cats-and-dogs", await lesson.Page.Locator(".neighbours .next").GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Empty(lesson.Complaints);
    }

    [NeedsChromiumFact]
    public async Task EditedCell_IsKept_AndItsErrorLeadsToItsLine()
    {
        await using var lesson = await LessonPage.OpenAsync();
        var page = lesson.Page;
        await lesson.ChooseAsync(5);
        var cell = page.Locator("#cell-01");
        await page.RunAndWaitForResponseAsync(
            () => cell.Locator(".cm-content").FillAsync("var one = 1;\nthrow new System.Exception(\"on purpose\");"),
            response => response.Request.Method == "PUT" && response.Ok);

        await page.ReloadAsync();
        await lesson.ReadyAsync();
        Assert.Contains("on purpose", await cell.Locator(".cm-content").InnerTextAsync(), StringComparison.Ordinal);

        await cell.GetByRole(AriaRole.Button, new() { Name = "Run cell 1" }).ClickAsync();
        await cell.Locator(".error .place").First.ClickAsync();
        Assert.Contains("on purpose", await cell.Locator(".marked-line").InnerTextAsync(), StringComparison.Ordinal);

        await page.RunAndWaitForResponseAsync(
            () => cell.GetByRole(AriaRole.Button, new() { Name = "Restore the original" }).ClickAsync(),
            response => response.Request.Method == "PUT" && response.Ok);
        Assert.DoesNotContain("on purpose", await cell.Locator(".cm-content").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(lesson.Complaints);
    }

    [NeedsChromiumFact]
    public async Task PicturesOfTheRepositoryAreShown_AndOthersAreTold()
    {
        using var folder = new TemporaryFolder();
        TestNotebook.Write(
            folder["notebooks/en/01-first.ipynb"],
            TestNotebook.Markdown("# 1 · First\n\n<details><summary>What you should see</summary>\n\n![Three pixels](../../images/01-first/one.png)\n\n</details>"),
            TestNotebook.Markdown("![A lost curve](../../images/01-first/gone.png)\n\n![Elsewhere](https://example.org/x.png)"));
        var pixels = new Pixels(3, 1, [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255]);
        Directory.CreateDirectory(folder["images/01-first"]);
        await File.WriteAllBytesAsync(folder["images/01-first/one.png"], PngFile.Encode(pixels, ColourTable.Of(pixels)));
        await using var lesson = await LessonPage.OpenAsync(folder.Path);
        var page = lesson.Page;
        await lesson.ChooseAsync(1);

        await page.GetByText("What you should see").ClickAsync();

        var picture = page.GetByRole(AriaRole.Img, new() { Name = "Three pixels" });
        await picture.ScrollIntoViewIfNeededAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('details img').naturalWidth === 3");
        await page.Locator(".missing-image", new() { HasTextString = "A lost curve" }).WaitForAsync();
        await page.Locator(".missing-image", new() { HasTextString = "Elsewhere" }).WaitForAsync();
        Assert.All(lesson.Complaints, complaint => Assert.Contains("404", complaint, StringComparison.Ordinal));
    }

    [NeedsChromiumFact]
    public async Task WithoutItsToken_ThePageSaysWhatIsMissing()
    {
        await using var lesson = await LessonPage.OpenAsync();
        var stranger = await lesson.Page.Context.Browser!.NewPageAsync();

        await stranger.GotoAsync(new Uri(lesson.Page.Url).GetLeftPart(UriPartial.Authority));

        Assert.Equal("This address has no key", await stranger.Locator("h1").InnerTextAsync());
    }
}
