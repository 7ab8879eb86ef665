using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>A tile of C of six rows, kept in registers while all terms of its sums are added.</summary>
internal static unsafe class OffsetKernel<TRow>
    where TRow : struct, IColumn<TRow, float>
{
    public const int Rows = 6;

    /// <summary>
    /// C = start + A B, where A[i, t] is x[rows[i] + terms[t]], and each row of B and C has as many numbers as the tile's.
    /// </summary>
    /// <param name="x">What the offsets count from.</param>
    /// <param name="rows">The offsets of six rows of A.</param>
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
        float* x, int* rows, int* terms, int count, float* b, nint ldb, float* start, nint startStride, float* c, nint ldc, bool rectified)
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
        for (var end = terms + count; terms != end; terms++)
        {
            nint term = *terms;
            var row = TRow.Load(b);
            c0.Add(row, x0[term]);
            c1.Add(row, x1[term]);
            c2.Add(row, x2[term]);
            c3.Add(row, x3[term]);
            c4.Add(row, x4[term]);
            c5.Add(row, x5[term]);
            b += ldb;
        }

        c0.Store(c, rectified);
        c1.Store(c + ldc, rectified);
        c2.Store(c + 2 * ldc, rectified);
        c3.Store(c + 3 * ldc, rectified);
        c4.Store(c + 4 * ldc, rectified);
        c5.Store(c + 5 * ldc, rectified);
    }
}
