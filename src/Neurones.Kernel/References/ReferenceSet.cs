using Microsoft.CodeAnalysis;
using Neurones.Kernel.Scripting;

namespace Neurones.Kernel.References;

/// <summary>What cells may use: the framework from the start, and what `#r` lines add.</summary>
/// <remarks>
/// The kernel's own packages are not there until a `#r` names them, so that a notebook which forgets one fails here as in any other host.
/// The MetadataReference objects are made once: with fresh ones for each cell, memory would grow with every cell.
/// </remarks>
internal sealed class ReferenceSet
{
    private readonly Dictionary<string, MetadataReference> _byPath = new(StringComparer.Ordinal);
    private readonly LoadedAssemblies _loaded = new();
    private readonly PackageSet _packages;

    public ReferenceSet(string folder)
    {
        Folder = folder;
        _packages = new PackageSet(this, _loaded);
        foreach (var path in TrustedAssemblies.Framework.Append(typeof(Notebook).Assembly.Location))
            AddFile(path);
        All = [.. _byPath.Values];
    }

    /// <summary>The notebook's folder, from which relative paths start.</summary>
    public string Folder { get; }

    public IReadOnlyList<MetadataReference> All { get; private set; }

    /// <summary>Carries out the directives of a cell.</summary>
    /// <exception cref="CellException">A directive isn't known, or what it names can't be had.</exception>
    public void Apply(IReadOnlyList<Directive> directives, CancellationToken cancellation)
    {
        foreach (var directive in directives)
        {
            if (directive.Reference is not { } reference)
                CheckLanguage(directive);
            else if (reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
                _packages.Add(directive, reference["nuget:".Length..], cancellation);
            else
                AddAssembly(directive, reference);
        }

        if (All.Count != _byPath.Count)
            All = [.. _byPath.Values];
    }

    public void AddFile(string path)
    {
        if (!_byPath.ContainsKey(path))
            _byPath[path] = MetadataReference.CreateFromFile(path);
    }

    private static void CheckLanguage(Directive directive)
    {
        if (directive.Text is not ("#!csharp" or "#!c#"))
            throw CellException.InDirective(directive, $"{directive.Text} is not known: this kernel runs C# cells (#!csharp), and knows #r \"path.dll\" and #r \"nuget: Package, version\".");
    }

    private void AddAssembly(Directive directive, string reference)
    {
        var path = Path.GetFullPath(reference, Folder);
        var isFile = reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || reference.EndsWith(".exe", StringComparison.OrdinalIgnoreCase);
        var name = isFile ? Path.GetFileNameWithoutExtension(reference) : reference;
        if (TrustedAssemblies.PathOf(name) is { } own)
        {
            if (File.Exists(path))
                CheckSameMajor(directive, path, own);
            AddFile(own);
        }
        else if (!File.Exists(path))
        {
            throw CellException.InDirective(directive, $"{reference} isn't there (looked for {path}). Build it first, or correct the path: it starts at the notebook's folder.");
        }
        else
        {
            _byPath[path] = LoadLocal(directive, path);
        }
    }

    private static void CheckSameMajor(Directive directive, string path, string own)
    {
        var (asked, has) = (TrustedAssemblies.VersionOf(path), TrustedAssemblies.VersionOf(own));
        if (asked.Major != has.Major)
            throw CellException.InDirective(directive, $"{Path.GetFileName(path)} has version {asked}, but this kernel runs with its own {has}, and one process can't hold both.");
    }

    private MetadataReference LoadLocal(Directive directive, string path)
    {
        try
        {
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
