using System.Text.Json;

namespace Neurones.Kernel.References;

/// <summary>Files of restored packages: what the compiler needs, what the runtime needs, native libraries.</summary>
internal sealed record PackageAssets(IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime, IReadOnlyList<string> Native)
{
    /// <summary>Reads what NuGet wrote down.</summary>
    public static PackageAssets Read(string assetsFile)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        var root = document.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = root.GetProperty("libraries");

        // One target for the framework alone and one for this machine's runtime; only the second has all.
        var target = root.GetProperty("targets").EnumerateObject().OrderByDescending(each => each.Name.Length).First().Value;
        return new(Files("compile"), Files("runtime"), Files("native"));

        List<string> Files(string kind) =>
        [
            .. from library in target.EnumerateObject()
               where library.Value.TryGetProperty(kind, out _)
               from file in library.Value.GetProperty(kind).EnumerateObject()
               where !file.Name.EndsWith("/_._", StringComparison.Ordinal)
               let path = Path.Combine(libraries.GetProperty(library.Name).GetProperty("path").GetString()!, file.Name)
               select folders.Select(folder => Path.Combine(folder, path)).FirstOrDefault(File.Exists) ?? path,
        ];
    }
}
