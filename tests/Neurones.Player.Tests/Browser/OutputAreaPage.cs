using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Neurones.Player.Tests.Browser;

/// <summary>An empty page in Chromium that has the lesson page's output areas, as <c>Tested</c>.</summary>
public sealed class OutputAreaPage : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IPage? _page;

    public async Task InitializeAsync()
    {
        if (Chromium.WhyMissing is null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
            _page = await _browser.NewPageAsync();
            await _page.AddScriptTagAsync(new() { Content = await BundleAsync() });
        }
    }

    public async Task DisposeAsync()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
    }

    /// <summary>What the body of an asynchronous JavaScript function returns, as text.</summary>
    public Task<string> EvaluateAsync(string body) => _page!.EvaluateAsync<string>($"async () => String(await (async () => {{ {body} }})())");

    /// <summary>The page's modules as one script, made by the bundler that makes the page.</summary>
    private static async Task<string> BundleAsync()
    {
        var client = Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/Neurones.Player/client");
        var start = new ProcessStartInfo("node", [Path.Combine(client, "node_modules/esbuild/bin/esbuild"), "--bundle", "--format=iife", "--global-name=Tested", "--loader=ts", "--target=es2022"])
        {
            WorkingDirectory = Path.Combine(client, "src"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var esbuild = Process.Start(start)!;
        await esbuild.StandardInput.WriteAsync("export * from './output/outputArea'; export * from './output/displays';");
        esbuild.StandardInput.Close();
        var bundle = await esbuild.StandardOutput.ReadToEndAsync();
        await esbuild.WaitForExitAsync();
        return bundle;

        static string Here([CallerFilePath] string path = "") => path;
    }
}
