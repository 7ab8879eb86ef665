namespace Neurones.Player.Pictures;

/// <summary>Finds an installed Chrome, Chromium or Edge: figures are drawn by a browser, and we bring none.</summary>
/// <param name="path">The folders that programs are looked for in, as the environment variable PATH has them.</param>
/// <param name="places">Where else installers put a browser.</param>
public sealed class BrowserFinder(string path, IReadOnlyList<string> places)
{
    private static readonly string[] Names = OperatingSystem.IsWindows()
        ? ["chrome.exe", "chromium.exe", "msedge.exe"]
        : ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge-stable", "microsoft-edge"];

    public static BrowserFinder OfThisMachine => new(Environment.GetEnvironmentVariable("PATH") ?? "", [.. UsualPlaces()]);

    /// <summary>The first that is there.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public string Find() => path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .Concat(places)
        .FirstOrDefault(File.Exists)
        ?? throw new UsageException(
            $"Pictures are drawn by a browser, and none was found: neither {string.Join(", ", Names)} on the PATH nor {string.Join(", ", places)}. "
            + "Install Chrome, Chromium or Edge, or put the folder of one on the PATH.");

    private static IEnumerable<string> UsualPlaces()
    {
        if (OperatingSystem.IsWindows())
        {
            return from folder in (Environment.SpecialFolder[])[Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData]
                   from program in (string[])[@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"]
                   select Path.Combine(Environment.GetFolderPath(folder), program);
        }

        if (OperatingSystem.IsMacOS())
        {
            return from folder in (string[])["/Applications", Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Applications")]
                   from program in (string[])["Google Chrome", "Chromium", "Microsoft Edge"]
                   select $"{folder}/{program}.app/Contents/MacOS/{program}";
        }

        return ["/opt/google/chrome/chrome", "/snap/bin/chromium", "/opt/microsoft/msedge/msedge"];
    }
}
