using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Playwright;

namespace Neurones.Player.Tests.Browser;

/// <summary>A page in a file, in a headless Chromium that reaches neither a network nor a server.</summary>
internal sealed class ExportedPage : IAsyncDisposable
{
    private static readonly string[] Arguments = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private ExportedPage(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (_playwright, _browser, Page) = (playwright, browser, page);
        Page.SetDefaultTimeout(60_000);
        Page.Console += (_, message) => Note(message.Type == "error", message.Text);
        Page.PageError += (_, error) => Note(true, error);
        Page.Request += (_, request) => Note(new Uri(request.Url).Scheme is not ("file" or "data" or "blob"), $"A request left the page: {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>Errors on the console, what the policy of the page forbade, and requests for anything but files.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<ExportedPage> OpenAsync(string file, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Arguments });
        var page = new ExportedPage(playwright, browser, await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme, JavaScriptEnabled = scripts }));
        await page.Page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    /// <summary>What axe finds wrong with the page for those who can't see it, or not well.</summary>
    public async Task<string[]> BarriersAsync()
    {
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(Here())!, "../Clients/node_modules/axe-core/axe.min.js")));
        var found = await Page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.map(found => `${found.id}: ${found.nodes.map(node => node.target).join(', ')}`)");
        return found.Deserialize<string[]>()!;

        static string Here([CallerFilePath] string path = "") => path;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }

    private void Note(bool complain, string text)
    {
        if (complain)
        {
            Complaints.Add(text);
        }
    }
}
