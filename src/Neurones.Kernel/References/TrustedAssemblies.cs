using System.Reflection;

namespace Neurones.Kernel.References;

/// <summary>The assemblies that this process has from its start: the framework, and the kernel's own with their packages.</summary>
internal static class TrustedAssemblies
{
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static readonly Dictionary<string, string> ByName =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(path => Path.GetFileNameWithoutExtension(path)!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> All => ByName.Values;

    public static bool IsFramework(string path) => Path.GetDirectoryName(path) == FrameworkFolder;

    public static string? PathOf(string simpleName) => ByName.GetValueOrDefault(simpleName);

    public static Version VersionOf(string path) => AssemblyName.GetAssemblyName(path).Version ?? new Version(0, 0);
}
