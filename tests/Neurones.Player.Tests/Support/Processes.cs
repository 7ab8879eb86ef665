using System.Diagnostics;
using System.Globalization;

namespace Neurones.Player.Tests.Support;

/// <summary>Looks at other processes.</summary>
public static class Processes
{
    /// <summary>Whether a process runs; one that has ended and waits for its parent to notice does not.</summary>
    public static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !OperatingSystem.IsLinux() || Status(id, "State:")?.StartsWith('Z') == false;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The processes that one has started, on Linux.</summary>
    public static int[] ChildrenOf(int id) =>
        [.. Process.GetProcesses().Select(process => process.Id).Where(child => Status(child, "PPid:") == id.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The environment that a process of ours was given, on Linux; empty when it has ended.</summary>
    public static string Environment(int id) => Read(id, "environ");

    /// <summary>A process's command line, on Linux; empty when it has ended.</summary>
    public static string CommandLine(int id) => Read(id, "cmdline");

    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string? Status(int id, string field)
    {
        try
        {
            return File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal))?[field.Length..].Trim();
        }
        catch (IOException)
        {
            return null; // It ended meanwhile.
        }
    }
}
