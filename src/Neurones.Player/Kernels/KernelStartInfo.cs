using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Neurones.Player.Kernels;

/// <summary>The command line and the environment of a kernel process.</summary>
public static class KernelStartInfo
{
    private static readonly string[] SecretWords = ["TOKEN", "SECRET", "PASSWORD", "CREDENTIAL"];

    public static ProcessStartInfo Create(KernelOptions options, string folder, string pipeIn, string pipeOut)
    {
        var start = new ProcessStartInfo(DotnetHost())
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments = [options.Assembly, "--pipe-in", pipeIn, "--pipe-out", pipeOut, "--folder", folder];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(IsSecret).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in options.Environment)
        {
            start.Environment[name] = value;
        }

        // The runtime reads this number as hexadecimal.
        start.Environment["DOTNET_GCHeapHardLimit"] = options.HeapLimit.ToString("X", CultureInfo.InvariantCulture);
        return start;
    }

    private static bool IsSecret(string name) => SecretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    // The runtime that runs us also runs the kernel, even where another dotnet, or none, is on the PATH.
    private static string DotnetHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(host) ? host : name;
    }
}
