using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Neurones.Charts.Tests.Formatting;
using Neurones.Player.Tests.Browser;

namespace Neurones.Charts.Tests.Drawing;

/// <summary>A page in Chromium to show a pad in, as a notebook host does.</summary>
public sealed class DigitPadPage : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IPage? _page;

    internal IPage Page => _page!;

    /// <summary>Errors on the console, so far; a violation of the content security policy is one.</summary>
    internal List<string> Complaints { get; } = [];

    public async Task InitializeAsync()
    {
        if (Chromium.WhyMissing is null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
            _page = await _browser.NewPageAsync();
            _page.Console += (_, message) => Complaints.AddRange(message.Type == "error" ? [message.Text] : []);
            _page.PageError += (_, error) => Complaints.Add(error);
        }
    }

    public async Task DisposeAsync()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
    }

    internal Task ShowAsync(DigitPad pad) => Page.SetContentAsync(Convention.Format(pad, "text/html"));

    /// <summary>In the frame that holds HTML outputs in the player's page, sealed by its policy as its build does it.</summary>
    internal async Task ShowInOurFrameAsync(DigitPad pad)
    {
        var frame = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/Neurones.Player/client/output-frame.html"));
        var script = Regex.Match(frame, "<script>(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        await Page.SetContentAsync("<body></body>");
        await Page.EvaluateAsync(
            """
            ([frame, html]) => new Promise(shown => {
              const element = Object.assign(document.createElement("iframe"), { srcdoc: frame, width: 700 });
              element.setAttribute("sandbox", "allow-scripts");
              addEventListener("message", ({ data }) => {
                if (data.ready) element.contentWindow.postMessage({ html, theme: "dark", size: "16px" }, "*");
                if (data.height > 100) { element.height = data.height; shown(); }
              });
              document.body.append(element);
            })
            """,
            new[] { frame.Replace("OUR-SCRIPT", $"sha256-{hash}", StringComparison.Ordinal), Convention.Format(pad, "text/html") });

        static string Here([CallerFilePath] string path = "") => path;
    }

    internal Task DrawAsync(params (double X, double Y)[] stroke) => DrawAsync(Page.Locator("canvas").First, stroke);

    /// <summary>One stroke of the mouse; places are parts of the field's width and height.</summary>
    internal async Task DrawAsync(ILocator field, params (double X, double Y)[] stroke)
    {
        var box = (await field.BoundingBoxAsync())!;
        await MoveAsync(stroke[0]);
        await Page.Mouse.DownAsync();
        foreach (var place in stroke[1..])
        {
            await MoveAsync(place);
        }

        await Page.Mouse.UpAsync();

        Task MoveAsync((double X, double Y) place) => Page.Mouse.MoveAsync(
            (float)(box.X + (place.X * box.Width)), (float)(box.Y + (place.Y * box.Height)), new() { Steps = 4 });
    }
}
