using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Neurones.Player.Jupyter;
using Neurones.Player.Lessons;

namespace Neurones.Player.Server;

/// <summary>The web server behind the page, on 127.0.0.1 only; its kernels end with it.</summary>
public sealed class PlayerServer : IAsyncDisposable
{
    private const int MaxBodyBytes = 8 * 1024 * 1024;

    /// <summary>Far more than a classroom's tabs, far fewer than a process may have open.</summary>
    private const int MaxConnections = 1000;

    /// <summary>How long a client may take to send its request's first part.</summary>
    private static readonly TimeSpan HeadersLimit = TimeSpan.FromSeconds(10);

    private readonly WebApplication _app;
    private readonly AccessToken _token;
    private readonly KernelRegistry _kernels;

    public PlayerServer(PlayerOptions options, Action<ILoggingBuilder>? logging = null)
    {
        _token = options.Token;
        _kernels = new KernelRegistry(options.Kernels, options.Limits, options.Clock);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear(); // Nothing in the environment or a settings file may open another address.
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
            kestrel.Limits.RequestHeadersTimeout = HeadersLimit;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http1);
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // Below Warning, the framework's own logs hold addresses with their token.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // A start that fails is an exception, which the caller turns into a sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        logging?.Invoke(builder.Logging);
        builder.Services
            .AddSingleton(_token)
            .AddSingleton(_kernels)
            .AddSingleton<SessionRegistry>()
            .AddSingleton(new LessonIndex(options.Notebooks))
            .AddSingleton(new LessonPictures(options.Images))
            .AddSingleton<LessonFolders>()
            .AddSingleton(new LearnerFiles(options.UserData));

        _app = builder.Build();
        _app.UseMiddleware<Guard>();
        _app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerErrorAsync });
        _app.UseStatusCodePages(context => Problem.Json(context.HttpContext.Response.StatusCode, "There is nothing here.").ExecuteAsync(context.HttpContext));
        _app.UseWebSockets();
        _app.UseRouting();
        _app.UseStaticShell(options.WebRoot);
        _app.MapStatus();
        _app.MapKernelSpecs();
        _app.MapKernels();
        _app.MapSessions();
        _app.MapLessons();
        _app.Lifetime.ApplicationStopping.Register(() => _ = _kernels.DisposeAsync().AsTask());
    }

    /// <summary>The page's address with its token, once started.</summary>
    public string Address => $"{_app.Urls.Single()}/?token={_token.Text}";

    /// <exception cref="IOException">The port is taken.</exception>
    public Task StartAsync(CancellationToken cancellation = default) => _app.StartAsync(cancellation);

    /// <summary>Completes when the server was told to stop, by Ctrl+C, a signal or the token.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation = default) => _app.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _kernels.DisposeAsync();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    // A bad request's message is ours or the framework's; anything else might hold what is nobody's business.
    private static Task AnswerErrorAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        return error is BadHttpRequestException bad
            ? Problem.Json(bad.StatusCode, bad.Message).ExecuteAsync(context)
            : Problem.Json(StatusCodes.Status500InternalServerError, "The server failed to answer; its own output says why.").ExecuteAsync(context);
    }
}
