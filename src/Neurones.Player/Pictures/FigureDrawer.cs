using System.Text.Json.Nodes;
using Neurones.Player.Server;

namespace Neurones.Player.Pictures;

/// <summary>Draws plotly.js figures with plotly.js itself, in a browser without a window.</summary>
public sealed class FigureDrawer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly DrawingServer _server;
    private readonly HeadlessBrowser _browser;

    private FigureDrawer(DrawingServer server, HeadlessBrowser browser) => (_server, _browser) = (server, browser);

    /// <param name="browser">The program of a Chrome, Chromium or Edge.</param>
    /// <param name="webRoot">The page's files.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="DrawingException">The browser can't be started.</exception>
    /// <exception cref="UsageException">The page isn't there.</exception>
    public static async Task<FigureDrawer> StartAsync(string browser, string webRoot, CancellationToken cancellation)
    {
        if (StaticShell.WhyMissing(webRoot) is { } missing)
        {
            throw new UsageException(missing);
        }

        var server = new DrawingServer(webRoot);
        try
        {
            await server.StartAsync(cancellation);
            return new FigureDrawer(server, HeadlessBrowser.Open(browser, server.Address));
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The bytes of the picture's file.</summary>
    /// <exception cref="DrawingException">The figure can't be drawn, or the browser doesn't work.</exception>
    public async Task<byte[]> DrawAsync(JsonNode figure, PictureStyle style, CancellationToken cancellation)
    {
        var picture = _server.DrawAsync(figure, style);
        var first = await Task.WhenAny(picture, _browser.Exited, Task.Delay(Limit, cancellation));
        cancellation.ThrowIfCancellationRequested();
        return first == picture ? await picture
            : first == _browser.Exited ? throw new DrawingException($"The browser ended before the figure was drawn. It said: {await _browser.Exited}")
            : throw new DrawingException(FormattableString.Invariant($"The browser has not drawn the figure within {Limit.TotalSeconds} s."));
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync(); // First, since the server waits for the page's open request.
        await _server.DisposeAsync();
    }
}
