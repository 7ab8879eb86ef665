using Microsoft.Playwright;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Browser;

/// <summary>A figure on the page: its own buttons, its keys, its size.</summary>
public class FigureTests
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

        var surface = await DrawnAsync(page, "surface-code");
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

        var curve = await DrawnAsync(page, "data");
        Assert.Equal("05-programming-a-neuron-data.svg", await SaveAsync(page, curve, "SVG", folder["data.svg"]));
        Assert.True((await DrawnPicture.OfAsync(folder["data.svg"])).Colours > 50);
        var text = await File.ReadAllTextAsync(folder["data.svg"]);
        Assert.Contains("100 plants", text, StringComparison.Ordinal);
        Assert.Contains("harmless", text, StringComparison.Ordinal);
        Assert.Empty(lesson.Complaints);
    }

    [NeedsChromiumFact]
    public async Task Keys_TurnA3DView_AndGoThroughAnAnimation_WhichFitsALaptop()
    {
        await using var lesson = await LessonPage.OpenAsync();
        var page = lesson.Page;
        await page.SetViewportSizeAsync(1366, 640);
        await lesson.ChooseAsync(5);
        await page.GetByRole(AriaRole.Button, new() { Name = "Run to cell 25" }).ClickAsync();
        await lesson.RunEndedAsync();

        var animation = await DrawnAsync(page, "animation-code");
        var height = await animation.EvaluateAsync<double>("figure => figure.getBoundingClientRect().height");
        Assert.InRange(height, 500, 640 - 56);
        var plot = animation.Locator(".plot");
        await plot.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForFunctionAsync("plot => plot.layout.sliders[0].active === 2", await plot.ElementHandleAsync());
        await page.Keyboard.PressAsync("Space");
        await page.WaitForFunctionAsync("plot => plot.layout.sliders[0].active > 4", await plot.ElementHandleAsync());
        await page.Keyboard.PressAsync("Space");

        var surface = (await DrawnAsync(page, "surface-code")).Locator(".plot");
        await surface.FocusAsync();
        var eye = await EyeAsync(surface);
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.WaitForFunctionAsync("([plot, z]) => plot.layout.scene.camera.eye.z > z + 0.1", new object[] { (await surface.ElementHandleAsync())!, eye[2] });
        var turned = await EyeAsync(surface);
        Assert.Equal(Length(eye), Length(turned), 6);
        Assert.Equal(-10, (Math.Atan2(turned[1], turned[0]) - Math.Atan2(eye[1], eye[0])) * 180 / Math.PI, 6);
        Assert.Empty(lesson.Complaints);
    }

    private static double Length(double[] place) => Math.Sqrt(place.Sum(x => x * x));

    private static Task<double[]> EyeAsync(ILocator plot) =>
        plot.EvaluateAsync<double[]>("plot => { const { x, y, z } = plot.layout.scene.camera.eye; return [x, y, z]; }");

    private static async Task<ILocator> DrawnAsync(IPage page, string cell)
    {
        var figure = page.Locator($".cell[data-picture='05-programming-a-neuron-{cell}'] .figure");
        await figure.ScrollIntoViewIfNeededAsync();
        await figure.Locator(".main-svg").First.WaitForAsync();
        return figure;
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
