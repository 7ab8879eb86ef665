using System.Text.Json;
using Microsoft.Playwright;
using Neurones.Player.Tests.Browser;

namespace Neurones.Player.Tests.Clients;

/// <summary>A notebook open in the classic notebook's page, in a headless Chromium.</summary>
internal sealed class ClassicPage : IAsyncDisposable
{
    private const float Limit = 120_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;

    private ClassicPage(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (_playwright, _browser, _page) = (playwright, browser, page);
        _page.SetDefaultTimeout(Limit);
    }

    public static async Task<ClassicPage> OpenAsync(ClassicNotebook notebook, string name)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox", "--no-first-run"] });
        var opened = new ClassicPage(playwright, browser, await browser.NewPageAsync());
        var address = new Uri(notebook.Address, $"/notebooks/{name}?kernel_name=.net-csharp&{notebook.Address.Query[1..]}");
        await opened._page.GotoAsync(address.AbsoluteUri);
        await opened.WaitAsync("window.Jupyter?.notebook?.kernel?.info_reply?.implementation === 'neurones' && Jupyter.notebook.kernel.is_connected()");
        return opened;
    }

    /// <summary>Waits until an expression is true in the page.</summary>
    public Task WaitAsync(string expression) => _page.WaitForFunctionAsync($"() => {expression}");

    public async Task RunAllAsync()
    {
        await _page.EvaluateAsync("() => Jupyter.notebook.execute_all_cells()");
        await EndedAsync();
    }

    public async Task RunAsync(int cell)
    {
        await _page.EvaluateAsync("cell => { Jupyter.notebook.get_cells()[cell].clear_output(); Jupyter.notebook.execute_cells([cell]); }", cell);
        await EndedAsync();
    }

    /// <summary>Starts the first cell; returns when it has printed something.</summary>
    public async Task StartFirstAsync()
    {
        await _page.EvaluateAsync("() => { Jupyter.notebook.get_cells()[0].clear_output(); Jupyter.notebook.execute_cells([0]); }");
        await WaitAsync("Jupyter.notebook.get_cell(0).output_area.outputs.length > 0");
    }

    public Task InterruptAsync() => ToolbarAsync("interrupt-kernel");

    /// <summary>Restarts the kernel and confirms it.</summary>
    public async Task RestartAsync()
    {
        await _page.EvaluateAsync("() => { window.ready = false; Jupyter.notebook.events.one('kernel_ready.Kernel', () => window.ready = true); }");
        await ToolbarAsync("confirm-restart-kernel");
        await _page.Locator(".modal-dialog .btn-danger").ClickAsync();
        await WaitAsync("window.ready");
    }

    /// <summary>Waits until no cell runs or waits.</summary>
    public Task EndedAsync() => WaitAsync("Jupyter.notebook.get_cells().every(cell => cell.cell_type !== 'code' || !cell.running && cell.input_prompt_number !== '*')");

    /// <summary>The code cells as the page would save them.</summary>
    public async Task<List<JsonElement>> CodeCellsAsync()
    {
        var notebook = await _page.EvaluateAsync<string>("() => JSON.stringify(Jupyter.notebook.toJSON())");
        return [.. JsonSerializer.Deserialize<JsonElement>(notebook).GetProperty("cells").EnumerateArray().Where(cell => cell.GetProperty("cell_type").ValueEquals("code"))];
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }

    private Task ToolbarAsync(string action) => _page.Locator($"#maintoolbar button[data-jupyter-action='jupyter-notebook:{action}']").ClickAsync();
}
