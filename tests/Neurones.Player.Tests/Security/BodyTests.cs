using System.Text;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Security;

/// <summary>A request's body may be anything: it is taken or refused, and never a failure of the server.</summary>
public sealed class BodyTests : IAsyncLifetime
{
    private RunningServer _server = null!;

    public static TheoryData<string> Bad =>
    [
        "[]", "1", "null", "\"a\"", "not json", "{", "{}}", "{\"a\":1,}", "\0", "\u00ff\u00fe{}", "{\"path\":\"\u00c0\u00ae\"}", "{\"\u00ff\":1}",
        """{"path":"\ud800"}""", """{"name":"\udc00\ud800"}""", """{"\ud800":1}""", """{"kernel":{"id":"\ud800"}}""", """{"cells":{"c":{"source":"\ud800","original":""}}}""",
        """{"path":"a","type":"\ud800"}""", """{"a":[[{"b":"\ud83d"}]]}""", """{"cells":{"\ud800":{"source":"","original":""}}}""",
    ];

    public static TheoryData<string> Odd =>
    [
        """{"path":1}""", """{"path":null}""", """{"path":""}""", """{"path":["a"]}""", """{"path":{"a":1}}""", """{"kernel":"x"}""", """{"__proto__":{"path":"a"}}""",
    ];

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_is_no_object_in_Unicode_is_400_everywhere(string body)
    {
        var session = await _server.PostAsync("/api/sessions", new { path = "a" }, 201);
        foreach (var (method, path) in ((string, string)[])[("POST", "/api/kernels"), ("POST", "/api/sessions"), ("PATCH", $"/api/sessions/{session.GetProperty("id").GetString()}"), ("PUT", "/lessons/en/01-first/edits")])
        {
            Assert.Equal((path, 400), (path, (await SendAsync(method, path, Encoding.Latin1.GetBytes(body))).Status));
        }

        Assert.Single((await _server.GetAsync("/api/kernels")).EnumerateArray());
        Assert.False(Directory.Exists(Path.Combine(_server.Folder, "user", "edits")));
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task A_field_of_the_wrong_type_is_as_good_as_none(string body) => Assert.Equal(400, (await SendAsync("POST", "/api/sessions", Encoding.UTF8.GetBytes(body))).Status);

    [Fact]
    public async Task A_deep_body_is_400()
    {
        var deep = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 100_000)));
        Assert.Equal(400, (await SendAsync("POST", "/api/sessions", deep)).Status);
        Assert.Equal(400, (await SendAsync("PUT", "/lessons/en/01-first/edits", deep)).Status);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("a")]
    public async Task The_content_type_changes_nothing(string type)
    {
        Assert.Equal(400, (await SendAsync("POST", "/api/sessions", "name=x"u8.ToArray(), $"Content-Type: {type}")).Status);
        Assert.Equal(201, (await SendAsync("POST", "/api/sessions", """{"path":"a"}"""u8.ToArray(), $"Content-Type: {type}")).Status);
    }

    [Fact]
    public async Task A_packed_body_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(new byte[50 * 1024 * 1024]);
        }

        Assert.Equal(400, (await SendAsync("POST", "/api/sessions", packed.ToArray(), "Content-Encoding: gzip")).Status);
    }

    [Theory]
    [InlineData("Content-Length: -1", 400)]
    [InlineData("Content-Length: 99999999999999999999", 400)]
    [InlineData("Content-Length: 9000000", 413)]
    [InlineData("Content-Length: 1\nContent-Length: 2", 400)]
    [InlineData("Transfer-Encoding: gzip", 400)]
    [InlineData("Transfer-Encoding: chunked\n\nxyz", 400)]
    [InlineData("Transfer-Encoding: chunked\n\nfffffffffffffffff\n", 400)]
    public async Task A_length_that_lies_is_refused(string headers, int status) =>
        Assert.Equal(status, (await RawHttp.SendAsync(_server, RawHttp.Request("POST", "/api/sessions", "Authorization: token TOKEN", "Connection: close", headers))).Status);

    [Fact]
    public async Task Chunks_without_end_are_cut_off()
    {
        using var client = await RawHttp.ConnectAsync(_server);
        var stream = client.GetStream();
        await stream.WriteAsync(RawHttp.Bytes(_server, RawHttp.Request("POST", "/api/sessions", "Authorization: token TOKEN", "Connection: close", "Transfer-Encoding: chunked") + "\n\n"));
        var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string('x', 0x10000)}\r\n");
        var sent = 0;
        try
        {
            while (sent < 1000)
            {
                await stream.WriteAsync(chunk);
                sent++;
            }
        }
        catch (IOException)
        {
            // The server closed, as it should.
        }

        Assert.InRange(sent, 1, 999);
        await _server.PostAsync("/api/sessions", new { path = "a" }, 201);
    }

    private Task<RawAnswer> SendAsync(string method, string path, byte[] body, string header = "X-Nothing: 1") => RawHttp.SendAsync(
        _server,
        RawHttp.Request(method, path, "Authorization: token TOKEN", "Connection: close", header, FormattableString.Invariant($"Content-Length: {body.Length}")),
        body);
}
