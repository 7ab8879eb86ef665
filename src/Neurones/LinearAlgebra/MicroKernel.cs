using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>
/// A tile of C of 4 or 8 columns, kept in registers while whole rows of A and columns of B are multiplied: each number
/// loaded serves many multiplications. This is where all the time of a big product is spent.
/// </summary>
internal static unsafe class MicroKernel<TColumn, T>
    where TColumn : struct, IColumn<TColumn, T>
    where T : unmanaged
{
    /// <summary>C = alpha A B, or C += alpha A B, of four columns, and as many rows as the tile's column has numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyBy4(int terms, Sliver<T> A, Sliver<T> B, T alpha, T* c, nint ldc, bool add)
    {
        Prefetch(c, ldc, columns: 4);
        TColumn c0 = default, c1 = default, c2 = default, c3 = default;
        var a = A.Start;
        var b = B.Start;
        var next = B.Across;
        for (var p = 0; p < terms; p++)
        {
            var x = TColumn.Load(a);
            c0.Add(x, b[0]);
            c1.Add(x, b[next]);
            c2.Add(x, b[2 * next]);
            c3.Add(x, b[3 * next]);
            a += A.Along;
            b += B.Along;
        }

        c0.Store(alpha, c, add);
        c1.Store(alpha, c + ldc, add);
        c2.Store(alpha, c + 2 * ldc, add);
        c3.Store(alpha, c + 3 * ldc, add);
    }

    /// <summary>The same of eight columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyBy8(int terms, Sliver<T> A, Sliver<T> B, T alpha, T* c, nint ldc, bool add)
    {
        Prefetch(c, ldc, columns: 8);
        TColumn c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        var a = A.Start;
        var b = B.Start;
        var next = B.Across;
        for (var p = 0; p < terms; p++)
        {
            var x = TColumn.Load(a);
            c0.Add(x, b[0]);
            c1.Add(x, b[next]);
            c2.Add(x, b[2 * next]);
            c3.Add(x, b[3 * next]);
            c4.Add(x, b[4 * next]);
            c5.Add(x, b[5 * next]);
            c6.Add(x, b[6 * next]);
            c7.Add(x, b[7 * next]);
            a += A.Along;
            b += B.Along;
        }

        c0.Store(alpha, c, add);
        c1.Store(alpha, c + ldc, add);
        c2.Store(alpha, c + 2 * ldc, add);
        c3.Store(alpha, c + 3 * ldc, add);
        c4.Store(alpha, c + 4 * ldc, add);
        c5.Store(alpha, c + 5 * ldc, add);
        c6.Store(alpha, c + 6 * ldc, add);
        c7.Store(alpha, c + 7 * ldc, add);
    }

    // The tile's numbers come from memory while the sums are being added up.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(T* c, nint ldc, int columns)
    {
        for (var column = 0; column < columns; column++)
        {
            var last = c + TColumn.Length - 1;
            for (var line = c; line < last; line += Cache.Line / sizeof(T))
            {
                Cache.AskFor(line);
            }

            Cache.AskFor(last);
            c += ldc;
        }
    }
}
