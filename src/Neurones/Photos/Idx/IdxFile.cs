using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace Neurones;

/// <summary>Reads IDX files, the format of MNIST and EMNIST, packed by gzip or not.</summary>
/// <remarks>
/// The bytes 0 0, the type, the number of sizes, the sizes as 4 bytes each (the highest first), the values.
/// No more is unpacked than the sizes promise, and no more memory taken than a small multiple of what is really there.
/// The format: https://yann.lecun.com/exdb/mnist/ ("the IDX file format").
/// </remarks>
internal sealed class IdxFile
{
    private const int LargestLength = 1 << 28; // The largest file that is loaded, of EMNIST-balanced, has a third of it.
    private const int FirstLength = 1 << 16;
    private const byte UnsignedBytes = 8;

    private readonly string _name;
    private readonly Stream _content;

    private IdxFile(string name, Stream content) => (_name, _content) = (name, content);

    /// <summary>Reads an array of unsigned bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rank">How many sizes it must have: 3 for images, 1 for labels.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or of another kind; the message says what is wrong with it.</exception>
    public static IdxArray Read(string path, int rank)
    {
        using var file = File.OpenRead(path);
        return Read(path, file, rank);
    }

    /// <inheritdoc cref="Read(string, int)"/>
    public static IdxArray Read(string name, Stream file, int rank)
    {
        if (!IsGzip(file))
        {
            return new IdxFile(name, file).Read(rank);
        }

        using var unpacked = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        var content = new IdxFile(name, unpacked);
        var array = content.Read(rank);
        content.CheckPackedLength(file, 4L + (4 * rank) + array.Values.Length);
        return array;
    }

    private static bool IsGzip(Stream file)
    {
        var start = new byte[2];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 2 && start is [0x1F, 0x8B];
    }

    private IdxArray Read(int rank)
    {
        CheckStart(rank);
        var sizes = ReadSizes(rank);
        return new IdxArray(sizes, ReadValues(sizes));
    }

    private void CheckStart(int rank)
    {
        var start = new byte[4];
        var read = Fill(start);
        if (read < start.Length || start[0] != 0 || start[1] != 0)
        {
            throw Wrong($"it isn't IDX: it begins with [{Convert.ToHexString(start, 0, read)}], not with 0000, a type and a number of sizes");
        }

        if (start[2] != UnsignedBytes)
        {
            throw Wrong($"it holds {TypeName(start[2])}, and only unsigned bytes (type 08) are read");
        }

        if (start[3] != rank)
        {
            throw Wrong($"it has {start[3]} sizes, but {(rank == 3 ? "images have 3: how many, rows and columns" : "labels have 1: how many")}");
        }
    }

    private int[] ReadSizes(int rank)
    {
        var bytes = new byte[4 * rank];
        if (Fill(bytes) < bytes.Length)
        {
            throw Wrong($"it ends amid its sizes: it was cut off");
        }

        var sizes = Enumerable.Range(0, rank).Select(i => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(4 * i))).ToArray();
        var length = sizes.Aggregate(UInt128.One, (product, size) => product * size);
        return length >= 1 && length <= LargestLength
            ? Array.ConvertAll(sizes, size => (int)size)
            : throw Wrong($"its sizes {Product(sizes)} promise {length} values, and 1 to {LargestLength} are read");
    }

    private byte[] ReadValues(int[] sizes)
    {
        var length = sizes.Aggregate((product, size) => product * size);
        var values = new byte[Math.Min(length, FirstLength)];
        var read = Fill(values);
        while (read == values.Length && read < length)
        {
            Array.Resize(ref values, (int)Math.Min(length, 2L * read));
            read += Fill(values.AsSpan(read));
        }

        if (read < length)
        {
            throw Wrong($"its sizes {Product(sizes)} promise {length} values, but it ends after {read}: it was cut off");
        }

        return Fill(new byte[1]) == 0 ? values : throw Wrong($"its sizes {Product(sizes)} promise {length} values, but it goes on after them");
    }

    /// <summary>The last four bytes of a gzip file say how much is packed; unpacking alone doesn't notice that they are missing.</summary>
    private void CheckPackedLength(Stream file, long length)
    {
        var end = new byte[4];
        file.Seek(-end.Length, SeekOrigin.End);
        file.ReadExactly(end);
        var packed = BinaryPrimitives.ReadUInt32LittleEndian(end);
        if (packed != length)
        {
            throw Wrong($"its last bytes say that {packed} bytes are packed, but there are {length}: it was cut off, or something follows");
        }
    }

    /// <summary>Reads until the buffer is full or the content ends.</summary>
    private int Fill(Span<byte> buffer)
    {
        try
        {
            return _content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException e)
        {
            throw Wrong($"it is packed by gzip, but damaged ({e.Message.TrimEnd('.')})");
        }
    }

    private static string TypeName(byte type) => type switch
    {
        0x09 => "signed bytes (type 09)",
        0x0B => "integers of 2 bytes (type 0B)",
        0x0C => "integers of 4 bytes (type 0C)",
        0x0D => "floats of 4 bytes (type 0D)",
        0x0E => "floats of 8 bytes (type 0E)",
        _ => $"values of an unknown type ({type:X2})",
    };

    private static string Product<T>(IEnumerable<T> sizes) => string.Join(" x ", sizes);

    private InvalidDataException Wrong(FormattableString found) =>
        new($"{_name} can't be read: {found.ToString(CultureInfo.InvariantCulture)}. Replace it by an intact copy of the right file.");
}
