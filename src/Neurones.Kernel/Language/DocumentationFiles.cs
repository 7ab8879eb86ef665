using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Text;

namespace Neurones.Kernel.Language;

/// <summary>The XML documentation files of assemblies: beside them, or for the framework's in the SDK's reference pack.</summary>
/// <remarks>Searched as bytes on the disk, some milliseconds each time: as objects they would take more memory than the kernel.</remarks>
internal static class DocumentationFiles
{
    private static readonly string FrameworkFolder = RuntimeEnvironment.GetRuntimeDirectory();

    // The implementation's assemblies are cut otherwise than the reference pack's.
    private static readonly Lazy<IReadOnlyList<string>> FrameworkFiles = new(FindFrameworkFiles);

    /// <summary>A member's element as text, or null.</summary>
    /// <param name="assembly">The path of its assembly.</param>
    /// <param name="id">Its documentation id, such as <c>M:System.Math.Exp(System.Double)</c>.</param>
    public static string? Find(string assembly, string id)
    {
        var beside = Path.ChangeExtension(assembly, ".xml");
        if (File.Exists(beside))
            return Search(beside, id);
        if (!assembly.StartsWith(FrameworkFolder, StringComparison.Ordinal))
            return null;
        var likely = Path.GetFileName(beside);
        return FrameworkFiles.Value.OrderByDescending(file => Path.GetFileName(file) == likely).Select(file => Search(file, id)).FirstOrDefault(found => found is not null);
    }

    private static IReadOnlyList<string> FindFrameworkFiles()
    {
        var packs = Path.GetFullPath(Path.Combine(FrameworkFolder, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var version = Environment.Version;
        var folder = !Directory.Exists(packs) ? null : Directory.EnumerateDirectories(packs, $"{version.Major}.{version.Minor}.*")
            .Select(pack => Path.Combine(pack, "ref", $"net{version.Major}.{version.Minor}"))
            .LastOrDefault(Directory.Exists);
        return folder is null ? [] : [.. Directory.EnumerateFiles(folder, "*.xml").OrderByDescending(file => Path.GetFileName(file) == "System.Runtime.xml")];
    }

    private static unsafe string? Search(string path, string id)
    {
        var length = (int)new FileInfo(path).Length;
        if (length == 0)
            return null;
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            var text = new ReadOnlySpan<byte>(start, length);
            var name = text.IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{id}\""));
            if (name < 0)
                return null;
            var member = text[name..];
            var end = member.IndexOf("</member>"u8);
            return end < 0 ? null : Encoding.UTF8.GetString(member[..(end + "</member>".Length)]);
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }
}
