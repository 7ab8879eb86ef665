using Microsoft.Playwright;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Browser;

/// <summary>A figure's own buttons, and its size on the page.</summary>
public class FigureButtonsTests
{
    [NeedsChromiumFact]
    public async Task SavedFigures_ArePicturesOfWhatIsShown_NamedByLessonAndCell()
    {
        await using var lesson = await LessonPage.OpenAsync();
        var page = lesson.Page;
        await lesson.ChooseAsync(5);
        await page.GetByRole(AriaRole.Button, new() { Name = "Run to cell 23" }).ClickAsync();
        await lesson.RunEndedAsync();
        using var folder = new TemporaryFolder();

        var surface = page.Locator(".cell[data-picture$='surface-code'] .figure");
        await surface.ScrollIntoViewIfNeededAsync();
        await surface.Locator(".main-svg").First.WaitForAsync();
        var width = await surface.EvaluateAsync<int>("figure => figure.clientWidth");
        var before = await SaveAsync(page, surface, "PNG", folder["before.png"]);
        Assert.Equal("05-programming-a-neuron-surface-code.png", before);
        var picture = await DrawnPicture.OfAsync(folder["before.png"]);
        Assert.Equal((2 * width, 2 * 480, "255,255,255"), (picture.Width, picture.Height, picture.Corner));
        Assert.True(picture.Colours > 200, $"The surface has {picture.Colours} colours.");

        var scene = (await surface.Locator(".gl-container").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(scene.X + (scene.Width / 2), scene.Y + (scene.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(scene.X + (scene.Width / 2) + 120, scene.Y + (scene.Height / 2), new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await SaveAsync(page, surface, "PNG", folder["after.png"]);
        var after = await DrawnPicture.OfAsync(folder["after.png"]);
        Assert.Equal("29,34,41", after.Corner);
        Assert.True(after.Colours > 200, $"The turned surface has {after.Colours} colours.");

        var curve = page.Locator(".cell[data-picture$='-data'] .figure");
        await curve.ScrollIntoViewIfNeededAsync();
        await curve.Locator(".main-svg").First.WaitForAsync();
        Assert.Equal("05-programming-a-neuron-data.svg", await SaveAsync(page, curve, "SVG", folder["data.svg"]));
        Assert.True((await DrawnPicture.OfAsync(folder["data.svg"])).Colours > 50);
        var text = await File.ReadAllTextAsync(folder["data.svg"]);
        Assert.Contains("100 plants", text, StringComparison.Ordinal);
        Assert.Contains("harmless", text, StringComparison.Ordinal);
        Assert.Empty(lesson.Complaints);
    }

    private static async Task<string> SaveAsync(IPage page, ILocator figure, string format, string file)
    {
        var button = figure.GetByRole(AriaRole.Button, new() { Name = format });
        await button.FocusAsync();
        Assert.Equal("1", await button.EvaluateAsync<string>("button => getComputedStyle(button).opacity"));
        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        await download.SaveAsAsync(file);
        return download.SuggestedFilename;
    }
}
