using Microsoft.Playwright;

namespace Neurones.Player.Tests.Browser;

/// <summary>The page in a headless Chromium, together with everything that it must not do.</summary>
internal sealed class LessonPage : IAsyncDisposable
{
    private const float StepLimit = 60_000;
    private const float RunLimit = 300_000;

    // WebGL is drawn in software; and Chromium itself asks for nothing on the network.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly PlayerProcess _player;

    private LessonPage(IPlaywright playwright, IBrowser browser, PlayerProcess player, IPage page)
    {
        (_playwright, _browser, _player, Page) = (playwright, browser, player, page);
        Page.SetDefaultTimeout(StepLimit);
        // A violation of the content security policy is an error on the console.
        Page.Console += (_, message) => Note(message.Type == "error", message.Text);
        Page.PageError += (_, error) => Note(true, error);
        Page.Request += (_, request) => Note(!IsLocal(request.Url), $"A request left the machine: {request.Url}");
        Page.WebSocket += (_, socket) => Note(!IsLocal(socket.Url), $"A socket left the machine: {socket.Url}");
        Page.Response += (_, response) => Note(response.Status >= 400, $"{response.Status} {response.Url}");
    }

    public IPage Page { get; }

    /// <summary>Errors on the console, failed requests and requests to other machines, so far.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>What the command printed: the page's address with its token.</summary>
    public Uri Address => new(_player.Address);

    /// <summary>Starts the command and a browser at the address that it printed.</summary>
    public static async Task<LessonPage> OpenAsync(string? folder = null, params string[] arguments)
    {
        var player = await PlayerProcess.StartAsync(folder);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = [.. Arguments, .. arguments] });
        var page = new LessonPage(playwright, browser, player, await browser.NewPageAsync());
        await page.Page.GotoAsync(player.Address);
        await page.Page.Locator(".lessons").WaitForAsync();
        return page;
    }

    /// <summary>Chooses a lesson from the contents and waits until its kernel is ready.</summary>
    public async Task ChooseAsync(int lesson)
    {
        await Page.Locator(".entry", new() { Has = Page.Locator(".number", new() { HasTextRegex = new($"^{lesson}$") }) }).ClickAsync();
        await ReadyAsync();
    }

    public Task ReadyAsync() => Page.Locator(".kernel-state[data-state=ready]").WaitForAsync();

    /// <summary>Waits until no cell runs or waits.</summary>
    public Task RunEndedAsync() => Page.WaitForFunctionAsync(
        "() => !document.querySelector('.cell:is([data-state=running], [data-state=waiting])')", null, new() { Timeout = RunLimit });

    /// <summary>How many different colours the learner sees within an element.</summary>
    public async Task<int> ColoursAsync(ILocator element)
    {
        var picture = Convert.ToBase64String(await element.ScreenshotAsync());
        return await Page.EvaluateAsync<int>(
            """
            async picture => {
              const image = new Image();
              image.src = `data:image/png;base64,${picture}`;
              await image.decode();
              const canvas = new OffscreenCanvas(image.width, image.height);
              const context = canvas.getContext("2d");
              context.drawImage(image, 0, 0);
              return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
            }
            """,
            picture);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await _player.DisposeAsync();
    }

    private static bool IsLocal(string url) => new Uri(url) is { Host: "127.0.0.1" or "" };

    private void Note(bool complain, string text)
    {
        if (complain)
        {
            Complaints.Add(text);
        }
    }
}
