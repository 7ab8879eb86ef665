using System.Text.Json;
using Microsoft.Playwright;

namespace Neurones.Player.Tests.Browser;

/// <summary>WCAG 2.2 AA: what axe-core finds, and what it can't see: the keyboard, small targets, narrow windows, wide letters.</summary>
public class AccessibilityTests
{
    private const int StickyHeader = 56;

    [NeedsAxeFact]
    public async Task Axe_finds_nothing_in_the_contents_and_in_a_lesson_before_and_after_it_ran()
    {
        await using var lesson = await LessonPage.OpenAsync();
        await FindsNothingAsync(lesson, "contents");
        await lesson.ChooseAsync(5);
        await FindsNothingAsync(lesson, "lesson");

        await lesson.Page.GetByRole(AriaRole.Button, new() { Name = "Run all" }).ClickAsync();
        await lesson.RunEndedAsync();
        await lesson.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
        await FindsNothingAsync(lesson, "lesson that ran");

        await lesson.Page.GetByRole(AriaRole.Link, new() { Name = "Neurones" }).ClickAsync();
        await lesson.Page.GetByText("32 of 32").Or(lesson.Page.GetByText("All cells run")).WaitForAsync();
        await FindsNothingAsync(lesson, "contents with progress");
    }

    [NeedsChromiumFact]
    public async Task Tab_reaches_everything_in_sight_and_leaves_it_again()
    {
        using var course = SmallCourse.Write();
        await using var lesson = await LessonPage.OpenAsync(course.Path);
        var page = lesson.Page;
        await lesson.ChooseAsync(1);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce }); // The page goes to the focus at once.
        await page.ReloadAsync(); // As one comes from outside, before anything has the focus.
        await lesson.ReadyAsync();

        var reached = new List<string>();
        for (var presses = 0; presses < 60; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focus = (await page.EvaluateAsync<JsonElement>(
                """
                () => {
                  const element = document.activeElement;
                  const { top, bottom, width, height } = element.getBoundingClientRect();
                  return { id: element === document.body ? "" : element.id || element.getAttribute("aria-label") || element.textContent, inHeader: Boolean(element.closest(".header, .skip")), inText: getComputedStyle(element).display === "inline", top, bottom, width, height };
                }
                """)).Deserialize<Focus>(JsonSerializerOptions.Web)!;
            if (focus.Id.Length == 0)
            {
                break;
            }

            Assert.True(focus.InHeader || (focus.Bottom > StickyHeader && focus.Top < 720), $"{focus.Id} has the focus out of sight, at {focus.Top} to {focus.Bottom}.");
            Assert.True(focus.InText || (focus.Height >= 24 && focus.Width >= 24), $"{focus.Id} is a target of {focus.Width} x {focus.Height}.");
            reached.Add(focus.Id);
        }

        Assert.Equal("Skip to the text", reached[0]);
        Assert.Equal(reached.Count, reached.Distinct().Count());
        var controls = await page.Locator("button:visible:enabled, a[href]:visible, summary:visible, .cm-content").CountAsync();
        Assert.Equal(controls, reached.Count);
    }

    [NeedsChromiumFact]
    public async Task Escape_leaves_an_editor_and_enter_goes_back_in_where_tab_then_indents()
    {
        using var course = SmallCourse.Write();
        await using var lesson = await LessonPage.OpenAsync(course.Path);
        var page = lesson.Page;
        await lesson.ChooseAsync(1);
        var cell = page.Locator("#cell-01");
        await cell.Locator(".cm-content").FillAsync("1");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal(5, (await cell.Locator(".cm-line").InnerTextAsync()).Length);

        await page.Keyboard.PressAsync("Escape");
        Assert.True(await cell.EvaluateAsync<bool>("cell => document.activeElement === cell"));
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await page.Locator("#cell-02").EvaluateAsync<bool>("cell => cell.contains(document.activeElement)"));
    }

    [NeedsChromiumTheory]
    [InlineData(320, "")]
    [InlineData(320, "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }")]
    public async Task A_narrow_window_and_wide_letters_need_no_second_scroll_bar(int width, string style)
    {
        using var course = SmallCourse.Write();
        await using var lesson = await LessonPage.OpenAsync(course.Path);
        var page = lesson.Page;
        await page.SetViewportSizeAsync(width, 640);
        Assert.Equal(width, await WidthAsync());
        await lesson.ChooseAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Run all" }).ClickAsync();
        await lesson.RunEndedAsync();

        Assert.Equal(width, await WidthAsync());
        Assert.Empty(await page.Locator(".button:visible").EvaluateAllAsync<string[]>(
            "buttons => buttons.filter(button => button.scrollWidth > button.clientWidth + 1).map(button => button.textContent)"));

        async Task<int> WidthAsync()
        {
            if (style.Length > 0)
            {
                await page.AddStyleTagAsync(new() { Content = style });
            }

            return await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        }
    }

    private static async Task FindsNothingAsync(LessonPage lesson, string what)
    {
        foreach (var (width, scheme) in from width in (int[])[1280, 360] from scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark] select (width, scheme))
        {
            await lesson.Page.SetViewportSizeAsync(width, 800);
            await lesson.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            foreach (var frame in lesson.Page.Frames)
            {
                await frame.WaitForFunctionAsync("theme => document.documentElement.dataset.theme === theme", scheme == ColorScheme.Dark ? "dark" : "light", new() { PollingInterval = 50 }); // Nothing is drawn in a frame out of sight.
            }

            var found = await Axe.FindAsync(lesson.Page);
            Assert.True(found.Count == 0, $"The {what} at {width} pixels, {scheme}: {string.Join("\n", found)}");
        }
    }

    private sealed record Focus(string Id, bool InHeader, bool InText, double Top, double Bottom, double Width, double Height);
}
