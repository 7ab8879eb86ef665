using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Neurones.Player.Kernels;

namespace Neurones.Player.Pictures;

/// <summary>A browser without a window, with a profile of its own. It never outlives this object.</summary>
public sealed class HeadlessBrowser : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _profile;

    private HeadlessBrowser(Process process, string profile)
    {
        (_process, _profile) = (process, profile);
        Exited = WaitAsync();
    }

    /// <summary>Completes when the browser has ended, with what it said last.</summary>
    public Task<string> Exited { get; }

    /// <exception cref="DrawingException">The program can't be started.</exception>
    public static HeadlessBrowser Open(string program, string address)
    {
        var profile = Directory.CreateTempSubdirectory("neurones-browser-").FullName; // Ours alone, on Unix by its mode.
        var start = new ProcessStartInfo(program, Arguments(profile, Door(profile, address))) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            return new HeadlessBrowser(Process.Start(start)!, profile);
        }
        catch (Win32Exception e)
        {
            Delete(profile);
            throw new DrawingException($"The browser {program} could not be started: {e.Message}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        Delete(_profile);
    }

    // Everyone on the machine may read a command line, and the address has the token in it: so the browser reads it from a file.
    private static string Door(string profile, string address)
    {
        var door = Path.Combine(profile, "door.html");
        File.WriteAllText(door, $"<!doctype html><meta name=\"referrer\" content=\"no-referrer\"><script>location.replace({JsonSerializer.Serialize(address)})</script>");
        return new Uri(door).AbsoluteUri;
    }

    private static IEnumerable<string> Arguments(string profile, string address)
    {
        string[] arguments =
        [
            "--headless=new",
            $"--user-data-dir={profile}",
            // Figures in three dimensions, without a graphics card and the same everywhere.
            "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--force-device-scale-factor=1", "--force-color-profile=srgb",
            // It talks to our page and to nobody else.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--no-proxy-server",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
            "--no-first-run", "--no-default-browser-check", "--disable-dev-shm-usage",
        ];
        // As root, and only there, Chrome refuses to start with its sandbox.
        return [.. arguments, .. Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? ["--no-sandbox"] : Array.Empty<string>(), address];
    }

    private async Task<string> WaitAsync()
    {
        var said = new OutputTail();
        var printed = Task.WhenAll(said.ReadAsync(_process.StandardOutput), said.ReadAsync(_process.StandardError));
        await _process.WaitForExitAsync();
        await Task.WhenAny(printed, Task.Delay(500)); // A helper of it may hold these streams open.
        return said.Last ?? "";
    }

    private static void Delete(string profile)
    {
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A helper that ends a moment later may still write; the system cleans its temporary folder.
        }
    }
}
