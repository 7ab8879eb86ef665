namespace Neurones.Player.Exports;

/// <summary>The folder that everything is written below.</summary>
public sealed class OutputFolder
{
    private readonly string _option;

    /// <param name="option">The folder as it was asked for.</param>
    /// <exception cref="UsageException">Nothing can be written there.</exception>
    public OutputFolder(string option)
    {
        (_option, Path) = (option, System.IO.Path.GetFullPath(option));
        Writing(() =>
        {
            var existing = Path;
            while (!Directory.Exists(existing) && !File.Exists(existing))
            {
                existing = System.IO.Path.GetDirectoryName(existing)!;
            }

            var probe = System.IO.Path.Combine(existing, $".neurones-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        });
    }

    public string Path { get; }

    /// <summary>Writes all files or, where one can't be written, none: those that were there before stay as they are.</summary>
    /// <exception cref="UsageException">One can't be written.</exception>
    public void Save(IReadOnlyList<OutputFile> files) => Writing(() =>
    {
        try
        {
            foreach (var file in files)
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file.Path)!);
                File.WriteAllBytes(Temporary(file), file.Bytes);
            }

            foreach (var file in files)
            {
                File.Move(Temporary(file), file.Path, overwrite: true);
            }
        }
        finally
        {
            foreach (var file in files.Where(file => File.Exists(Temporary(file))))
            {
                File.Delete(Temporary(file));
            }
        }
    });

    /// <summary>A file below the folder as a link from a page, which lies below it too.</summary>
    public static string Link(string page, string file) =>
        string.Join('/', System.IO.Path.GetRelativePath(System.IO.Path.GetDirectoryName(page)!, file).Split(System.IO.Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));

    private static string Temporary(OutputFile file) => file.Path + ".tmp";

    private void Writing(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Nothing can be saved in {_option}: {e.Message} Choose another --output.");
        }
    }
}
