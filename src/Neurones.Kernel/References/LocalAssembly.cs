using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Neurones.Kernel.References;

/// <summary>An assembly on this machine as it was when a cell named it. Build differs between any two builds; Needs are simple names.</summary>
internal sealed record LocalAssembly(string Path, string Name, Guid Build, byte[] Image, byte[]? Symbols, IReadOnlyList<string> Needs, MetadataReference Reference)
{
    /// <summary>Reads the file, which may be replaced at once after.</summary>
    /// <exception cref="BadImageFormatException">It isn't a .NET assembly.</exception>
    public static LocalAssembly Read(string path)
    {
        var image = File.ReadAllBytes(path);
        var symbols = System.IO.Path.ChangeExtension(path, ".pdb");
        var metadata = AssemblyMetadata.CreateFromImage(image);
        var module = metadata.GetModules()[0];
        var reader = module.GetMetadataReader();
        return new(
            path,
            reader.GetAssemblyDefinition().GetAssemblyName().Name!,
            module.GetModuleVersionId(),
            image,
            File.Exists(symbols) ? File.ReadAllBytes(symbols) : null,
            [.. NeedsOf(reader)],
            metadata.GetReference(display: path));
    }

    /// <summary>The simple names of the assemblies that an assembly refers to.</summary>
    public static IEnumerable<string> NeedsOf(MetadataReader reader) =>
        reader.AssemblyReferences.Select(needed => reader.GetString(reader.GetAssemblyReference(needed).Name));

    public Assembly Load(AssemblyLoadContext context) =>
        context.LoadFromStream(new MemoryStream(Image), Symbols is null ? null : new MemoryStream(Symbols));
}
