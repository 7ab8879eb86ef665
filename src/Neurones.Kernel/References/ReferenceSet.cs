using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using Neurones.Kernel.Scripting;

namespace Neurones.Kernel.References;

/// <summary>What cells may use: the framework from the start, and what `#r` lines add.</summary>
/// <remarks>
/// The kernel's own packages are there from the start too, because the compiler makes other types of an assembly once something that it
/// was missing appears; but under an alias that no cell knows, until a `#r` names them, so that a notebook which forgets one fails here
/// as in any other host. All are read once: with fresh ones for each cell, memory would grow with every cell.
/// </remarks>
internal sealed class ReferenceSet
{
    private static readonly string[] Hidden = ["hidden"];

    private readonly ConcurrentDictionary<string, AssemblyMetadata> _metadata = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MetadataReference> _references = new(StringComparer.Ordinal);
    private readonly LoadedAssemblies _loaded = new();
    private readonly PackageSet _packages;

    public ReferenceSet(string folder)
    {
        Folder = folder;
        _packages = new PackageSet(this, _loaded);
        foreach (var path in TrustedAssemblies.All)
            _metadata[path] = AssemblyMetadata.CreateFromFile(path);
        foreach (var path in WithTypes())
            _references[path] = _metadata[path].GetReference(display: path, aliases: TrustedAssemblies.IsFramework(path) ? default : [.. Hidden]);

        Show(typeof(Notebook).Assembly.Location);
        All = [.. _references.Values];
    }

    /// <summary>The notebook's folder, from which relative paths start.</summary>
    public string Folder { get; }

    /// <summary>Finds what a cell loads by #load.</summary>
    public SourceReferenceResolver Files => new SourceFileResolver([], Folder);

    public IReadOnlyList<MetadataReference> All { get; private set; }

    /// <summary>Carries out the directives of a cell.</summary>
    /// <exception cref="CellException">A directive isn't known, or what it names can't be had.</exception>
    public void Apply(IReadOnlyList<Directive> directives, CancellationToken cancellation)
    {
        if (directives.Count == 0)
            return;
        foreach (var directive in directives)
        {
            if (directive.Reference is not { } reference)
                CheckLanguage(directive);
            else if (reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
                _packages.Add(directive, reference["nuget:".Length..], cancellation);
            else
                AddAssembly(directive, reference);
        }

        All = [.. _references.Values];
    }

    /// <summary>Makes an assembly's types known to the cells.</summary>
    public void Show(string path)
    {
        if (_references.GetValueOrDefault(path)?.Properties.Aliases.IsEmpty != true)
            _references[path] = Shown(path);
    }

    /// <summary>Makes known the rest of the framework too, which others' assemblies may have been built against.</summary>
    public void ShowForwarders()
    {
        foreach (var path in TrustedAssemblies.All.Where(TrustedAssemblies.IsFramework))
            Show(path);
    }

    /// <summary>What cells could use after these directives, or null where one names what isn't loaded. Any thread may ask; nothing is loaded.</summary>
    public IReadOnlyList<MetadataReference>? Preview(IEnumerable<Directive> directives)
    {
        var all = All;
        var known = all.Where(reference => reference.Properties.Aliases.IsEmpty).Select(reference => reference.Display).ToHashSet();
        var shown = new HashSet<string>();
        foreach (var directive in directives.Where(directive => directive.Reference is not null))
        {
            if (OwnOf(directive.Reference!) is { } paths)
                shown.UnionWith(paths);
            else if (!known.Contains(Path.GetFullPath(directive.Reference!, Folder)))
                return null;
        }

        shown.ExceptWith(known!);
        return shown.Count == 0 ? all : [.. all.Select(reference => shown.Contains(reference.Display!) ? Shown(reference.Display!) : reference)];
    }

    /// <summary>All but the third of the framework that has no types and only says where they went: nothing here names it, and each cell would pay for it.</summary>
    private HashSet<string> WithTypes()
    {
        var readers = _metadata.ToDictionary(each => each.Key, each => each.Value.GetModules()[0].GetMetadataReader());
        var found = readers.Where(each => HasTypes(each.Value)).Select(each => each.Key).ToHashSet();
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var next))
        {
            foreach (var needed in LocalAssembly.NeedsOf(readers[next]).Select(TrustedAssemblies.PathOf).OfType<string>().Where(found.Add))
                open.Enqueue(needed);
        }

        return found;

        static bool HasTypes(MetadataReader reader) =>
            reader.TypeDefinitions.Any(type => (reader.GetTypeDefinition(type).Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public);
    }

    private static IEnumerable<string>? OwnOf(string reference)
    {
        if (reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
        {
            return PackageRequest.Parse(reference["nuget:".Length..]) is { } request && KernelPackages.Find(request.Id) is { } package
                ? KernelPackages.AssembliesOf(package)
                : null;
        }

        return TrustedAssemblies.PathOf(NameOf(reference)) is { } path ? [path] : null;
    }

    private static string NameOf(string reference) => IsFile(reference) ? Path.GetFileNameWithoutExtension(reference) : reference;

    private static bool IsFile(string reference) =>
        reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || reference.EndsWith(".exe", StringComparison.OrdinalIgnoreCase);

    private PortableExecutableReference Shown(string path) =>
        _metadata.GetOrAdd(path, AssemblyMetadata.CreateFromFile).GetReference(display: path);

    private static void CheckLanguage(Directive directive)
    {
        if (directive.Text is not ("#!csharp" or "#!c#"))
        {
            throw CellException.InDirective(directive,
                $"{directive.Text} is not known: this kernel runs C# cells (#!csharp), and knows #r \"path.dll\" and #r \"nuget: Package, version\".");
        }
    }

    private void AddAssembly(Directive directive, string reference)
    {
        var path = Path.GetFullPath(reference, Folder);
        if (TrustedAssemblies.PathOf(NameOf(reference)) is { } own)
        {
            if (File.Exists(path))
                CheckSameMajor(directive, path, own);
            Show(own);
        }
        else if (!File.Exists(path))
        {
            throw CellException.InDirective(directive,
                $"{reference} isn't there (looked for {path}). Build it first, or correct the path: it starts at the notebook's folder.");
        }
        else
        {
            foreach (var local in LoadLocal(directive, path))
                _references[local.Path] = local.Reference;
        }
    }

    private static void CheckSameMajor(Directive directive, string path, string own)
    {
        var (asked, has) = (TrustedAssemblies.VersionOf(path), TrustedAssemblies.VersionOf(own));
        if (asked.Major != has.Major)
        {
            throw CellException.InDirective(directive,
                $"{Path.GetFileName(path)} has version {asked}, but this kernel runs with its own {has}, and one process can't hold both.");
        }
    }

    private IReadOnlyList<LocalAssembly> LoadLocal(Directive directive, string path)
    {
        try
        {
            ShowForwarders();
            return _loaded.AddLocal(path);
        }
        catch (BadImageFormatException)
        {
            throw CellException.InDirective(directive, $"{path} isn't a .NET assembly.");
        }
        catch (InvalidOperationException e)
        {
            throw CellException.InDirective(directive, e.Message);
        }
    }
}
