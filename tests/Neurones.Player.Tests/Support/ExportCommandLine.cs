using System.Diagnostics;

namespace Neurones.Player.Tests.Support;

/// <summary>The command `neurones export` as it is called in a folder.</summary>
public static class ExportCommandLine
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(UsageException).Assembly.Location, "export", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, said[0], said[1]);
    }
}
