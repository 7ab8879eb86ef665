using System.Buffers.Binary;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>A matrix as it lies in a file: numbers of one type, one after the other.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Type">How each number is stored.</param>
internal sealed record StoredMatrix(int Rows, int Columns, NumberType Type)
{
    private const int ChunkValues = 8192;

    /// <summary>A number is 1x1 and n numbers are nx1; the shape must take just the bytes that there are.</summary>
    /// <exception cref="InvalidDataException">It doesn't, or has more than two dimensions.</exception>
    public static StoredMatrix Of(IReadOnlyList<long> shape, NumberType type, long bytes, string what, CheckedReader reader)
    {
        if (shape.Count > 2)
        {
            throw reader.Unusable(
                $"{what} has {shape.Count} dimensions, and a matrix has two",
                "In Python, give it two before it is saved: a.reshape(len(a), -1).");
        }

        var rows = shape.Count > 0 ? shape[0] : 1;
        var columns = shape.Count > 1 ? shape[1] : 1;
        var needed = (Int128)rows * columns * type.Size;
        if (needed != bytes)
        {
            throw reader.Unusable($"{what} is {rows}x{columns} numbers of {type.Size} bytes, {needed} in all, but the file has {bytes} bytes for it");
        }

        return rows <= int.MaxValue && columns <= int.MaxValue && bytes / type.Size <= Array.MaxLength
            ? new StoredMatrix((int)rows, (int)columns, type)
            : throw reader.Unusable($"{what} is {rows}x{columns}, and a matrix in memory has at most {Array.MaxLength} numbers", "Save it in parts.");
    }

    /// <summary>Reads the numbers, row by row or, as Fortran and MathNet have them, column by column.</summary>
    public Matrix<double> Read(CheckedReader reader, bool columnByColumn = false, bool highestByteFirst = false)
    {
        var values = new double[Rows * Columns];
        var chunk = new byte[Math.Min(ChunkValues, values.Length) * Type.Size];
        var places = new Places(values.Length, columnByColumn ? 1 : Rows);
        for (var done = 0; done < values.Length; done += ChunkValues)
        {
            var bytes = chunk.AsSpan(0, Math.Min(ChunkValues, values.Length - done) * Type.Size);
            reader.Fill(bytes);
            for (var i = 0; i < bytes.Length; i += Type.Size)
            {
                var value = bytes.Slice(i, Type.Size);
                if (highestByteFirst)
                {
                    value.Reverse();
                }

                values[places.Next()] = Type.Decode(value);
            }
        }

        return Matrix<double>.Build.Dense(Rows, Columns, values);
    }

    /// <summary>Writes doubles row by row, the lowest byte first.</summary>
    public static void Write(Stream stream, Matrix<double> matrix)
    {
        var values = matrix.AsColumnMajorArray() ?? matrix.ToColumnMajorArray();
        var chunk = new byte[Math.Min(ChunkValues, values.Length) * sizeof(double)];
        var places = new Places(values.Length, matrix.RowCount);
        for (var done = 0; done < values.Length; done += ChunkValues)
        {
            var bytes = chunk.AsSpan(0, Math.Min(ChunkValues, values.Length - done) * sizeof(double));
            for (var i = 0; i < bytes.Length; i += sizeof(double))
            {
                BinaryPrimitives.WriteDoubleLittleEndian(bytes[i..], values[places.Next()]);
            }

            stream.Write(bytes);
        }
    }

    /// <summary>
    /// Where the numbers of a file belong in MathNet's array, which has column after column: the next in a row is one
    /// column, <paramref name="step"/> places, further, and behind the last column the next row starts.
    /// </summary>
    private struct Places(int length, int step)
    {
        private long _next;

        public long Next()
        {
            var place = _next;
            _next += step;
            _next -= _next < length ? 0 : length - 1;
            return place;
        }
    }
}
