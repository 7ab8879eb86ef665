namespace Neurones;

/// <summary>Writes files whole or not at all: whatever goes wrong, the old file is still there and no half of a new one.</summary>
internal static class AtomicFile
{
    /// <summary>Writes to a temporary file in the same folder, which then takes the place of the old one.</summary>
    /// <exception cref="IOException">The folder doesn't exist, or the file can't be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var target = Path.GetFullPath(path);
        if (Directory.Exists(target))
        {
            throw new IOException($"{path} is a folder: give the name of a file in it.");
        }

        var folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder {folder} to save {Path.GetFileName(target)} in: create it first, with Directory.CreateDirectory.");
        }

        var temporary = Path.Combine(folder, $".neurones-{Path.GetRandomFileName()}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
