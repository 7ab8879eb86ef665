namespace Neurones;

/// <summary>The bytes of a file, in order. No memory is asked for on a file's word: what it says it has is compared with what it has.</summary>
/// <param name="name">What errors call the file.</param>
/// <param name="stream">Its bytes.</param>
/// <param name="length">How many bytes it really has.</param>
internal sealed class CheckedReader(string name, Stream stream, long length)
{
    /// <summary>How many bytes haven't been read yet.</summary>
    public long Left { get; private set; } = length;

    /// <summary>Reads the file of that path.</summary>
    public static T Read<T>(string path, Func<CheckedReader, T> read)
    {
        using var stream = InputFile.Open(path);
        return read(new CheckedReader(path, stream, stream.Length));
    }

    /// <summary>The next bytes.</summary>
    /// <exception cref="InvalidDataException">The file hasn't so many.</exception>
    public byte[] Bytes(long count, string what)
    {
        if (count > Left)
        {
            throw Unusable($"{what} should have {count} bytes, but only {Left} are left: the file was cut off, or is of another kind");
        }

        var bytes = new byte[count];
        Fill(bytes);
        return bytes;
    }

    /// <summary>Reads the next bytes, which must be there.</summary>
    public void Fill(Span<byte> bytes)
    {
        try
        {
            stream.ReadExactly(bytes);
            Left -= bytes.Length;
        }
        catch (EndOfStreamException)
        {
            throw Unusable($"it became shorter while it was read", "Read it again when nothing writes to it any more.");
        }
    }

    /// <inheritdoc cref="InputFile.Unusable"/>
    public InvalidDataException Unusable(FormattableString found) => InputFile.Unusable(name, found);

    /// <inheritdoc cref="InputFile.Unusable"/>
    public InvalidDataException Unusable(FormattableString found, string cure) => InputFile.Unusable(name, found, cure);
}
