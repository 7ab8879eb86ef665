using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Neurones.Kernel.References;

/// <summary>Gives the runtime the assemblies and native libraries that `#r` lines have named, when it asks for them.</summary>
/// <remarks>Local ones are read into memory: a learner can build their library again while the notebook has it in use.</remarks>
internal sealed class LoadedAssemblies
{
    private readonly ConcurrentDictionary<string, LocalAssembly> _locals = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _packaged = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _native = new(StringComparer.OrdinalIgnoreCase);

    public LoadedAssemblies()
    {
        AssemblyLoadContext.Default.Resolving += (context, name) => Resolve(context, name.Name!);
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => NativeLibraryOf(name) is { } path ? NativeLibrary.Load(path) : 0;
    }

    /// <summary>Reads a local assembly, for the compiler now and for the runtime later.</summary>
    /// <exception cref="InvalidOperationException">Another build of it is in use already.</exception>
    /// <exception cref="BadImageFormatException">It isn't a .NET assembly.</exception>
    public MetadataReference AddLocal(string path)
    {
        var assembly = LocalAssembly.Read(path);
        var known = _locals.GetOrAdd(assembly.Name, assembly);
        return known.Build == assembly.Build
            ? known.Reference
            : throw new InvalidOperationException($"{Path.GetFileName(path)} has changed since this notebook loaded it from {known.Path}: restart the kernel to use the new one.");
    }

    public void AddPackaged(string path) => _packaged.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    public void AddNative(string path) => _native.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    private Assembly? Resolve(AssemblyLoadContext context, string name)
    {
        if (_locals.TryGetValue(name, out var local))
            return local.Load(context);
        if (_packaged.TryGetValue(name, out var packaged))
            return context.LoadFromAssemblyPath(packaged);

        // What a local assembly depends on lies next to it.
        return _locals.Values.Select(known => Path.Combine(Path.GetDirectoryName(known.Path)!, name + ".dll")).FirstOrDefault(File.Exists) is { } path
            ? LocalAssembly.Read(path).Load(context)
            : null;
    }

    private string? NativeLibraryOf(string name)
    {
        var file = name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".so", StringComparison.Ordinal) || name.EndsWith(".dylib", StringComparison.Ordinal)
            ? Path.GetFileNameWithoutExtension(name)
            : name;
        return _native.GetValueOrDefault(file) ?? _native.GetValueOrDefault("lib" + file);
    }
}
