using System.Globalization;

namespace Neurones;

/// <summary>The bytes of an HDF5 file, with every access checked.</summary>
/// <remarks>
/// In a sound file structures don't overlap, so that all of them together are no longer than the file. Counting what has
/// been read against the file's length therefore stops every cycle and every tree that a damaged file folds onto itself.
/// </remarks>
internal sealed class Hdf5Reader(string name, ReadOnlyMemory<byte> file)
{
    private const string Conversion =
        """To convert it: python -c "import h5py; i = h5py.File('in.hdf5'); o = h5py.File('out.hdf5', 'w', libver='earliest'); [o.create_dataset(k, data=i[k][()]) for k in i]" """;

    private ulong _unread = (ulong)file.Length;

    public int Length => file.Length;

    /// <summary>Bytes of the file, wherever they lie.</summary>
    public ReadOnlySpan<byte> Bytes(ulong address, ulong length, string what) => Memory(address, length, what).Span;

    /// <inheritdoc cref="Bytes"/>
    public ReadOnlyMemory<byte> Memory(ulong address, ulong length, string what)
    {
        var available = (ulong)file.Length;
        return address <= available && length <= available - address
            ? file.Slice((int)address, (int)length)
            : throw Unusable($"{what} should have {length} bytes from byte {address} on, but the file has {available} bytes");
    }

    /// <summary>Bytes that belong to one structure of the file only.</summary>
    public ReadOnlySpan<byte> Structure(ulong address, ulong length, string what)
    {
        var bytes = Bytes(address, length, what);
        if (length > _unread)
        {
            throw Unusable($"{what} at byte {address} overlaps what was read before: the file's structures overlap or form a circle");
        }

        _unread -= length;
        return bytes;
    }

    /// <summary>The error for a file that is damaged, or not what is looked for.</summary>
    public InvalidDataException Unusable(FormattableString found) =>
        new($"{name} can't be read: {found.ToString(CultureInfo.InvariantCulture)}. Replace it by an intact copy of the right file.");

    /// <summary>The error for an HDF5 file of a kind that isn't read.</summary>
    public InvalidDataException Unsupported(FormattableString found) =>
        new($"{name} can't be read: {found.ToString(CultureInfo.InvariantCulture)}. {Conversion.TrimEnd()}");
}
