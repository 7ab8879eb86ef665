using Microsoft.Playwright;

namespace Neurones.Player.Tests.Browser;

/// <summary>Beginning a lesson, or one cell of it, again.</summary>
public class ResetTests
{
    [NeedsChromiumFact]
    public async Task Reset_gives_the_lesson_as_it_was_and_undo_gives_the_work_back()
    {
        using var course = SmallCourse.Write();
        await using var lesson = await LessonPage.OpenAsync(course.Path);
        var page = lesson.Page;
        await lesson.ChooseAsync(1);
        var exercise = page.Locator("#cell-04");
        await exercise.Locator(".cm-content").FillAsync("\"Right: kept is \" + kept");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run all" }).ClickAsync();
        await lesson.RunEndedAsync();
        await page.GetByText("All cells run, all exercises solved").WaitForAsync();
        await exercise.GetByText("Right: kept is 20").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Reset lesson" }).ClickAsync();

        await page.GetByText("0 of 4 cells run, 0 of 1 exercises solved").WaitForAsync();
        await page.Locator(".kernel-state", new() { HasTextString = "Restarted" }).WaitForAsync();
        Assert.Equal(0, await page.Locator(".output").CountAsync());
        Assert.Contains("Not started", await exercise.Locator(".cm-content").InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.GetByText("All cells run, all exercises solved").WaitForAsync();
        await exercise.GetByText("Right: kept is 20").WaitForAsync();
        Assert.Contains("Right", await exercise.Locator(".cm-content").InnerTextAsync(), StringComparison.Ordinal);

        // The variables don't come back.
        await exercise.GetByRole(AriaRole.Button, new() { Name = "Run cell 4" }).ClickAsync();
        await exercise.GetByText("'kept' does not exist").First.WaitForAsync();
        Assert.Empty(lesson.Complaints);
    }

    [NeedsChromiumFact]
    public async Task Reset_while_a_cell_runs_stops_it_and_leaves_nothing()
    {
        using var course = SmallCourse.Write();
        await using var lesson = await LessonPage.OpenAsync(course.Path);
        var page = lesson.Page;
        await lesson.ChooseAsync(1);
        var cell = page.Locator("#cell-01");
        await cell.Locator(".cm-content").FillAsync("Console.WriteLine(\"on my way\"); while (true) { }");
        await cell.GetByRole(AriaRole.Button, new() { Name = "Run cell 1" }).ClickAsync();
        await cell.GetByText("on my way", new() { Exact = true }).WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Reset lesson" }).ClickAsync();

        await page.Locator(".kernel-state", new() { HasTextString = "Restarted" }).WaitForAsync();
        Assert.Equal(0, await page.Locator(".output").CountAsync());
        Assert.Equal("", await cell.Locator(".cell-status").InnerTextAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Run all" }).ClickAsync();
        await lesson.RunEndedAsync();
        Assert.Equal(SmallCourse.Cells, await page.Locator(".cell[data-state=ok]").CountAsync());
    }

    [NeedsChromiumFact]
    public async Task Restoring_a_cell_takes_its_verdict_away()
    {
        using var course = SmallCourse.Write();
        await using var lesson = await LessonPage.OpenAsync(course.Path);
        await lesson.ChooseAsync(1);
        var exercise = lesson.Page.Locator("#cell-04");
        await exercise.Locator(".cm-content").FillAsync("\"Right: well done\"");
        await exercise.GetByRole(AriaRole.Button, new() { Name = "Run cell 4" }).ClickAsync();
        await exercise.Locator(".output").GetByText("Right: well done").WaitForAsync();

        await exercise.GetByRole(AriaRole.Button, new() { Name = "Restore the original" }).ClickAsync();

        Assert.Equal(0, await exercise.Locator(".output").CountAsync());
        Assert.Equal("", await exercise.Locator(".cell-status").InnerTextAsync());
    }

    [NeedsChromiumFact]
    public async Task Restart_is_never_said_to_be_a_lost_connection()
    {
        using var course = SmallCourse.Write();
        await using var lesson = await LessonPage.OpenAsync(course.Path);
        var page = lesson.Page;
        await lesson.ChooseAsync(1);
        await page.EvaluateAsync(
            """
            () => {
              const state = document.querySelector(".kernel-state");
              window.said = [];
              new MutationObserver(() => said.push(state.textContent)).observe(state, { childList: true });
            }
            """);

        await page.GetByRole(AriaRole.Button, new() { Name = "Restart" }).ClickAsync();
        await page.Locator(".kernel-state", new() { HasTextString = "Restarted" }).WaitForAsync();
        await page.Locator("#cell-01").GetByRole(AriaRole.Button, new() { Name = "Run cell 1" }).ClickAsync();
        await page.Locator("#cell-01[data-state=ok]").WaitForAsync();

        var said = await page.EvaluateAsync<string[]>("() => said.filter((text, index) => text !== said[index - 1])");
        Assert.Equal(["Restarting…", "Restarted: variables were lost", "Running cell 1", "Ready"], said);
    }
}
