using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Neurones.Player.Server;

namespace Neurones.Player.Pictures;

/// <summary>Serves the page that draws, on 127.0.0.1 only: the page takes orders here and brings pictures back.</summary>
public sealed class DrawingServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly AccessToken _token = AccessToken.New();
    private readonly Channel<Order> _orders = Channel.CreateUnbounded<Order>();

    // What the page is drawing: an answer belongs to it, even one that comes so late that nobody waits for it any more.
    private Order? _taken;

    public DrawingServer(string webRoot)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null; // Only our page has the token.
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_token);

        _app = builder.Build();
        _app.UseMiddleware<Guard>();
        _app.UseRouting();
        _app.UseAssets(webRoot);
        _app.MapPage("/", webRoot, "drawing.html");
        _app.MapGet("/order", async (CancellationToken cancellation) => Results.Json<JsonNode>((_taken = await _orders.Reader.ReadAsync(cancellation)).Text));
        _app.MapPost("/picture", async (HttpRequest request) => _taken?.Picture.TrySetResult(await BodyAsync(request)));
        _app.MapPost("/pixels", async (int width, int height, HttpRequest request) => Take(new Pixels(width, height, await BodyAsync(request))));
        _app.MapPost("/failure", async (HttpRequest request) => Fail(Encoding.UTF8.GetString(await BodyAsync(request))));
    }

    /// <summary>The page's address with its token, once started.</summary>
    public string Address => $"{_app.Urls.Single()}/?token={_token.Text}";

    public Task StartAsync(CancellationToken cancellation) => _app.StartAsync(cancellation);

    /// <summary>Gives the page a figure; completes with the picture's file. One at a time.</summary>
    public Task<byte[]> DrawAsync(JsonNode figure, PictureStyle style)
    {
        var picture = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        _orders.Writer.TryWrite(new Order(
            new JsonObject
            {
                ["figure"] = figure.DeepClone(),
                ["format"] = style.Format,
                ["width"] = style.Width,
                ["height"] = style.Height,
                ["scale"] = style.Scale,
                ["theme"] = style.Theme,
            },
            picture));
        return picture.Task;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.ToArray();
    }

    private void Take(Pixels pixels)
    {
        var table = ColourTable.Of(pixels);
        if (table.Colours.Count > 1)
        {
            _taken?.Picture.TrySetResult(PngFile.Encode(pixels, table));
        }
        else
        {
            Fail("it came out in one colour");
        }
    }

    private void Fail(string why) => _taken?.Picture.TrySetException(new DrawingException($"The figure could not be drawn: {why}."));

    /// <summary>What the page is to draw, and where its picture is waited for.</summary>
    private sealed record Order(JsonObject Text, TaskCompletionSource<byte[]> Picture);
}
