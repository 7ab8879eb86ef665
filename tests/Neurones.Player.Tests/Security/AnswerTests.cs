using System.Text.Json;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Security;

/// <summary>Every answer, an error or a refused WebSocket too, says no more than it must and is safe to show to a browser.</summary>
public sealed class AnswerTests : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Headers_are_on_every_answer_whatever_its_status()
    {
        var kernel = (await _server.PostAsync("/api/kernels", null, 201)).GetProperty("id").GetString();
        (int Status, string Head)[] requests =
        [
            (200, RawHttp.Request("GET", "/api/kernels?token=TOKEN")),
            (200, RawHttp.Request("GET", "/api/kernelspecs?token=TOKEN")),
            (201, RawHttp.Request("POST", "/api/sessions?token=TOKEN", "Content-Length: 12") + "\n\n{\"path\":\"a\"}"),
            (204, RawHttp.Request("POST", $"/api/kernels/{kernel}/interrupt?token=TOKEN", "Content-Length: 0")),
            (400, RawHttp.Request("POST", "/api/sessions?token=TOKEN", "Content-Length: 0")),
            (400, RawHttp.Request("GET", $"/api/kernels/{kernel}/channels?token=TOKEN")),
            (403, RawHttp.Request("GET", "/api/kernels")),
            (403, RawHttp.Request("GET", "/api/kernels?token=TOKEN", "Origin: http://evil.example")),
            (403, "GET / HTTP/1.1\nHost: evil.example"),
            (403, Upgrade($"/api/kernels/{kernel}/channels")),
            (403, Upgrade($"/api/kernels/{kernel}/channels?token=TOKEN", "Origin: null")),
            (404, Upgrade("/api/kernels/none/channels?token=TOKEN")),
            (404, RawHttp.Request("GET", "/nothing?token=TOKEN")),
            (405, RawHttp.Request("PUT", "/lessons/en/01-first?token=TOKEN", "Content-Length: 0")),
            (405, RawHttp.Request("DELETE", "/api/kernels?token=TOKEN")),
            (413, RawHttp.Request("POST", "/api/kernels?token=TOKEN", "Content-Length: 99999999")),
            (501, RawHttp.Request("POST", "/api/kernels?token=TOKEN", "Content-Length: 12") + "\n\n{\"name\":\"a\"}"),
        ];
        foreach (var (status, head) in requests)
        {
            var answer = await RawHttp.SendAsync(_server, head.Contains("\n\n", StringComparison.Ordinal) ? head.Replace("\n\n", "\nConnection: close\n\n", StringComparison.Ordinal) : head);
            Assert.True(status == answer.Status, $"{head}: {answer.Status}");
            Has(answer, "Content-Security-Policy: default-src 'none'; frame-ancestors 'self'");
            Has(answer, "Cache-Control: no-store");
            Confined(answer);
            if (status != 204)
            {
                Has(answer, "Content-Type: application/json");
            }
        }

        foreach (var path in (string[])["/", "/output-frame", "/assets/page.js", "/assets/none.js", "/images/none.png"])
        {
            Confined(await RawHttp.GetAsync(_server, path + "?token=TOKEN"));
        }
    }

    [Fact]
    public async Task A_failure_tells_its_client_nothing_and_its_log_everything()
    {
        Directory.Delete(Path.Combine(_server.Folder, "notebooks"), recursive: true);
        var answer = await RawHttp.GetAsync(_server, "/lessons?token=TOKEN");
        Assert.Equal(500, answer.Status);
        Assert.DoesNotContain(_server.Folder, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Body, StringComparison.Ordinal);
        Has(answer, "Content-Security-Policy: default-src 'none'; frame-ancestors 'self'");
        Confined(answer);
        Assert.Contains(_server.Logs, line => line.Contains(nameof(DirectoryNotFoundException), StringComparison.Ordinal));
        Assert.Equal(200, (await RawHttp.GetAsync(_server, "/api/kernels?token=TOKEN")).Status);
    }

    [Theory]
    [InlineData("""{"cells":[{"cell_type":"markdown","source":null}]}""")]
    [InlineData("""{"cells":[{"cell_type":"markdown","source":[null]}]}""")]
    [InlineData("""{"cells":[{"cell_type":"markdown","source":"\ud800"}]}""")]
    [InlineData("""{"cells":[1,null]}""")]
    [InlineData("""{"cells":{}}""")]
    [InlineData("[]")]
    [InlineData("\0")]
    [InlineData("")]
    public async Task A_broken_notebook_hides_no_other(string notebook)
    {
        await File.WriteAllTextAsync(Path.Combine(_server.Folder, "notebooks/en/00-broken.ipynb"), notebook);
        var lessons = await _server.GetAsync("/lessons");
        Assert.Equal(["00-broken", "The first neuron", "Solutions"], lessons.EnumerateArray().Select(lesson => lesson.GetProperty("title").GetString()));
    }

    // What those who came before us had to mend. Each name is the flaw's.
    [Fact]
    public async Task CVE_2026_40110_an_origin_that_only_begins_or_ends_like_ours()
    {
        foreach (var origin in (string[])["http://127.0.0.1:PORT.evil.example", "http://127.0.0.1:PORTx", "http://x127.0.0.1:PORT", "http://evil.example/http://127.0.0.1:PORT", "http://127x0x0x1:PORT"])
        {
            Assert.Equal(403, (await RawHttp.GetAsync(_server, "/api/kernels?token=TOKEN", $"Origin: {origin}")).Status);
        }
    }

    [Fact]
    public async Task CVE_2020_26232_and_2024_22421_no_address_of_a_request_redirects()
    {
        foreach (var path in (string[])["//evil.example/", "/\\evil.example", "/?next=//evil.example", "/login?next=http://evil.example", "/tree?", "/lab", "/lessons/", "/api/kernels/", "/%0d%0aLocation:%20http://evil.example", "/assets", "/output-frame/"])
        {
            var answer = await RawHttp.GetAsync(_server, path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "token=TOKEN");
            Assert.False(answer.Status is >= 300 and < 400, $"{path}: {answer.Status}");
            Assert.DoesNotContain("Location:", answer.Head, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(_server.Token, answer.Head + answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task CVE_2019_9644_data_is_no_script_for_a_page_elsewhere()
    {
        foreach (var path in (string[])["/lessons/en/01-first?token=TOKEN", "/api/kernels?token=TOKEN", "/api/kernels?token=TOKEN&callback=x"])
        {
            var answer = await RawHttp.GetAsync(_server, path);
            Has(answer, "Content-Type: application/json");
            Has(answer, "X-Content-Type-Options: nosniff");
            Has(answer, "Cross-Origin-Resource-Policy: same-origin");
            JsonDocument.Parse(Whole(answer)).Dispose();
        }
    }

    [Fact]
    public async Task CVE_2022_29241_no_file_of_the_server_s_is_served()
    {
        await File.WriteAllTextAsync(Path.Combine(_server.Folder, "notebooks/en/settings.json"), "private");
        await File.WriteAllTextAsync(Path.Combine(_server.Folder, "wwwroot/private.json"), "private");
        foreach (var path in (string[])["/api/contents", "/api/contents/secret.json", "/files/secret.json", "/view/secret.json", "/nbconvert/html/x", "/static/x", "/lessons/en/settings.json", "/lessons/en/settings", "/private.json", "/assets/../private.json", "/index.html", "/notebooks/en/01-first.ipynb", "/user/edits", "/api/terminals", "/api/config/x"])
        {
            var answer = await RawHttp.GetAsync(_server, path + "?token=TOKEN");
            Assert.Equal((path, 404), (path, answer.Status));
        }
    }

    [Fact]
    public async Task CVE_2024_28179_a_WebSocket_without_the_token_is_refused_before_its_upgrade()
    {
        var kernel = (await _server.PostAsync("/api/kernels", null, 201)).GetProperty("id").GetString();
        Assert.Equal(403, (await RawHttp.SendAsync(_server, Upgrade($"/api/kernels/{kernel}/channels"))).Status);
        Assert.Equal(403, (await RawHttp.SendAsync(_server, Upgrade($"/api/kernels/{kernel}/channels?token=wrong"))).Status);
        Assert.Equal(403, (await RawHttp.SendAsync(_server, Upgrade($"/api/kernels/{kernel}/channels", "Cookie: token=TOKEN"))).Status);
        Assert.Equal(0, (await _server.GetAsync($"/api/kernels/{kernel}")).GetProperty("connections").GetInt32());
    }

    private static string Upgrade(string path, params string[] headers) =>
        RawHttp.Request("GET", path, [.. headers, .. RawHttp.Upgrade]).Replace("Connection: Upgrade", "Connection: Upgrade, close", StringComparison.Ordinal);

    private static void Has(RawAnswer answer, string header) => Assert.Contains("\r\n" + header, answer.Head, StringComparison.Ordinal);

    private static void Confined(RawAnswer answer)
    {
        Has(answer, "X-Content-Type-Options: nosniff");
        Has(answer, "Referrer-Policy: no-referrer");
        Has(answer, "Cross-Origin-Resource-Policy: same-origin");
        Has(answer, "Content-Security-Policy: ");
        foreach (var name in (string[])["Server:", "X-Powered-By:", "Set-Cookie:", "Access-Control-", "Location: http"])
        {
            Assert.DoesNotContain("\r\n" + name, answer.Head, StringComparison.OrdinalIgnoreCase);
        }
    }

    // A body of unknown length comes in chunks.
    private static string Whole(RawAnswer answer) => answer.Head.Contains("chunked", StringComparison.Ordinal)
        ? answer.Body[(answer.Body.IndexOf("\r\n", StringComparison.Ordinal) + 2)..answer.Body.LastIndexOf("\r\n0\r\n", StringComparison.Ordinal)]
        : answer.Body;
}
