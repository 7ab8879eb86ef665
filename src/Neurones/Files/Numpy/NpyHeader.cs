using System.Buffers.Binary;
using System.Text;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>The start of a .npy file, which says what numbers follow: <c>{'descr': '&lt;f8', 'fortran_order': False, 'shape': (2, 3), }</c>.</summary>
internal sealed record NpyHeader(NumberType Type, bool HighestByteFirst, bool ColumnByColumn, IReadOnlyList<long> Shape)
{
    private const int Longest = ushort.MaxValue;
    private const int Alignment = 64;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The header of version 1.0 for this matrix, padded with spaces.</summary>
    public static byte[] Of(Matrix<double> matrix)
    {
        var text = FormattableString.Invariant($"{{'descr': '<f8', 'fortran_order': False, 'shape': ({matrix.RowCount}, {matrix.ColumnCount}), }}");
        var start = Magic.Length + 4;
        var length = (start + text.Length + Alignment) / Alignment * Alignment; // With the line end.
        var bytes = new byte[length];
        Magic.CopyTo(bytes);
        bytes[6] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)(length - start));
        Encoding.ASCII.GetBytes(text.PadRight(length - start - 1) + '\n', bytes.AsSpan(start));
        return bytes;
    }

    public static NpyHeader Read(CheckedReader reader)
    {
        var start = reader.Bytes(Magic.Length + 2, "the start of a .npy file");
        if (!start.AsSpan().StartsWith(Magic))
        {
            throw reader.Unusable($"it isn't a .npy file: its first bytes are [{Convert.ToHexString(start, 0, Magic.Length)}], not [{Convert.ToHexString(Magic)}]");
        }

        var (major, minor) = (start[6], start[7]);
        if (major is not (1 or 2 or 3) || minor != 0)
        {
            throw Unsupported(reader, $"its format is version {major}.{minor}, and 1.0, 2.0 and 3.0 are read");
        }

        var length = major == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(reader.Bytes(sizeof(ushort), "the length of the header"))
            : BinaryPrimitives.ReadUInt32LittleEndian(reader.Bytes(sizeof(uint), "the length of the header"));
        return length <= Longest
            ? Parse(Encoding.Latin1.GetString(reader.Bytes(length, "the header")), reader)
            : throw reader.Unusable($"its header should have {length} bytes, and an array of numbers needs no more than {Longest}");
    }

    private static NpyHeader Parse(string text, CheckedReader reader)
    {
        try
        {
            var entries = PythonDictionary.Parse(text);
            if (entries.Count == 3 && entries.GetValueOrDefault("descr") is string type
                && entries.GetValueOrDefault("fortran_order") is bool columnByColumn && entries.GetValueOrDefault("shape") is long[] shape)
            {
                return new NpyHeader(TypeOf(type, reader), type[0] == '>', columnByColumn, shape);
            }
        }
        catch (FormatException)
        {
            // The same answer.
        }

        throw Unsupported(reader, $"its header is {text.TrimEnd()}, and only arrays of plain numbers are read, such as {{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }}");
    }

    private static NumberType TypeOf(string type, CheckedReader reader)
    {
        if (type.EndsWith('O'))
        {
            throw Unsupported(reader, $"it holds Python objects (dtype {type}), which are pickled: reading a pickle can run any code, so it is never done");
        }

        var found = type.Length > 0 ? NumberType.Find(type.AsSpan(1)) : null;
        return found is not null && (type[0] is '<' or '>' || (type[0] == '|' && found.Size == 1))
            ? found
            : throw Unsupported(reader, $"it holds values of dtype '{type}', and only floats of 8 or 4 bytes, integers of 1 to 8 and bools are read");
    }

    private static InvalidDataException Unsupported(CheckedReader reader, FormattableString found) =>
        reader.Unusable(found, "Where it was made, in Python, save it anew as numbers: np.save('out.npy', a.astype('float64')).");
}
