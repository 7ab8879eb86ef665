using System.IO.Compression;

namespace Neurones;

/// <summary>A zip file whose entries are what it says they are: unpacked once to be measured and summed, then once more to be read.</summary>
internal sealed class CheckedZip : IDisposable
{
    private const int MostEntries = 10_000;
    private const long MostUnpacked = 1L << 30;

    private readonly string _name;
    private readonly ZipArchive _zip;

    /// <exception cref="InvalidDataException">It isn't a zip file, or it would unpack to more than is allowed.</exception>
    public CheckedZip(string name, Stream stream)
    {
        _name = name;
        (_zip, Entries) = Guard(() =>
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return (zip, zip.Entries);
        });
        if (Entries.Count > MostEntries)
        {
            throw InputFile.Unusable(name, $"it has {Entries.Count} entries, and {MostEntries} are allowed", "Save fewer arrays in one file.");
        }

        // A file without compression may be of any size: it takes no more memory than it has bytes.
        var most = Math.Max(MostUnpacked, stream.Length);
        var unpacked = Entries.Aggregate((Int128)0, (sum, entry) => sum + entry.Length);
        if (unpacked > most)
        {
            throw InputFile.Unusable(name, $"it has {stream.Length} bytes but would unpack to {unpacked}, and {most} are allowed", "If that is right, save it without compression, with np.savez.");
        }
    }

    public IReadOnlyList<ZipArchiveEntry> Entries { get; }

    public T Read<T>(ZipArchiveEntry entry, Func<CheckedReader, T> read)
    {
        Guard(() =>
        {
            using var content = entry.Open();
            Measure(entry, content);
            return true;
        });
        using var again = entry.Open();
        return read(new CheckedReader($"{_name}, {InputFile.Shown(entry.FullName)}", again, entry.Length));
    }

    public void Dispose() => _zip.Dispose();

    private static void Measure(ZipArchiveEntry entry, Stream content)
    {
        var buffer = new byte[Math.Clamp(entry.Length, 1, 1 << 16)];
        var sum = new Crc32();
        var length = 0L;
        for (int read; length <= entry.Length && (read = content.Read(buffer)) > 0; length += read)
        {
            sum.Add(buffer.AsSpan(0, read));
        }

        if (length != entry.Length || sum.Value != entry.Crc32)
        {
            throw new InvalidDataException($"the content of {entry.FullName} isn't what was packed (its length or its checksum differs)");
        }
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e)
        {
            throw InputFile.Unusable(_name, $"it isn't an intact .npz (zip) file: {e.Message.TrimEnd('.')}");
        }
    }
}
