using System.Diagnostics;

namespace Neurones.Player.Tests.Browser;

/// <summary>The command `neurones serve` as a learner starts it, with a data folder of its own.</summary>
internal sealed class PlayerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private PlayerProcess(Process process, DirectoryInfo data, string address) => (_process, _data, Address) = (process, data, address);

    /// <summary>The server's process.</summary>
    public int Id => _process.Id;

    /// <summary>What the command printed: the page's address with its token.</summary>
    public string Address { get; }

    /// <summary>Starts it in a folder, whose notebooks it serves; without one, the course's.</summary>
    public static async Task<PlayerProcess> StartAsync(string? folder)
    {
        var data = Directory.CreateTempSubdirectory("neurones-page-");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "neurones.dll"), "serve", "--no-browser", "--port", "0"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder ?? AppContext.BaseDirectory,
        };
        // Where .NET puts a user's application data on Unix; elsewhere the tests undo what they edit.
        start.Environment["XDG_DATA_HOME"] = start.Environment["XDG_CONFIG_HOME"] = data.FullName;
        var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(StartLimit);
        var address = await process.StandardOutput.ReadLineAsync(limit.Token);
        return new PlayerProcess(process, data, address ?? throw new InvalidOperationException("neurones serve ended without printing an address."));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }
}
