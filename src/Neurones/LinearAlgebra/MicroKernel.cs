using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Neurones;

/// <summary>
/// A tile of C of up to 3 vectors by 8 columns, kept in registers while whole columns of A and rows of B are multiplied:
/// each number loaded serves many multiplications. This is where all the time of a big product is spent.
/// </summary>
internal static unsafe class MicroKernel<TVector, TWidth, T>
    where TVector : struct
    where TWidth : struct, IVectorWidth<TVector, T>
    where T : unmanaged
{
    /// <summary>C = alpha A B, or C += alpha A B, where A has as many rows as the tile's vectors hold, and B its columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TShape>(int k, Sliver<T> A, Sliver<T> B, T alpha, T* c, nint ldc, bool add)
        where TShape : struct, ITileShape
    {
        Prefetch<TShape>(c, ldc);

        Column c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        var a = A.Start;
        var b = B.Start;
        var next = B.Across;
        for (var p = 0; p < k; p++)
        {
            var x = Column.Load<TShape>(a);
            c0.Add<TShape>(x, b[0]);
            c1.Add<TShape>(x, b[next]);
            c2.Add<TShape>(x, b[2 * next]);
            c3.Add<TShape>(x, b[3 * next]);
            if (TShape.Columns == 8)
            {
                c4.Add<TShape>(x, b[4 * next]);
                c5.Add<TShape>(x, b[5 * next]);
                c6.Add<TShape>(x, b[6 * next]);
                c7.Add<TShape>(x, b[7 * next]);
            }

            a += A.Along;
            b += B.Along;
        }

        c0.Store<TShape>(alpha, c, add);
        c1.Store<TShape>(alpha, c + ldc, add);
        c2.Store<TShape>(alpha, c + 2 * ldc, add);
        c3.Store<TShape>(alpha, c + 3 * ldc, add);
        if (TShape.Columns == 8)
        {
            c4.Store<TShape>(alpha, c + 4 * ldc, add);
            c5.Store<TShape>(alpha, c + 5 * ldc, add);
            c6.Store<TShape>(alpha, c + 6 * ldc, add);
            c7.Store<TShape>(alpha, c + 7 * ldc, add);
        }
    }

    // The tile's numbers come from memory while the sums are being added up.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch<TShape>(T* c, nint ldc)
        where TShape : struct, ITileShape
    {
        if (Sse.IsSupported)
        {
            for (var column = 0; column < TShape.Columns; column++)
            {
                var end = c + TShape.Vectors * TWidth.Count - 1;
                for (var line = c; line < end; line += 64 / sizeof(T))
                {
                    Sse.Prefetch0(line);
                }

                Sse.Prefetch0(end);
                c += ldc;
            }
        }
    }

    /// <summary>One column of the tile: the runtime keeps its vectors in registers.</summary>
    private struct Column
    {
        private TVector _v0;
        private TVector _v1;
        private TVector _v2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Column Load<TShape>(T* source)
            where TShape : struct, ITileShape
        {
            Column column = default;
            column._v0 = TWidth.Load(source);
            if (TShape.Vectors > 1)
            {
                column._v1 = TWidth.Load(source + TWidth.Count);
            }

            if (TShape.Vectors > 2)
            {
                column._v2 = TWidth.Load(source + 2 * TWidth.Count);
            }

            return column;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add<TShape>(Column a, T b)
            where TShape : struct, ITileShape
        {
            var factor = TWidth.Broadcast(b);
            _v0 = TWidth.MultiplyAdd(a._v0, factor, _v0);
            if (TShape.Vectors > 1)
            {
                _v1 = TWidth.MultiplyAdd(a._v1, factor, _v1);
            }

            if (TShape.Vectors > 2)
            {
                _v2 = TWidth.MultiplyAdd(a._v2, factor, _v2);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Store<TShape>(T alpha, T* c, bool add)
            where TShape : struct, ITileShape
        {
            // What C holds is not read unless it is added to: it may be NaN.
            var before = add ? Load<TShape>(c) : default;
            var factor = TWidth.Broadcast(alpha);
            TWidth.Store(TWidth.MultiplyAdd(_v0, factor, before._v0), c);
            if (TShape.Vectors > 1)
            {
                TWidth.Store(TWidth.MultiplyAdd(_v1, factor, before._v1), c + TWidth.Count);
            }

            if (TShape.Vectors > 2)
            {
                TWidth.Store(TWidth.MultiplyAdd(_v2, factor, before._v2), c + 2 * TWidth.Count);
            }
        }
    }
}
