using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Samples one after the other, where a matrix with samples in rows keeps them variable by variable.</summary>
internal sealed unsafe class SampleRows
{
    private const int RowsOfBlock = 512; // A page of each column.

    /// <summary>The rows of X, and their classes.</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <param name="y">The classes, (m, 1).</param>
    /// <param name="stride">How far apart the rows are, a multiple of 8; what fills up is 0.</param>
    public SampleRows(Matrix<double> X, Matrix<double> y, int stride)
    {
        var (m, n) = (X.RowCount, X.ColumnCount);
        var columns = X.AsColumnMajorArray() ?? X.ToColumnMajorArray();
        Numbers = new(checked(m * stride));
        Labels = [.. y.Enumerate(Zeros.Include).Select(label => (int)label)];
        ForkJoin.Run((m + RowsOfBlock - 1) / RowsOfBlock, block =>
        {
            var start = block * RowsOfBlock;
            Transpose(columns, m, n, start, Math.Min(start + RowsOfBlock, m), Numbers, stride);
        });
    }

    /// <summary>The rows.</summary>
    public AlignedArray<double> Numbers { get; }

    /// <summary>The class of each row.</summary>
    public int[] Labels { get; }

    // Eight columns at a time fill a line of the cache of each row, which goes straight to memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(double[] columns, int m, int n, int start, int end, AlignedArray<double> rows, int stride)
    {
        var to = (double*)Unsafe.AsPointer(ref rows.First); // They are pinned.
        fixed (double* from = columns)
        {
            nint across = m;
            for (var j = 0; j < n; j += 8)
            {
                var column = from + (j * across);
                if (n - j >= 8)
                {
                    for (nint i = start; i < end; i++)
                    {
                        var x = column + i;
                        Vector512.Create(
                            x[0], x[across], x[2 * across], x[3 * across], x[4 * across], x[5 * across], x[6 * across], x[7 * across])
                            .StoreAlignedNonTemporal(to + (i * stride) + j);
                    }
                }
                else
                {
                    for (nint i = start; i < end; i++)
                    {
                        for (var rest = j; rest < n; rest++)
                        {
                            to[(i * stride) + rest] = from[(rest * across) + i];
                        }
                    }
                }
            }
        }
    }
}
