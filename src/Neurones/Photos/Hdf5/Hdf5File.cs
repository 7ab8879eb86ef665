using System.Buffers.Binary;

namespace Neurones;

/// <summary>Reads datasets from the HDF5 files of the oldest and plainest kind, which is what the cat and dog photos are.</summary>
/// <remarks>
/// Read: superblock 0, one old-style root group, contiguous datasets of unsigned bytes or 64-bit floats of a fixed size.
/// Anything else is refused with an <see cref="InvalidDataException"/> that says what was found and how to convert it.
/// The format: https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t11.html.
/// </remarks>
internal sealed class Hdf5File(string name, ReadOnlyMemory<byte> bytes)
{
    private const int SuperblockLength = 96;
    private static readonly byte[] Signature = [0x89, (byte)'H', (byte)'D', (byte)'F', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>Reads the file whole.</summary>
    public static Hdf5File Open(string path) => new(path, File.ReadAllBytes(path));

    /// <summary>Reads a dataset of the root group.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or of another kind, or has no such dataset.</exception>
    public Hdf5Dataset Read(string dataset)
    {
        var reader = new Hdf5Reader(name, bytes);
        return Hdf5Dataset.Read(reader, Hdf5Group.Find(reader, RootHeader(reader), dataset), dataset);
    }

    private static ulong RootHeader(Hdf5Reader reader)
    {
        var start = reader.Bytes(0, (ulong)Math.Min(Signature.Length, reader.Length), "the signature");
        if (!start.SequenceEqual(Signature))
        {
            throw reader.Unusable($"it isn't HDF5: its first bytes are [{Convert.ToHexString(start)}], not [{Convert.ToHexString(Signature)}]");
        }

        var version = reader.Bytes(8, 1, "the superblock")[0];
        if (version != 0)
        {
            throw reader.Unsupported($"it has a superblock of version {version}, and only version 0 is read");
        }

        var superblock = reader.Structure(0, SuperblockLength, "the superblock");
        if (superblock[13] != 8 || superblock[14] != 8)
        {
            throw reader.Unsupported($"its offsets have {superblock[13]} bytes and its lengths {superblock[14]}, and only 8 and 8 are read");
        }

        var baseAddress = BinaryPrimitives.ReadUInt64LittleEndian(superblock[24..]);
        if (baseAddress != 0)
        {
            throw reader.Unsupported($"its base address is {baseAddress} and not 0");
        }

        var end = BinaryPrimitives.ReadUInt64LittleEndian(superblock[40..]);
        if (end > (ulong)reader.Length)
        {
            throw reader.Unusable($"it has {reader.Length} bytes but should have {end}: it was cut off");
        }

        return BinaryPrimitives.ReadUInt64LittleEndian(superblock[64..]);
    }
}
