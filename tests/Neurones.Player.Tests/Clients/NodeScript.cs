using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Neurones.Player.Tests.Clients;

/// <summary>Runs the Node scripts beside this file.</summary>
internal static class NodeScript
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Why no script can run; null when they can.</summary>
    public static string? WhyMissing { get; } = !IsOnPath() ? "No Node is on the PATH."
        : !Directory.Exists(Path.Combine(Folder(), "node_modules")) ? "The Jupyter clients are not installed: build the tests."
        : null;

    /// <summary>Runs a script to its end, which must be a good one; returns what it printed.</summary>
    public static async Task<string> RunAsync(string script, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string input = "")
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Folder(), script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        // The script ends itself a little earlier, and says where it was.
        start.Environment["NEURONES_LIMIT"] = (0.9 * Limit.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.True(process.ExitCode == 0, $"node {script} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await errors}");
        return await output;
    }

    private static bool IsOnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")));

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
