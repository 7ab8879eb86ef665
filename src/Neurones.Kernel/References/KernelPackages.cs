using System.Text.Json;

namespace Neurones.Kernel.References;

/// <summary>The packages that this process runs with, from its deps.json: they resolve at once and offline.</summary>
internal static class KernelPackages
{
    private static readonly Lazy<Dictionary<string, KernelPackage>> ById = new(Read);

    public static KernelPackage? Find(string id) => ById.Value.GetValueOrDefault(id);

    /// <summary>The assemblies of a package and of all it depends on.</summary>
    public static IEnumerable<string> AssembliesOf(KernelPackage package)
    {
        var found = new HashSet<KernelPackage> { package };
        var open = new Queue<KernelPackage>(found);
        while (open.TryDequeue(out var next))
        {
            foreach (var dependency in next.Dependencies.Select(Find).OfType<KernelPackage>().Where(found.Add))
                open.Enqueue(dependency);
        }

        return found.SelectMany(each => each.Assemblies).Select(TrustedAssemblies.PathOf).OfType<string>();
    }

    private static Dictionary<string, KernelPackage> Read()
    {
        var path = Path.ChangeExtension(typeof(KernelPackages).Assembly.Location, ".deps.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.GetProperty("targets").EnumerateObject()
            .SelectMany(target => target.Value.EnumerateObject())
            .Select(Package)
            .GroupBy(package => package.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
    }

    private static KernelPackage Package(JsonProperty library)
    {
        var slash = library.Name.IndexOf('/', StringComparison.Ordinal);
        var assemblies = Names("runtime").Select(file => Path.GetFileNameWithoutExtension(file)!).ToList();
        return new(library.Name[..slash], library.Name[(slash + 1)..], assemblies, Names("dependencies"));

        List<string> Names(string section) =>
            library.Value.TryGetProperty(section, out var entries) ? entries.EnumerateObject().Select(entry => entry.Name).ToList() : [];
    }
}

/// <summary>A package of the kernel: the simple names of its assemblies, the ids of what it depends on.</summary>
internal sealed record KernelPackage(string Id, string Version, IReadOnlyList<string> Assemblies, IReadOnlyList<string> Dependencies)
{
    public string Major => Version.Split('.')[0];
}
