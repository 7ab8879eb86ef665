using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Security;

/// <summary>Nothing but the page's static shell is told to who has no token, wherever and however a token is offered.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    /// <summary>What a browser must be able to load before it has a token. A new endpoint doesn't belong here.</summary>
    private static readonly string[] Shell = ["/", "/output-frame", "/images/{**path}"];

    private IServiceProvider _services = null!;
    private RunningServer _server = null!;

    public static TheoryData<string, string> Refused => new()
    {
        { "nothing", "" },
        { "a cookie", "Cookie: token=TOKEN" },
        { "a cookie of Jupyter's", "Cookie: username-127-0-0-1-PORT=TOKEN" },
        { "another scheme", "Authorization: Bearer TOKEN" },
        { "no scheme", "Authorization: TOKEN" },
        { "a longer scheme", "Authorization: tokens TOKEN" },
        { "a password", "Authorization: Basic BASIC" },
        { "an empty token", "Authorization: token " },
        { "a space too many", "Authorization: token  TOKEN" },
        { "a tab", "Authorization: token\tTOKEN" },
        { "quotes", "Authorization: token \"TOKEN\"" },
        { "two in one", "Authorization: token TOKEN, token TOKEN" },
        { "two headers", "Authorization: token TOKEN\nAuthorization: token TOKEN" },
        { "a right and a wrong header", "Authorization: token TOKEN\nAuthorization: token wrong" },
        { "more than the token", "Authorization: token TOKEN0" },
        { "another header", "X-Auth-Token: TOKEN" },
        { "a proxy's header", "Proxy-Authorization: token TOKEN" },
        { "very long", "Authorization: token " + new string('a', 6000) },
        { "twice in the query", "?token=TOKEN&token=TOKEN" },
        { "right and wrong in the query", "?token=wrong&token=TOKEN" },
        { "an array", "?token[]=TOKEN" },
        { "a space in the query", "?token=TOKEN%20" },
        { "a NUL in the query", "?token=TOKEN%00" },
        { "the query of a fragment", "?#token=TOKEN" },
        { "another name", "?access_token=TOKEN" },
        { "very long in the query", "?token=" + new string('a', 6000) },
    };

    private static (string Method, string Path)[] Places =>
    [
        ("GET", "/api/kernels"), ("POST", "/api/kernels"), ("GET", "/lessons/en/01-first"), ("PUT", "/lessons/en/01-first/edits"), ("WS", "/api/kernels/x/channels"),
    ];

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync(logging: logging => logging.Services.AddSingleton<ILoggerProvider>(services =>
    {
        _services = services;
        return NullLoggerProvider.Instance;
    }));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_token_that_is_wrong_or_elsewhere_is_refused_always_alike(string offer, string how)
    {
        var basic = Convert.ToBase64String(Encoding.ASCII.GetBytes($":{_server.Token}"));
        var header = how.StartsWith('?') ? "X-Nothing: 1" : how.Length == 0 ? "X-Nothing: 1" : how.Replace("BASIC", basic, StringComparison.Ordinal);
        var wrong = await RawHttp.GetAsync(_server, "/api/kernels?token=wrong");
        foreach (var (method, path) in Places)
        {
            string[] upgrade = method == "WS" ? RawHttp.Upgrade : [];
            var head = RawHttp.Request(method == "WS" ? "GET" : method, path + (how.StartsWith('?') ? how : ""), ["Content-Length: 0", header, .. upgrade]);
            var answer = await RawHttp.SendAsync(_server, head.Replace("Connection: Upgrade", "Connection: Upgrade, close", StringComparison.Ordinal));
            Assert.True((answer.Status, answer.Body) == (403, wrong.Body), $"{offer}: {answer.Status} {answer.Body}");
        }
    }

    [Fact]
    public async Task A_token_in_the_body_is_not_looked_for()
    {
        const string body = """{"token":"TOKEN","name":".net-csharp"}""";
        var length = RawHttp.Bytes(_server, body).Length;
        Assert.Equal(403, (await RawHttp.SendAsync(_server, RawHttp.Request("POST", "/api/kernels", $"Content-Length: {length}", "Content-Type: application/json"), body)).Status);
        Assert.Equal(403, (await RawHttp.SendAsync(_server, RawHttp.Request("POST", "/api/kernels", "Content-Length: 5", "Content-Type: application/x-www-form-urlencoded"), "token")).Status);
    }

    [Fact]
    public async Task What_is_longer_than_any_token_is_refused_before_it_is_read()
    {
        Assert.Equal(414, (await RawHttp.GetAsync(_server, "/api/kernels?token=" + new string('a', 20_000))).Status);
        Assert.Equal(431, (await RawHttp.GetAsync(_server, "/api/kernels", "Authorization: token " + new string('a', 60_000))).Status);
        Assert.Equal(200, (await RawHttp.GetAsync(_server, "/api/kernels?token=TOKEN")).Status);
    }

    [Fact]
    public async Task The_token_of_another_start_is_refused()
    {
        await using var other = await RunningServer.StartAsync();
        Assert.Equal(403, (await RawHttp.GetAsync(_server, $"/api/kernels?token={other.Token}")).Status);
        Assert.Equal(200, (await RawHttp.GetAsync(other, "/api/kernels?token=TOKEN")).Status);
    }

    [Fact]
    public async Task No_endpoint_but_the_shell_answers_without_it()
    {
        var endpoints = _services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 15, $"Only {endpoints.Count} endpoints were found.");
        foreach (var endpoint in endpoints)
        {
            var pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];
            foreach (var method in methods)
            {
                var path = pattern.Replace("{**path}", "x", StringComparison.Ordinal).Replace("{id}", "x", StringComparison.Ordinal).Replace("{name}", "x", StringComparison.Ordinal);
                Assert.DoesNotContain('{', path);
                var answer = await RawHttp.SendAsync(_server, RawHttp.Request(method, path, "Content-Length: 0"));
                Assert.True(Shell.Contains(pattern) == (answer.Status != 403), $"{method} {pattern}: {answer.Status}");
            }
        }
    }
}
