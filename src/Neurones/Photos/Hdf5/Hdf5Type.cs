using System.Buffers.Binary;

namespace Neurones;

/// <summary>The two types of values that are read, each as the bytes by which HDF5 describes it.</summary>
internal sealed class Hdf5Type
{
    /// <summary>Unsigned 8-bit integers.</summary>
    public static readonly Hdf5Type UInt8 = new("10 000000 01000000 0000 0800");

    /// <summary>64-bit floats as IEEE 754 has them, the lowest byte first.</summary>
    public static readonly Hdf5Type Float64 = new("11 203F00 08000000 0000 4000 34 0B 00 34 FF030000");

    private static readonly string[] Classes =
        ["integers", "floats", "times", "strings", "bit fields", "opaque values", "compound values", "references", "enumerated values (or bool)", "sequences of varying length", "arrays"];

    private readonly byte[] _description;

    private Hdf5Type(string description)
    {
        _description = Convert.FromHexString(description.Replace(" ", "", StringComparison.Ordinal));
        Size = _description[4];
    }

    /// <summary>Bytes of one value.</summary>
    public int Size { get; }

    public static Hdf5Type Read(Hdf5Reader reader, Hdf5Message message, string name)
    {
        foreach (var type in (ReadOnlySpan<Hdf5Type>)[UInt8, Float64])
        {
            if (message.Length >= type._description.Length && message.Bytes(reader, 0, type._description.Length).SequenceEqual(type._description))
            {
                return type;
            }
        }

        var start = message.Bytes(reader, 0, 8);
        var number = start[0] & 0x0F;
        var kind = number < Classes.Length ? Classes[number] : "values of an unknown type";
        var sign = number == 0 ? (start[1] & 8) != 0 ? "signed " : "unsigned " : "";
        var order = number <= 1 && (start[1] & 1) != 0 ? ", the highest byte first" : "";
        var size = BinaryPrimitives.ReadUInt32LittleEndian(start[4..]);
        throw reader.Unsupported(
            $"{name} holds {sign}{kind} of {size} bytes{order}, and only unsigned 1-byte integers and little-endian 8-byte floats are read: add .astype('uint8') or .astype('float64') to the values below");
    }
}
