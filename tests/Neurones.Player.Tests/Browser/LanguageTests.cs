using Microsoft.Playwright;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Browser;

/// <summary>The editor helps while one types: with a real kernel behind it.</summary>
public class LanguageTests
{
    [NeedsChromiumFact]
    public async Task TheEditorCompletes_TellsWhatACallTakes_AndUnderlinesErrorsUntilTheyAreMended()
    {
        using var folder = new TemporaryFolder();
        TestNotebook.Write(
            folder["notebooks/en/01-first.ipynb"],
            TestNotebook.Markdown("# 1 · First"),
            TestNotebook.Code("double learningRate = 0.1;"),
            TestNotebook.Code("1"));
        await using var lesson = await LessonPage.OpenAsync(folder.Path);
        var page = lesson.Page;
        await lesson.ChooseAsync(1);
        var content = page.Locator("#cell-02 .cm-content");
        await content.FillAsync("");
        await content.ClickAsync();

        // The first cell hasn't run; its names are known all the same.
        await page.Keyboard.TypeAsync("learn");
        await page.GetByRole(AriaRole.Option, new() { Name = "learningRate" }).WaitForAsync();
        await page.WaitForTimeoutAsync(200);
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("learningRate", await content.InnerTextAsync());

        await content.FillAsync("");
        await page.Keyboard.TypeAsync("Math.Pow(");
        await page.Locator(".signature-help .active-parameter", new() { HasText = "double x" }).WaitForAsync();
        await page.Keyboard.TypeAsync("2, ");
        await page.Locator(".signature-help .active-parameter", new() { HasText = "double y" }).WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator(".signature-help").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.True(await content.EvaluateAsync<bool>("element => element.contains(document.activeElement)"), "Escape left the editor with the help.");

        await content.FillAsync("learningRate + missing");
        await page.Locator(".cm-lintRange-error", new() { HasText = "missing" }).WaitForAsync();
        await page.Keyboard.PressAsync("F8");
        await page.Locator(".cm-tooltip-lint .cm-diagnostic-error", new() { HasText = "The name 'missing' does not exist" }).WaitForAsync();
        await content.FillAsync("learningRate + 1");
        await page.Locator(".cm-lintRange-error").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        // A question about code isn't a cell that runs.
        Assert.Equal("ready", await page.Locator(".kernel-state").GetAttributeAsync("data-state"));
        Assert.Empty(lesson.Complaints);
    }
}
