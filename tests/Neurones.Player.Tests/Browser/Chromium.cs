namespace Neurones.Player.Tests.Browser;

/// <summary>The Chromium installed on this machine: the tests download none.</summary>
internal static class Chromium
{
    private static readonly string[] Names = OperatingSystem.IsWindows()
        ? ["chrome.exe", "msedge.exe"]
        : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Where it is, or null.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Why no browser can run; null when one can.</summary>
    public static string? WhyMissing => Path is null ? "No Chromium is on the PATH." : null;
}
