using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

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

    /// <summary>Reads a local assembly and those next to it that it needs, for the compiler now and for the runtime later.</summary>
    /// <exception cref="InvalidOperationException">Another build of one is in use already.</exception>
    /// <exception cref="BadImageFormatException">It isn't a .NET assembly.</exception>
    public IReadOnlyList<LocalAssembly> AddLocal(string path)
    {
        var added = new Dictionary<string, LocalAssembly>();
        var open = new Queue<string>([path]);
        while (open.TryDequeue(out var next))
        {
            if (added.ContainsKey(next))
                continue;
            var assembly = added[next] = Register(LocalAssembly.Read(next));
            foreach (var needed in assembly.Needs.Where(name => TrustedAssemblies.PathOf(name) is null))
            {
                if (Path.Combine(Path.GetDirectoryName(path)!, needed + ".dll") is var neighbour && File.Exists(neighbour))
                    open.Enqueue(neighbour);
            }
        }

        return [.. added.Values];
    }

    public void AddPackaged(string path) => _packaged.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    public void AddNative(string path) => _native.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    private LocalAssembly Register(LocalAssembly assembly)
    {
        var known = _locals.GetOrAdd(assembly.Name, assembly);
        return known.Build == assembly.Build
            ? known
            : throw new InvalidOperationException(
                $"{Path.GetFileName(assembly.Path)} has changed since this notebook loaded it from {known.Path}: restart the kernel to use the new one.");
    }

    private Assembly? Resolve(AssemblyLoadContext context, string name) =>
        _locals.TryGetValue(name, out var local) ? local.Load(context)
        : _packaged.TryGetValue(name, out var packaged) ? context.LoadFromAssemblyPath(packaged)
        : null;

    private string? NativeLibraryOf(string name)
    {
        var file = Path.GetExtension(name) is ".dll" or ".so" or ".dylib" ? Path.GetFileNameWithoutExtension(name) : name;
        return _native.GetValueOrDefault(file) ?? _native.GetValueOrDefault("lib" + file);
    }
}
