using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>
/// The product A B of a matrix A that exists only as places in an image: A[i, t] is x[rows[i] + terms[t]]. All that a
/// convolution computes is such a product, and no number of the image needs to be copied into a matrix.
/// </summary>
/// <remarks>After M. Dukhan, "The Indirect Convolution Algorithm", 2019; with offsets, which serve each image, in place of pointers.</remarks>
internal static unsafe class OffsetGemm<TVector, TWidth>
    where TWidth : struct, IVectorWidth<TVector, float>
{
    private const int Rows = 6; // OffsetKernel's.

    /// <summary>Vectors of a row of the widest tile: six of them fit the registers.</summary>
    private static int MostVectors => TWidth.TileColumns / 2;

    /// <summary>The numbers of B's rows must be so many: the count of columns, rounded up to whole vectors.</summary>
    public static int Padded(int columns) => (columns + TWidth.Count - 1) / TWidth.Count * TWidth.Count;

    /// <summary>C = start + A B, with zeros in place of negative numbers if it is rectified.</summary>
    /// <param name="rows">Offsets of A's rows.</param>
    /// <param name="terms">Offsets of A's columns.</param>
    /// <param name="x">What they count from.</param>
    /// <param name="b">B, its rows padded.</param>
    /// <param name="ldb">Numbers from the start of one row of B to the next.</param>
    /// <param name="columns">Columns of C.</param>
    /// <param name="bias">One padded row that all sums start from; null: they are added to C.</param>
    /// <param name="c">C, its rows without gaps.</param>
    /// <param name="rectified">Whether C gets zeros in place of negative numbers.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(
        ReadOnlySpan<int> rows, ReadOnlySpan<int> terms, float* x, float* b, int ldb, int columns, float* bias, float* c, bool rectified)
    {
        var scratch = stackalloc float[Rows * MostVectors * TWidth.Count];
        var lastRows = stackalloc int[Rows];
        fixed (int* row = rows, term = terms)
        {
            for (var column = 0; column < columns; column += MostVectors * TWidth.Count)
            {
                var width = Math.Min(columns - column, MostVectors * TWidth.Count);
                var padded = Padded(width);
                var tiles = width == padded ? rows.Length / Rows : 0;
                var start = bias == null ? c + column : bias + column;
                MultiplyTiles(padded, tiles, x, row, term, terms.Length, b + column, ldb, start, bias == null ? columns : 0, c + column, columns, rectified);

                // Tiles that C has no room for: what there is of their rows, and the last of them again.
                for (var i = tiles * Rows; i < rows.Length; i += Rows)
                {
                    var target = c + (nint)i * columns + column;
                    var height = Math.Min(rows.Length - i, Rows);
                    for (var k = 0; k < Rows; k++)
                    {
                        lastRows[k] = row[i + Math.Min(k, height - 1)];
                        for (var j = 0; j < padded && k < height; j++)
                        {
                            scratch[k * padded + j] = bias != null ? bias[column + j] : j < width ? target[k * columns + j] : 0;
                        }
                    }

                    MultiplyTiles(padded, 1, x, lastRows, term, terms.Length, b + column, ldb, scratch, padded, scratch, padded, rectified);
                    for (var k = 0; k < height; k++)
                    {
                        new ReadOnlySpan<float>(scratch + k * padded, width).CopyTo(new(target + (nint)k * columns, width));
                    }
                }
            }
        }
    }

    /// <summary>Adds so many padded rows of b to the sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRows(float* b, int count, int ldb, Span<float> sums)
    {
        var one = TWidth.Broadcast(1);
        var scratch = stackalloc float[TWidth.Count];
        for (var column = 0; column < sums.Length; column += TWidth.Count)
        {
            TVector s0 = TWidth.Broadcast(0), s1 = s0, s2 = s0, s3 = s0;
            var row = b + column;
            var k = 0;
            for (; k + 4 <= count; k += 4)
            {
                s0 = TWidth.MultiplyAdd(TWidth.Load(row), one, s0);
                s1 = TWidth.MultiplyAdd(TWidth.Load(row + ldb), one, s1);
                s2 = TWidth.MultiplyAdd(TWidth.Load(row + 2 * ldb), one, s2);
                s3 = TWidth.MultiplyAdd(TWidth.Load(row + 3 * ldb), one, s3);
                row += 4 * ldb;
            }

            for (; k < count; k++)
            {
                s0 = TWidth.MultiplyAdd(TWidth.Load(row), one, s0);
                row += ldb;
            }

            TWidth.Store(TWidth.MultiplyAdd(TWidth.MultiplyAdd(s1, one, s0), one, TWidth.MultiplyAdd(s3, one, s2)), scratch);
            for (var j = column; j < Math.Min(sums.Length, column + TWidth.Count); j++)
            {
                sums[j] += scratch[j - column];
            }
        }
    }

    private static void MultiplyTiles(
        int width, int tiles, float* x, int* rows, int* terms, int count, float* b, nint ldb, float* start, nint startStride, float* c, nint ldc, bool rectified)
    {
        switch (width / TWidth.Count)
        {
            case 1:
                OffsetKernel<Column1<TVector, TWidth, float>>.Multiply(tiles, x, rows, terms, count, b, ldb, start, startStride, c, ldc, rectified);
                break;
            case 2:
                OffsetKernel<Column2<TVector, TWidth, float>>.Multiply(tiles, x, rows, terms, count, b, ldb, start, startStride, c, ldc, rectified);
                break;
            case 3:
                OffsetKernel<Column3<TVector, TWidth, float>>.Multiply(tiles, x, rows, terms, count, b, ldb, start, startStride, c, ldc, rectified);
                break;
            default:
                OffsetKernel<Column4<TVector, TWidth, float>>.Multiply(tiles, x, rows, terms, count, b, ldb, start, startStride, c, ldc, rectified);
                break;
        }
    }
}
