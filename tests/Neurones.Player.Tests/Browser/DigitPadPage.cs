using System.Collections;
using Microsoft.Playwright;
using Neurones.Charts;

namespace Neurones.Player.Tests.Browser;

/// <summary>A bare page in Chromium to show a pad in, as a notebook host does.</summary>
public sealed class DigitPadPage : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IPage? _page;

    internal IPage Page => _page!;

    public async Task InitializeAsync()
    {
        if (Chromium.WhyMissing is null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
            _page = await _browser.NewPageAsync();
        }
    }

    public async Task DisposeAsync()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
    }

    /// <summary>What a notebook host gets from the formatter that it finds by its name.</summary>
    internal static string Html(DigitPad pad)
    {
        var attribute = typeof(DigitPad).GetCustomAttributes(inherit: true).Single(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");
        var source = Activator.CreateInstance((Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!)!;
        var formatters = (IEnumerable)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        dynamic html = formatters.Cast<object>().First();
        using var writer = new StringWriter();
        Assert.True((bool)html.GetType().GetMethod("Format").Invoke(html, new object[] { pad, writer }));
        return writer.ToString();
    }

    internal Task ShowAsync(DigitPad pad) => Page.SetContentAsync(Html(pad));

    internal Task DrawAsync(params (double X, double Y)[] stroke) => DrawAsync(Page, Page.Locator("canvas").First, stroke);

    /// <summary>One stroke of the mouse; places are parts of the field's width and height.</summary>
    internal static async Task DrawAsync(IPage page, ILocator field, params (double X, double Y)[] stroke)
    {
        var box = (await field.BoundingBoxAsync())!;
        await MoveAsync(stroke[0]);
        await page.Mouse.DownAsync();
        foreach (var place in stroke[1..])
        {
            await MoveAsync(place);
        }

        await page.Mouse.UpAsync();

        Task MoveAsync((double X, double Y) place) => page.Mouse.MoveAsync(
            (float)(box.X + (place.X * box.Width)), (float)(box.Y + (place.Y * box.Height)), new() { Steps = 4 });
    }
}
