using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Neurones.Player.Kernels;

/// <summary>The command line and the environment of a kernel process.</summary>
public static class KernelStartInfo
{
    private static readonly string[] SecretWords = ["TOKEN", "SECRET", "PASSWORD", "CREDENTIAL"];

    public static ProcessStartInfo Create(KernelOptions options, string folder, string pipeIn, string pipeOut) =>
        Create(options, folder, ["--pipe-in", pipeIn, "--pipe-out", pipeOut, "--folder", folder]);

    /// <summary>A kernel that runs nothing and turns the notebook on its standard input into a program on its standard output.</summary>
    public static ProcessStartInfo CreateScriptWriter(KernelOptions options, string folder)
    {
        var start = Create(options, folder, ["--write-script", folder]);
        start.StandardInputEncoding = start.StandardOutputEncoding = start.StandardErrorEncoding = new UTF8Encoding(false);
        return start;
    }

    private static ProcessStartInfo Create(KernelOptions options, string folder, string[] arguments)
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
        foreach (var argument in (string[])[options.Assembly, .. arguments])
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
        // Each cell is an assembly more, and pages mapped twice, once to write and once to execute, cost 0.2 MB for each.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
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
