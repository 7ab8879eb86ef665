using Microsoft.Playwright;

namespace Neurones.Player.Tests.Browser;

/// <summary>Presenter mode as a teacher uses it: by keys alone, on the lesson's own kernel.</summary>
public class PresenterTests
{
    private const int Bar = 60;

    [NeedsChromiumFact]
    public async Task Keys_StepThroughTheLesson_AndOnlyTheStepIsThere()
    {
        await using var lesson = await PresentAsync("goals");
        var page = lesson.Page;
        var total = int.Parse((await Count(page).InnerTextAsync()).Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(total, 41, 98);
        Assert.True(await FontSizeAsync(page, ".on-step p") >= 28, "Prose is too small for the last row.");

        await page.Keyboard.PressAsync("Home");
        await StandsAtAsync(page, "title", $"Step 1 of {total}");
        Assert.Equal(1, await page.Locator(".column > :visible").CountAsync());
        foreach (var (key, step, number) in new[] { ("PageDown", "goals", 2), ("ArrowRight", "how", 3), (" ", "setup", 4), ("ArrowLeft", "how", 3), ("PageUp", "goals", 2) })
        {
            await page.Keyboard.PressAsync(key);
            await StandsAtAsync(page, step, $"Step {number} of {total}");
        }

        await page.Keyboard.PressAsync("End");
        await StandsAtAsync(page, "next", $"Step {total} of {total}");
        Assert.Equal($"Step {total} of {total}: Next", await page.Locator(".presenter-bar [aria-live]").TextContentAsync());
        Assert.Empty(lesson.Complaints);
    }

    [NeedsChromiumFact]
    public async Task Enter_RunsWhatTheCellNeedsAndTheCell_AndItsFigureFillsTheScreen_UntilThePageIsBack()
    {
        await using var lesson = await PresentAsync("data");
        var page = lesson.Page;

        await page.Keyboard.PressAsync("Enter");

        var figure = page.Locator(".on-step .figure");
        await lesson.RunEndedAsync();
        await figure.Locator(".main-svg").First.WaitForAsync();
        Assert.Equal("ok", await page.Locator("#cell-01").GetAttributeAsync("data-state"));
        var screen = page.ViewportSize!;
        var drawn = await figure.Locator(".main-svg").First.BoundingBoxAsync();
        Assert.True(drawn!.Width > 0.93 * screen.Width && drawn.Height > 0.8 * screen.Height, $"The figure is {drawn.Width} x {drawn.Height} on a screen of {screen.Width} x {screen.Height}.");
        Assert.InRange(drawn.Y, 0, screen.Height - Bar - drawn.Height);
        Assert.True(await lesson.ColoursAsync(figure) > 50, "The figure is blank.");

        await page.ReloadAsync();
        await lesson.ReadyAsync();
        await StandsAtAsync(page, "data", "Step 6 of");
        await page.Keyboard.PressAsync("Shift+Enter");
        await lesson.RunEndedAsync();
        await figure.Locator(".main-svg").First.WaitForAsync();

        await page.Keyboard.PressAsync("Escape");

        Assert.EndsWith("#/en/05-programming-a-neuron", page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator("#cell-02").EvaluateAsync<bool>("cell => cell === document.activeElement && cell.getBoundingClientRect().top >= 0 && cell.getBoundingClientRect().top < innerHeight / 2"));
        await page.WaitForFunctionAsync("() => document.querySelector('#cell-02 .main-svg').getBoundingClientRect().height === 420");
        await page.Locator(".neighbours").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal(0, await page.Locator(".presenter-bar").CountAsync());
        Assert.Empty(lesson.Complaints);
    }

    [NeedsChromiumFact]
    public async Task KeysTypedIntoTheCode_AreTheEditors_AndEscapeLeavesFirstTheEditor()
    {
        await using var lesson = await PresentAsync("setup");
        var page = lesson.Page;
        var code = page.Locator(".on-step .cm-content");
        var before = await code.InnerTextAsync();

        await page.Keyboard.PressAsync("e");
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.TypeAsync("var f = 1; f + e ");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("PageDown");
        await StandsAtAsync(page, "setup", "Step 4");
        Assert.Contains("f + e", await code.InnerTextAsync(), StringComparison.Ordinal);

        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Restore the original" }).ClickAsync(),
            response => response.Request.Method == "PUT" && response.Ok);
        Assert.Equal(before, await code.InnerTextAsync());
        await code.ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await StandsAtAsync(page, "setup", "Step 4");
        await page.Keyboard.PressAsync("PageDown");
        await StandsAtAsync(page, "plants", "Step 5");
        Assert.Empty(lesson.Complaints);
    }

    [NeedsChromiumFact]
    public async Task EveryStep_ShowsSomething_AlsoBehindAFigure()
    {
        await using var lesson = await LessonPage.OpenAsync();
        var page = lesson.Page;
        await lesson.ChooseAsync(5);
        await page.GetByRole(AriaRole.Button, new() { Name = "Run to cell 2", Exact = true }).ClickAsync();
        await page.Locator("#cell-02 .figure .main-svg").First.WaitForAsync();

        await page.Keyboard.PressAsync("Alt+p");
        await page.Keyboard.PressAsync("End");
        var last = await page.Locator(".step-count").InnerTextAsync();
        await page.Keyboard.PressAsync("Home");
        for (var step = ""; step != last; await page.Keyboard.PressAsync("ArrowRight"))
        {
            Assert.NotEqual(step, step = await page.Locator(".step-count").InnerTextAsync());
            Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('.on-step')].some(part => part.offsetHeight > 0)"), $"{step} is blank.");
        }
    }

    [NeedsChromiumFact]
    public async Task AltP_BeginsAtWhatIsRead_AndBackInTheBrowserLeaves()
    {
        await using var lesson = await LessonPage.OpenAsync();
        var page = lesson.Page;
        await lesson.ChooseAsync(5);
        await page.Locator("#cell-10").EvaluateAsync("cell => cell.scrollIntoView({ behavior: 'instant' })");

        await page.Keyboard.PressAsync("Alt+p");

        Assert.True(await page.Locator("#cell-10").IsVisibleAsync() || await page.Locator("#cell-10").EvaluateAsync<bool>("cell => cell.previousElementSibling.classList.contains('on-step')"));
        await page.GoBackAsync();
        await page.Locator("#cell-01").WaitForAsync();
        Assert.True(await page.Locator("#cell-10").EvaluateAsync<bool>("cell => Math.abs(cell.getBoundingClientRect().top) < innerHeight"));
        Assert.Empty(lesson.Complaints);
    }

    private static async Task<LessonPage> PresentAsync(string cell)
    {
        var lesson = await LessonPage.OpenAsync();
        await lesson.Page.EvaluateAsync($"location.hash = '#/en/05-programming-a-neuron?present={cell}'");
        await lesson.Page.Locator(".presenter-bar").WaitForAsync();
        await lesson.ReadyAsync();
        return lesson;
    }

    private static ILocator Count(IPage page) => page.Locator(".step-count");

    private static async Task StandsAtAsync(IPage page, string cell, string count)
    {
        await page.WaitForURLAsync($"**/#/en/05-programming-a-neuron?present={cell}");
        await page.Locator(".step-count", new() { HasText = count }).WaitForAsync();
    }

    private static Task<double> FontSizeAsync(IPage page, string selector) =>
        page.Locator(selector).First.EvaluateAsync<double>("element => parseFloat(getComputedStyle(element).fontSize)");
}
