using System.Buffers.Binary;

namespace Neurones;

/// <summary>How one number is stored; the lowest byte comes first.</summary>
/// <param name="Name">NumPy's name of the type, such as f8 for a float of 8 bytes.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Decode">The number that the bytes are, as the nearest double.</param>
internal sealed record NumberType(string Name, int Size, Func<ReadOnlySpan<byte>, double> Decode)
{
    public static readonly NumberType Float64 = new("f8", 8, BinaryPrimitives.ReadDoubleLittleEndian);

    public static readonly NumberType Float32 = new("f4", 4, bytes => BinaryPrimitives.ReadSingleLittleEndian(bytes));

    private static readonly NumberType[] All =
    [
        Float64,
        Float32,
        new("i8", 8, bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes)),
        new("i4", 4, bytes => BinaryPrimitives.ReadInt32LittleEndian(bytes)),
        new("i2", 2, bytes => BinaryPrimitives.ReadInt16LittleEndian(bytes)),
        new("i1", 1, bytes => (sbyte)bytes[0]),
        new("u8", 8, bytes => BinaryPrimitives.ReadUInt64LittleEndian(bytes)),
        new("u4", 4, bytes => BinaryPrimitives.ReadUInt32LittleEndian(bytes)),
        new("u2", 2, bytes => BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
        new("u1", 1, bytes => bytes[0]),
        new("b1", 1, bytes => bytes[0] == 0 ? 0 : 1),
    ];

    /// <summary>The type of that name, or null.</summary>
    public static NumberType? Find(ReadOnlySpan<char> name)
    {
        foreach (var type in All)
        {
            if (name.SequenceEqual(type.Name))
            {
                return type;
            }
        }

        return null;
    }
}
