using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Neurones.Player.Tests.Browser;

namespace Neurones.Player.Tests.Clients;

/// <summary>Debian's jupyter-notebook 6.4 in a folder of its own, whose kernels are those of `neurones serve`, its gateway.</summary>
public sealed class ClassicNotebook : IAsyncLifetime
{
    private const string Token = "of-the-notebook";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("neurones-classic-");
    private PlayerProcess? _player;
    private Process? _process;

    /// <summary>Why it can't run; null when it can.</summary>
    public static string? WhyMissing => Command is null ? "No jupyter-notebook is on the PATH (Debian's package jupyter-notebook)." : null;

    /// <summary>Where the notebooks are that it shows.</summary>
    public string Folder => Path.Combine(_folder.FullName, "notebooks");

    public Uri Address { get; private set; } = null!;

    private static string? Command { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "jupyter-notebook"))
        .FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (WhyMissing is not null)
        {
            return;
        }

        _player = await PlayerProcess.StartAsync(folder: null);
        Directory.CreateDirectory(Folder);
        var port = FreePort();
        var gateway = new Uri(_player.Address);
        var start = new ProcessStartInfo(Command!,
        [
            "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--port-retries=0", $"--notebook-dir={Folder}",
            $"--NotebookApp.token={Token}", $"--gateway-url={gateway.GetLeftPart(UriPartial.Authority)}",
        ])
        {
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        start.Environment["JUPYTER_GATEWAY_AUTH_TOKEN"] = gateway.Query["?token=".Length..];
        foreach (var name in new[] { "HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR" })
        {
            start.Environment[name] = _folder.FullName;
        }

        _process = Process.Start(start)!;
        await StartedAsync(_process.StandardError);
        Address = new Uri($"http://127.0.0.1:{port}/?token={Token}");
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        if (_player is not null)
        {
            await _player.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private static async Task StartedAsync(StreamReader log)
    {
        using var limit = new CancellationTokenSource(StartLimit);
        var said = "";
        while (!said.Contains("is running at", StringComparison.Ordinal))
        {
            said += await log.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException($"jupyter-notebook ended at once: {said}");
        }

        // What nobody reads would stop it when the pipe is full.
        _ = log.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
    }

    // It has no way to take a free port and say which.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
