using System.Net;
using System.Text.Json.Nodes;
using Neurones.Player.Pictures;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Pictures;

public sealed class DrawingServerTests : IAsyncLifetime, IDisposable
{
    private static readonly PictureStyle Style = new("svg", 300, null, 1, "light");

    private readonly TemporaryFolder _folder = new();
    private DrawingServer _server = null!;
    private HttpClient _page = null!;

    public async Task InitializeAsync()
    {
        _server = new DrawingServer(_folder.Path);
        await _server.StartAsync(CancellationToken.None);
        var (address, token) = _server.Address.Split("?token=") is [var before, var after] ? (before, after) : default;
        _page = new HttpClient { BaseAddress = new Uri(address!) };
        _page.DefaultRequestHeaders.Add("Authorization", $"token {token}");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _page.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_picture_that_comes_too_late_is_not_taken_for_the_next()
    {
        var slow = _server.DrawAsync(JsonNode.Parse("1")!, Style);
        Assert.Equal(1, await TakeAsync());
        var next = _server.DrawAsync(JsonNode.Parse("2")!, Style);
        await BringAsync("one");
        Assert.Equal(2, await TakeAsync());
        await BringAsync("two");
        Assert.Equal(["one"u8.ToArray(), "two"u8.ToArray()], await Task.WhenAll(slow, next));
    }

    [Theory]
    [InlineData("order")]
    [InlineData("picture")]
    [InlineData("pixels?width=1&height=1")]
    [InlineData("failure")]
    public async Task Only_the_page_with_the_token_is_heard(string path)
    {
        using var stranger = new HttpClient { BaseAddress = _page.BaseAddress };
        using var content = new StringContent("");
        using var response = path == "order" ? await stranger.GetAsync(path) : await stranger.PostAsync(path, content);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private async Task<int> TakeAsync() => (int)JsonNode.Parse(await _page.GetStringAsync("order"))!["figure"]!;

    private async Task BringAsync(string picture)
    {
        using var content = new StringContent(picture);
        using var response = await _page.PostAsync("picture", content);
        response.EnsureSuccessStatusCode();
    }
}
