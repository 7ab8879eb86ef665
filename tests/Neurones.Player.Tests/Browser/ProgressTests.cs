using System.Text.Json;
using Microsoft.Playwright;

namespace Neurones.Player.Tests.Browser;

/// <summary>What the page remembers of a learner's way through a lesson.</summary>
public class ProgressTests
{
    [NeedsChromiumFact]
    public async Task Progress_and_outputs_survive_a_reload_and_the_contents_lead_to_where_the_learner_left()
    {
        using var course = SmallCourse.Write();
        await using var lesson = await LessonPage.OpenAsync(course.Path);
        var page = lesson.Page;
        Assert.Equal(0, await page.Locator(".lessons .progress").CountAsync());
        await lesson.ChooseAsync(1);
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).CountAsync());
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Run to cell 2" }).ClickAsync(),
            response => response.Ok && response.Request.PostData is { } body && JsonDocument.Parse(body).RootElement.TryGetProperty("done", out var done) && done.GetArrayLength() == 2);

        await page.ReloadAsync();
        await lesson.ReadyAsync();

        await page.GetByText("2 of 4 cells run, 0 of 1 exercises solved").WaitForAsync();
        await page.Locator("#cell-01").GetByText("two").Last.WaitForAsync();
        await page.Locator("#cell-01 .output").GetByText("second").WaitForAsync();
        await page.FrameLocator("#cell-02 iframe").GetByText("bold").WaitForAsync();
        await page.Locator("#cell-02 .output").GetByText("21").WaitForAsync();
        Assert.Equal("from your last visit", await page.Locator("#cell-02 .cell-status").InnerTextAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("() => scrollY"));

        await page.GetByRole(AriaRole.Link, new() { Name = "Neurones" }).ClickAsync();
        await page.Locator(".lessons").GetByText("2 of 4 cells run, 0 of 1 exercises solved").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue First" }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('#cell-03')?.contains(document.activeElement)");
        Assert.Empty(lesson.Complaints);
    }

    [NeedsChromiumTheory]
    [InlineData("\"not JSON\"")]
    [InlineData("42")]
    [InlineData("{ outputs: 'none' }")]
    [InlineData("JSON.stringify({ outputs: [null, { output_type: 'stream' }, { output_type: 'display_data' }], count: 'x' })")]
    public async Task What_the_browser_kept_and_cannot_be_read_is_as_if_it_were_not_there(string kept)
    {
        using var course = SmallCourse.Write();
        await using var lesson = await LessonPage.OpenAsync(course.Path);
        var page = lesson.Page;
        await lesson.ChooseAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Run to cell 1" }).ClickAsync();
        await page.Locator("#cell-01[data-state=ok]").WaitForAsync();
        await page.EvaluateAsync(
            $$"""
            () => new Promise(resolve => {
              indexedDB.open("neurones").onsuccess = event => {
                const store = event.target.result.transaction("outputs", "readwrite").objectStore("outputs");
                store.getAllKeys().onsuccess = keys => store.put({{kept}}, keys.target.result[0]).onsuccess = resolve;
              };
            })
            """);

        await page.ReloadAsync();
        await lesson.ReadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Run all" }).ClickAsync();
        await lesson.RunEndedAsync();

        Assert.Equal(SmallCourse.Cells, await page.Locator(".cell[data-state=ok]").CountAsync());
        Assert.Empty(lesson.Complaints);
    }
}
