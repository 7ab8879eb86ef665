using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Server;

public sealed class GuardTests : IAsyncLifetime
{
    private RunningServer _server = null!;

    public static TheoryData<string, string> Protected => new()
    {
        { "GET", "/api/kernels" },
        { "GET", "/api/kernelspecs" },
        { "POST", "/api/kernels" },
        { "GET", "/api/sessions" },
        { "GET", "/api/kernels/x/channels" },
        { "GET", "/lessons" },
        { "GET", "/lessons/en/01-first" },
        { "PUT", "/lessons/en/01-first/edits" },
        { "GET", "/no/such/thing" },
        { "GET", "/assets%2f..%2fapi/kernels" },
    };

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Protected))]
    public async Task Without_the_token_nothing_is_told(string method, string path)
    {
        using var client = _server.NewClient();
        string?[] offers = [null, "", "wrong", _server.Token[..^1], _server.Token + "0", _server.Token.ToUpperInvariant()];
        foreach (var offer in offers)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), offer is null ? path : $"{path}?token={offer}");
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            var body = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
            Assert.Contains("token", body.GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.True(body.TryGetProperty("reason", out _));
        }
    }

    [Fact]
    public async Task The_token_is_taken_from_the_header_or_the_query_but_a_wrong_header_is_final()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/api/kernels?token={_server.Token}&1700000000000"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/kernels", request => request.Headers.Authorization = new AuthenticationHeaderValue("token", _server.Token)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync($"/api/kernels?token={_server.Token}", request => request.Headers.Authorization = new AuthenticationHeaderValue("token", "wrong")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/api/kernels", request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _server.Token)));
    }

    [Fact]
    public void The_token_has_at_least_192_bits() => Assert.True(_server.Token.Length * 4 >= 192);

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("evil.example:PORT")]
    [InlineData("127.0.0.1.evil.example:PORT")]
    public async Task Another_host_name_is_refused_even_with_the_token(string host)
    {
        var name = host.Replace("PORT", $"{_server.Base.Port}", StringComparison.Ordinal);
        Assert.Contains(await StatusAsync($"/api/kernels?token={_server.Token}", request => request.Headers.Host = name), (HttpStatusCode[])[HttpStatusCode.Forbidden, HttpStatusCode.BadRequest]);
        Assert.Contains(await StatusAsync("/", request => request.Headers.Host = name), (HttpStatusCode[])[HttpStatusCode.Forbidden, HttpStatusCode.BadRequest]);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("https://127.0.0.1:PORT")]
    [InlineData("http://127.0.0.1:PORT.evil.example")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://localhost:PORT")]
    public async Task Another_origin_is_refused_even_with_the_token(string origin)
    {
        var value = origin.Replace("PORT", $"{_server.Base.Port}", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync($"/api/kernels?token={_server.Token}", request => request.Headers.Add("Origin", value)));
    }

    [Fact]
    public async Task Our_own_origin_and_localhost_are_welcome()
    {
        var own = _server.Base.GetLeftPart(UriPartial.Authority);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/api/kernels?token={_server.Token}", request => request.Headers.Add("Origin", own)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/api/kernels?token={_server.Token}", request => request.Headers.Host = $"localhost:{_server.Base.Port}"));
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Host", "evil.example")]
    [InlineData("Authorization", "token wrong")]
    public async Task A_WebSocket_is_refused_before_its_upgrade(string header, string value)
    {
        var kernel = await _server.PostAsync("/api/kernels", new { name = ".net-csharp" }, 201);
        var id = kernel.GetProperty("id").GetString()!;
        await Assert.ThrowsAsync<WebSocketException>(() => TestSocket.OpenAsync(_server, id, options: options =>
        {
            options.CollectHttpResponseDetails = true;
            options.SetRequestHeader(header, value);
        }));
        Assert.Equal(0, (await _server.GetAsync($"/api/kernels/{id}")).GetProperty("connections").GetInt32());
    }

    [Fact]
    public async Task Data_is_marked_as_data_and_never_stored()
    {
        foreach (var path in (string[])["/api/kernels", "/lessons", "/lessons/en/01-first", "/api/kernels/none", "/nothing"])
        {
            using var response = await _server.Client.GetAsync(path);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-store", Assert.Single(response.Headers.GetValues("Cache-Control")));
            Assert.Equal("default-src 'none'; frame-ancestors 'self'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task The_shell_needs_no_token_and_may_load_from_here_alone()
    {
        using var client = _server.NewClient();
        using var page = await client.GetAsync("/");
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains($"connect-src 'self' ws://{_server.Base.Authority};", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Token, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var frame = await client.GetAsync("/output-frame");
        Assert.StartsWith("sandbox allow-scripts; default-src 'none';", Assert.Single(frame.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("text/html", frame.Content.Headers.ContentType?.MediaType);

        using var script = await client.GetAsync("/assets/page.js");
        Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/assets/none.js"));
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync("/assets/..%2f..%2fsecret.json"));
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync("/assets/%2e%2e/index.html"));
    }

    [Fact]
    public async Task No_log_holds_the_token()
    {
        using var wrong = await _server.Client.GetAsync($"/lessons/en/none?token={_server.Token}");
        using var body = new StringContent("not json");
        using var bad = await _server.Client.PostAsync($"/api/kernels?token={_server.Token}", body);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        using var good = await _server.Client.GetAsync($"/api/kernels?token={_server.Token}");
        Assert.DoesNotContain(_server.Logs, line => line.Contains(_server.Token, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/kernels") { Content = new ByteArrayContent(new byte[9 * 1024 * 1024]) };
        request.Headers.ExpectContinue = true;
        using var response = await _server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private async Task<HttpStatusCode> StatusAsync(string path, Action<HttpRequestMessage>? change = null)
    {
        using var client = _server.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        change?.Invoke(request);
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
