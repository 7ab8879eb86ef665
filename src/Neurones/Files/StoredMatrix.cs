using System.Buffers.Binary;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>A matrix as it lies in a file: numbers of one type, one after the other.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Type">How each number is stored.</param>
internal sealed record StoredMatrix(int Rows, int Columns, NumberType Type)
{
    private const int BlockSize = 1 << 16;

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
        var lines = columnByColumn ? new Lines(Columns, Rows, Rows, 1) : new Lines(Rows, Columns, 1, Rows);
        var buffer = new byte[Math.Min(BlockSize, values.Length) * Type.Size];
        foreach (var block in lines.Blocks())
        {
            var bytes = buffer.AsSpan(0, block.Count * Type.Size);
            reader.Fill(bytes);
            for (var i = 0; highestByteFirst && i < bytes.Length; i += Type.Size)
            {
                bytes.Slice(i, Type.Size).Reverse();
            }

            for (var k = 0; k < block.Width; k++)
            {
                for (var l = 0; l < block.Height; l++)
                {
                    values[lines.Place(block, l, k)] = Type.Decode(bytes.Slice(((l * block.Width) + k) * Type.Size, Type.Size));
                }
            }
        }

        return Matrix<double>.Build.Dense(Rows, Columns, values);
    }

    /// <summary>Writes doubles row by row, the lowest byte first.</summary>
    public static void Write(Stream stream, Matrix<double> matrix)
    {
        var values = matrix.AsColumnMajorArray() ?? matrix.ToColumnMajorArray();
        var lines = new Lines(matrix.RowCount, matrix.ColumnCount, 1, matrix.RowCount);
        var buffer = new byte[Math.Min(BlockSize, values.Length) * sizeof(double)];
        foreach (var block in lines.Blocks())
        {
            for (var k = 0; k < block.Width; k++)
            {
                for (var l = 0; l < block.Height; l++)
                {
                    BinaryPrimitives.WriteDoubleLittleEndian(buffer.AsSpan(((l * block.Width) + k) * sizeof(double)), values[lines.Place(block, l, k)]);
                }
            }

            stream.Write(buffer, 0, block.Count * sizeof(double));
        }
    }

    /// <summary>
    /// The lines of a file, rows or columns, and where their numbers are in MathNet's array. They are taken in blocks of a
    /// few lines, which go to neighbouring places: number after number would wait for memory each time.
    /// </summary>
    private readonly record struct Lines(int Number, int Length, int LineStep, int Step)
    {
        public long Place(Block block, int line, int number) => ((block.Line + line) * LineStep) + ((block.Start + number) * Step);

        /// <summary>Some whole lines each, or a part of a long one.</summary>
        public IEnumerable<Block> Blocks()
        {
            var width = Math.Clamp(Length, 1, BlockSize);
            var height = BlockSize / width;
            for (var line = 0L; line < Number; line += height)
            {
                for (var start = 0L; start < Length; start += width)
                {
                    yield return new Block(line, start, (int)Math.Min(height, Number - line), (int)Math.Min(width, Length - start));
                }
            }
        }
    }

    private readonly record struct Block(long Line, long Start, int Height, int Width)
    {
        public int Count => Height * Width;
    }
}
