using System.Net;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Lessons;

public sealed class LessonPicturesTests : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await RunningServer.StartAsync();
        foreach (var file in (string[])["images/01-first/one.png", "images/01-first/two.svg", "images/notes.txt", "images/.hidden/one.png", "secret/one.png"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_server.Folder, file))!);
            await File.WriteAllTextAsync(Path.Combine(_server.Folder, file), file);
        }
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/images/01-first/one.png", "image/png")]
    [InlineData("/images/01-first/two.svg", "image/svg+xml")]
    [InlineData("/images/01-first%2Ftwo.svg", "image/svg+xml")]
    public async Task A_picture_needs_no_token_and_may_do_nothing(string path, string type)
    {
        using var response = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("sandbox; default-src 'none'; ", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(Uri.UnescapeDataString(path)[1..], await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_picture_s_size_can_be_asked_for()
    {
        using var client = _server.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/images/01-first/one.png");
        using var response = await client.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, "images/01-first/one.png".Length), (response.StatusCode, (int)response.Content.Headers.ContentLength!));
    }

    [Theory]
    [InlineData("/images/")]
    [InlineData("/images/none.png")]
    [InlineData("/images/01-first")]
    [InlineData("/images/notes.txt")]
    [InlineData("/images/.hidden/one.png")]
    [InlineData("/images/..%2Fsecret/one.png")]
    [InlineData("/images/%2e%2e/secret/one.png")]
    [InlineData("/images/01-first/..%2F..%2Fsecret%2Fone.png")]
    [InlineData("/images/..%5Csecret%5Cone.png")]
    [InlineData("/images/%2Fetc%2Fhostname")]
    [InlineData("/images/01-first/one.png%00")]
    public async Task What_is_no_picture_of_the_folder_is_not_there(string path)
    {
        using var response = await GetAsync(path);
        Assert.Contains(response.StatusCode, (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.NotFound]);
    }

    [Fact]
    public async Task A_link_leads_nowhere()
    {
        File.CreateSymbolicLink(Path.Combine(_server.Folder, "images/link.png"), Path.Combine(_server.Folder, "secret/one.png"));
        Directory.CreateSymbolicLink(Path.Combine(_server.Folder, "images/linked"), Path.Combine(_server.Folder, "secret"));
        foreach (var path in (string[])["/images/link.png", "/images/linked/one.png"])
        {
            using var response = await GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var client = _server.NewClient();
        return await client.GetAsync(new Uri(_server.Base + path[1..], new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
    }
}
