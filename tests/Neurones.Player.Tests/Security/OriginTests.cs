using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Security;

/// <summary>Who has the token by accident, as a page elsewhere that the user visits, still gets nothing.</summary>
public sealed class OriginTests : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("Host: ")]
    [InlineData("Host: evil.example")]
    [InlineData("Host: evil.example:PORT")]
    [InlineData("Host: 127.0.0.1")]
    [InlineData("Host: 127.0.0.1:80")]
    [InlineData("Host: 127.0.0.1:0PORT")]
    [InlineData("Host: 127.0.0.1:PORT0")]
    [InlineData("Host: 127.0.0.1:PORT.evil.example")]
    [InlineData("Host: 127.0.0.1.evil.example:PORT")]
    [InlineData("Host: 127.0.0.1.:PORT")]
    [InlineData("Host: localhost.:PORT")]
    [InlineData("Host: x.localhost:PORT")]
    [InlineData("Host: 127.1:PORT")]
    [InlineData("Host: 2130706433:PORT")]
    [InlineData("Host: 0.0.0.0:PORT")]
    [InlineData("Host: [::1]:PORT")]
    [InlineData("Host: [::ffff:127.0.0.1]:PORT")]
    [InlineData("Host: evil.example@127.0.0.1:PORT")]
    [InlineData("Host: 127.0.0.1:PORT, evil.example")]
    [InlineData("Host: 127.0.0.1:PORT\nHost: evil.example")]
    [InlineData("Host: evil.example\nHost: 127.0.0.1:PORT")]
    [InlineData("Host: 127.0.0.1:PORT\nHost: 127.0.0.1:PORT")]
    [InlineData("Host: evil.example:PORT\nX-Forwarded-Host: 127.0.0.1:PORT\nX-Forwarded-Port: PORT\nForwarded: host=127.0.0.1:PORT")]
    public async Task Under_another_name_nothing_is_served_not_even_the_page(string host)
    {
        foreach (var path in (string[])["/api/kernels?token=TOKEN", "/", "/lessons?token=TOKEN"])
        {
            var answer = await RawHttp.SendAsync(_server, $"GET {path} HTTP/1.1" + (host.Length > 0 ? "\n" + host : ""));
            Assert.Contains(answer.Status, (int[])[400, 403]);
            Assert.DoesNotContain("<title>", answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("GET http://evil.example/api/kernels?token=TOKEN HTTP/1.1\nHost: 127.0.0.1:PORT", 400)]
    [InlineData("GET http://evil.example:PORT/api/kernels?token=TOKEN HTTP/1.1\nHost: evil.example:PORT", 403)]
    [InlineData("GET http://127.0.0.1:PORT/api/kernels?token=TOKEN HTTP/1.1\nHost: evil.example:PORT", 400)]
    [InlineData("GET http://127.0.0.1:PORT/api/kernels?token=TOKEN HTTP/1.1\nHost: 127.0.0.1:PORT", 200)]
    [InlineData("GET http://127.0.0.1:PORT/api/kernels HTTP/1.1\nHost: 127.0.0.1:PORT", 403)]
    [InlineData("GET /api/kernels?token=TOKEN HTTP/1.0", 403)]
    [InlineData("OPTIONS * HTTP/1.1\nHost: 127.0.0.1:PORT", 403)]
    [InlineData("CONNECT 127.0.0.1:PORT HTTP/1.1\nHost: 127.0.0.1:PORT", 403)]
    [InlineData("GET api/kernels?token=TOKEN HTTP/1.1\nHost: 127.0.0.1:PORT", 400)]
    [InlineData("PRI * HTTP/2.0", 0)]
    public async Task A_target_in_another_form_is_no_way_around(string head, int status) => Assert.Equal(status, (await RawHttp.SendAsync(_server, head)).Status);

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("https://127.0.0.1:PORT")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.0.0.1:80")]
    [InlineData("http://127.0.0.1:PORT0")]
    [InlineData("http://127.0.0.1:PORT/")]
    [InlineData("http://127.0.0.1:PORT.evil.example")]
    [InlineData("http://127.0.0.1:PORT@evil.example")]
    [InlineData("http://evil.example?http://127.0.0.1:PORT")]
    [InlineData("http://evil.127.0.0.1:PORT")]
    [InlineData("http://localhost:PORT")]
    [InlineData("http://[::1]:PORT")]
    [InlineData("HTTP://127.0.0.1:PORT")]
    [InlineData("file://")]
    [InlineData("vscode-webview://x")]
    [InlineData("http://127.0.0.1:PORT http://evil.example")]
    [InlineData("http://127.0.0.1:PORT\nOrigin: http://evil.example")]
    public async Task A_page_elsewhere_reads_writes_and_connects_to_nothing(string origin)
    {
        string[] heads =
        [
            RawHttp.Request("GET", "/api/kernels?token=TOKEN", $"Origin: {origin}"),
            RawHttp.Request("GET", "/", $"Origin: {origin}"),
            RawHttp.Request("POST", "/api/kernels?token=TOKEN", "Content-Length: 0", $"Origin: {origin}"),
            RawHttp.Request("GET", "/api/kernels/x/channels?token=TOKEN", [$"Origin: {origin}", .. RawHttp.Upgrade]).Replace("Connection: Upgrade", "Connection: Upgrade, close", StringComparison.Ordinal),
        ];
        foreach (var head in heads)
        {
            var answer = await RawHttp.SendAsync(_server, head);
            Assert.True(answer.Status == 403, $"{head}: {answer.Status}");
            Assert.DoesNotContain("Access-Control", answer.Head, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty((await _server.GetAsync("/api/kernels")).EnumerateArray());
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("sidewise")]
    public async Task A_page_elsewhere_may_link_to_ours_but_not_look_what_is_here(string site)
    {
        Assert.Equal(200, (await RawHttp.GetAsync(_server, "/", $"Sec-Fetch-Site: {site}", "Sec-Fetch-Mode: navigate")).Status);
        foreach (var path in (string[])["/assets/page.js", "/output-frame", "/images/x.png", "/api/kernels?token=TOKEN"])
        {
            Assert.Equal(403, (await RawHttp.GetAsync(_server, path, $"Sec-Fetch-Site: {site}", "Sec-Fetch-Mode: no-cors")).Status);
        }

        Assert.Equal(200, (await RawHttp.GetAsync(_server, "/assets/page.js", "Sec-Fetch-Site: same-origin")).Status);
        Assert.Equal(200, (await RawHttp.GetAsync(_server, "/api/kernels?token=TOKEN", "Sec-Fetch-Site: none")).Status);
    }

    [Fact]
    public async Task Other_methods_do_nothing_and_no_answer_invites_other_origins()
    {
        foreach (var method in (string[])["OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "HEAD", "POST", "FOO", "PROPFIND"])
        {
            foreach (var path in (string[])["/", "/output-frame", "/assets/page.js", "/api/kernelspecs", "/lessons", "/lessons/en/01-first", "/nothing", "/images/x.png"])
            {
                var answer = await RawHttp.SendAsync(_server, RawHttp.Request(
                    method, path + "?token=TOKEN", "Content-Length: 0", "Origin: http://127.0.0.1:PORT", "Access-Control-Request-Method: PUT", "X-Secret: echo"));
                Assert.True(answer.Status is 400 or 404 or 405 || (method == "HEAD" && answer.Status == 200), $"{method} {path}: {answer.Status}");
                Assert.DoesNotContain("Access-Control", answer.Head, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("echo", answer.Head + answer.Body, StringComparison.Ordinal);
            }
        }

        await _server.GetAsync("/lessons/en/01-first");
    }
}
