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

    /// <summary>Writes all files aside before the first goes to its place: where one can't be written, those that were there before stay as they are.</summary>
    /// <exception cref="UsageException">One can't be written.</exception>
    public void Save(IEnumerable<OutputFile> files) => Writing(() =>
    {
        var written = new List<(string Temporary, string Path)>();
        try
        {
            foreach (var file in files)
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file.Path)!);
                var temporary = $"{file.Path}.{Guid.NewGuid():N}.tmp";
                written.Add((temporary, file.Path));
                File.WriteAllBytes(temporary, file.Bytes);
            }

            foreach (var (temporary, path) in written)
            {
                File.Move(temporary, path, overwrite: true);
            }
        }
        finally
        {
            foreach (var (temporary, _) in written)
            {
                File.Delete(temporary); // It is gone already where all went well.
            }
        }
    });

    /// <summary>A file below the folder as a link from a page, which lies below it too.</summary>
    public static string Link(string page, string file) =>
        string.Join('/', System.IO.Path.GetRelativePath(System.IO.Path.GetDirectoryName(page)!, file).Split(System.IO.Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));

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
