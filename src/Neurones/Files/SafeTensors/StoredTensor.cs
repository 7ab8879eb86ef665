using System.Buffers.Binary;

namespace Neurones;

/// <summary>A tensor as a safetensors file has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">The lengths of its axes, as the file says.</param>
/// <param name="Type">How each number is stored.</param>
/// <param name="Bytes">How many bytes the file has for it.</param>
internal sealed record StoredTensor(string Name, IReadOnlyList<long> Shape, NumberType Type, long Bytes)
{
    private const int BlockSize = 1 << 14;

    /// <summary>Reads the numbers, the last index running fastest.</summary>
    /// <exception cref="InvalidDataException">The shape and the bytes don't fit, or there are no numbers.</exception>
    public Tensor Read(CheckedReader reader)
    {
        var values = new float[Length(reader)];
        var buffer = new byte[Math.Min(BlockSize, values.Length) * Type.Size];
        for (var start = 0; start < values.Length; start += BlockSize)
        {
            var count = Math.Min(BlockSize, values.Length - start);
            reader.Fill(buffer.AsSpan(0, count * Type.Size));
            for (var i = 0; i < count; i++)
            {
                values[start + i] = (float)Type.Decode(buffer.AsSpan(i * Type.Size, Type.Size));
            }
        }

        return new Tensor(TensorShape.Of(Shape.Count > 0 ? [.. Shape.Select(length => (int)length)] : [1]), values);
    }

    /// <summary>Writes floats, the last index running fastest, the lowest byte first.</summary>
    public static void Write(Stream stream, Tensor tensor)
    {
        var buffer = new byte[BlockSize * sizeof(float)];
        foreach (var block in tensor.Array.Chunk(BlockSize))
        {
            for (var i = 0; i < block.Length; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(buffer.AsSpan(i * sizeof(float)), block[i]);
            }

            stream.Write(buffer, 0, block.Length * sizeof(float));
        }
    }

    private long Length(CheckedReader reader)
    {
        Int128 length = 1;
        foreach (var axis in Shape)
        {
            length *= axis;
            if (axis == 0 || length > Array.MaxLength)
            {
                throw reader.Unusable($"{Name} is {string.Join('x', Shape)}, and a tensor in memory has from 1 to {Array.MaxLength} numbers");
            }
        }

        return length * Type.Size == Bytes
            ? (long)length
            : throw reader.Unusable($"{Name} is {string.Join('x', Shape)} numbers of {Type.Size} bytes, {length * Type.Size} in all, but the file has {Bytes} bytes for it");
    }
}
