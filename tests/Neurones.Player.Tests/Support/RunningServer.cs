using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Neurones.Player.Kernels;
using Neurones.Player.Server;

namespace Neurones.Player.Tests.Support;

/// <summary>The server on a free port of this machine, with a course of one lesson, and an HTTP client that has the token.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PlayerServer _server;

    private RunningServer(KernelOptions? kernels, Func<PlayerOptions, PlayerOptions>? change, Action<ILoggingBuilder>? logging)
    {
        TestNotebook.Write(_folder["notebooks/en/01-first.ipynb"], TestNotebook.Markdown("Before\n# The first neuron\n"), TestNotebook.Code("1 + 1"));
        TestNotebook.Write(_folder["notebooks/en/solutions/01-first.ipynb"], TestNotebook.Markdown("# Solutions"));
        File.WriteAllText(_folder["secret.json"], "secret");
        Directory.CreateDirectory(_folder["wwwroot/assets"]);
        File.WriteAllText(_folder["wwwroot/index.html"], "<!doctype html><title>page</title>");
        File.WriteAllText(_folder["wwwroot/output-frame.html"], "<!doctype html><title>frame</title>");
        File.WriteAllText(_folder["wwwroot/assets/page.js"], "export {};");
        var options = new PlayerOptions { Notebooks = _folder["notebooks"], UserData = _folder["user"], WebRoot = _folder["wwwroot"], Kernels = kernels ?? new() };
        _server = new PlayerServer(change is null ? options : change(options), builder =>
        {
            builder.AddProvider(new CollectingLogs(Logs));
            logging?.Invoke(builder);
        });
    }

    public ConcurrentQueue<string> Logs { get; } = new();

    public string Folder => _folder.Path;

    public Uri Base { get; private set; } = null!;

    public string Token { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public static async Task<RunningServer> StartAsync(KernelOptions? kernels = null, Func<PlayerOptions, PlayerOptions>? change = null, Action<ILoggingBuilder>? logging = null)
    {
        var running = new RunningServer(kernels, change, logging);
        await running._server.StartAsync();
        var address = new Uri(running._server.Address);
        running.Token = address.Query["?token=".Length..];
        running.Base = new Uri(address.GetLeftPart(UriPartial.Authority));
        running.Client = running.NewClient();
        running.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("token", running.Token);
        return running;
    }

    /// <summary>A client without the token.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Base };

    public async Task<JsonElement> PostAsync(string path, object? body, int status)
    {
        // As Node's fetch sends it: JSON that calls itself text/plain.
        using var content = new StringContent(body is null ? "" : JsonSerializer.Serialize(body));
        using var response = await Client.PostAsync(path, content);
        return await ReadAsync(response, status);
    }

    /// <summary>Starts a kernel; returns its identifier.</summary>
    public async Task<string> StartKernelAsync(object? body = null) => (await PostAsync("/api/kernels", body, 201)).GetProperty("id").GetString()!;

    public async Task<JsonElement> GetAsync(string path, int status = 200)
    {
        using var response = await Client.GetAsync(path);
        return await ReadAsync(response, status);
    }

    public async Task<JsonElement> SendAsync(string method, string path, object? body, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body as string ?? JsonSerializer.Serialize(body));
        using var response = await Client.SendAsync(request);
        return await ReadAsync(response, status);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} instead of {status}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    private sealed class CollectingLogs(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
