using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>Copies slivers so that the micro-kernel reads them from one end to the other, whichever way the matrix lies.</summary>
internal static unsafe class Packing<TVector, TWidth, T>
    where TWidth : struct, IVectorWidth<TVector, T>
    where T : unmanaged
{
    /// <summary>
    /// Copies so many rows of A, or columns of B, as slivers of some width; the last is filled up with zeros to a multiple
    /// of the padding. The sliver that begins with row i begins i * terms numbers after the first.
    /// </summary>
    public static void Pack(Sliver<T> from, int count, int width, int padding, int terms, T* to)
    {
        if (from.Across == 1)
        {
            Copy(from, count, width, padding, terms, to);
        }
        else
        {
            for (var i = 0; i < count; i += width)
            {
                Transpose(from.Skip(i, 0), Math.Min(width, count - i), Padded(Math.Min(width, count - i), padding), terms, to + (nint)i * terms);
            }
        }
    }

    public static int Padded(int count, int padding) => (count + padding - 1) / padding * padding;

    // A whole column of A, or row of B, at a time: they may lie far apart.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(Sliver<T> from, int count, int width, int padding, int terms, T* to)
    {
        var whole = count / width * width;
        var rest = Padded(count - whole, padding);
        for (var p = 0; p < terms; p++)
        {
            var source = from.Start + p * from.Along;
            var target = to + p * width;
            for (var i = 0; i < whole; i += width)
            {
                Copy(source + i, width, width, target + (nint)i * terms);
            }

            if (rest > 0)
            {
                Copy(source + whole, count - whole, rest, to + (nint)whole * terms + p * rest);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(T* source, int count, int width, T* target)
    {
        var i = 0;
        for (; i + TWidth.Count <= count; i += TWidth.Count)
        {
            TWidth.Store(TWidth.Load(source + i), target + i);
        }

        for (; i + 4 <= count; i += 4)
        {
            *(Four*)(target + i) = *(Four*)(source + i);
        }

        for (; i < width; i++)
        {
            target[i] = i < count ? source[i] : default;
        }
    }

    // Four at a time: more would compete for the same places of the cache when they lie a power of two apart.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(Sliver<T> from, int count, int width, int terms, T* to)
    {
        var i = 0;
        for (; i + 4 <= count; i += 4)
        {
            var s0 = from.Start + i * from.Across;
            var s1 = s0 + from.Across;
            var s2 = s1 + from.Across;
            var s3 = s2 + from.Across;
            var t = to + i;
            for (var p = 0; p < terms; p++)
            {
                (t[0], t[1], t[2], t[3]) = (s0[p], s1[p], s2[p], s3[p]);
                t += width;
            }
        }

        for (; i < width; i++)
        {
            var source = from.Start + i * from.Across;
            for (var p = 0; p < terms; p++)
            {
                to[i + p * width] = i < count ? source[p] : default;
            }
        }
    }

    [InlineArray(4)]
    private struct Four
    {
        private T _first;
    }
}
