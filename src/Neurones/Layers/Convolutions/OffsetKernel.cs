using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>Tiles of C of six rows, each kept in registers while all terms of its sums are added.</summary>
internal static unsafe class OffsetKernel<TRow>
    where TRow : struct, IColumn<TRow, float>
{
    public const int Rows = 6;

    /// <summary>
    /// C = start + A B, where A[i, t] is x[rows[i] + terms[t]], and each row of B and C has as many numbers as the tile's.
    /// </summary>
    /// <param name="tiles">How many tiles of six rows there are.</param>
    /// <param name="x">What the offsets count from.</param>
    /// <param name="rows">The offsets of the rows of A.</param>
    /// <param name="terms">The offsets of its columns.</param>
    /// <param name="count">How many columns there are.</param>
    /// <param name="b">B.</param>
    /// <param name="ldb">Numbers from the start of one row of B to the next.</param>
    /// <param name="start">What the sums start from.</param>
    /// <param name="startStride">Numbers from one row of it to the next; 0 for the same in each.</param>
    /// <param name="c">C.</param>
    /// <param name="ldc">Numbers from the start of one row of C to the next.</param>
    /// <param name="rectified">Whether C gets zeros in place of negative numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(
        int tiles, float* x, int* rows, int* terms, int count, float* b, nint ldb, float* start, nint startStride, float* c, nint ldc, bool rectified)
    {
        for (var tile = 0; tile < tiles; tile++)
        {
            var c0 = TRow.Load(start);
            var c1 = TRow.Load(start + startStride);
            var c2 = TRow.Load(start + 2 * startStride);
            var c3 = TRow.Load(start + 3 * startStride);
            var c4 = TRow.Load(start + 4 * startStride);
            var c5 = TRow.Load(start + 5 * startStride);
            var x0 = x + rows[0];
            var x1 = x + rows[1];
            var x2 = x + rows[2];
            var x3 = x + rows[3];
            var x4 = x + rows[4];
            var x5 = x + rows[5];
            var row = b;
            for (var term = 0; term < count; term++)
            {
                nint offset = terms[term];
                var numbers = TRow.Load(row);
                c0.Add(numbers, x0[offset]);
                c1.Add(numbers, x1[offset]);
                c2.Add(numbers, x2[offset]);
                c3.Add(numbers, x3[offset]);
                c4.Add(numbers, x4[offset]);
                c5.Add(numbers, x5[offset]);
                row += ldb;
            }

            c0.Store(c, rectified);
            c1.Store(c + ldc, rectified);
            c2.Store(c + 2 * ldc, rectified);
            c3.Store(c + 3 * ldc, rectified);
            c4.Store(c + 4 * ldc, rectified);
            c5.Store(c + 5 * ldc, rectified);
            rows += Rows;
            start += Rows * startStride;
            c += Rows * ldc;
        }
    }
}
