using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Neurones.Benchmarks;

/// <summary>Fused multiplications and additions in registers: nothing computes faster on this machine.</summary>
internal static class Arithmetic
{
    private const int Registers = 8; // As many independent sums as hide the latency of each.

    /// <summary>Additions and multiplications of doubles a second, of all threads together.</summary>
    public static double FlopsPerSecond(int threads, int repeats)
    {
        var (lanes, spin) = Vector512.IsHardwareAccelerated ? (Vector512<double>.Count, (Func<int, double>)Spin512) : (Vector256<double>.Count, Spin256);
        return 2.0 * Registers * lanes * repeats * threads / Threads.Seconds(threads, _ => Threads.Keep(spin(repeats)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Spin512(int repeats)
    {
        var x = Vector512.Create(0.999);
        var (a, b, c, d, e, f, g, h) = (x, x, x, x, x, x, x, x);
        for (var n = 0; n < repeats; n++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, x);
            b = Vector512.FusedMultiplyAdd(b, x, x);
            c = Vector512.FusedMultiplyAdd(c, x, x);
            d = Vector512.FusedMultiplyAdd(d, x, x);
            e = Vector512.FusedMultiplyAdd(e, x, x);
            f = Vector512.FusedMultiplyAdd(f, x, x);
            g = Vector512.FusedMultiplyAdd(g, x, x);
            h = Vector512.FusedMultiplyAdd(h, x, x);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Spin256(int repeats)
    {
        var x = Vector256.Create(0.999);
        var (a, b, c, d, e, f, g, h) = (x, x, x, x, x, x, x, x);
        for (var n = 0; n < repeats; n++)
        {
            a = Vector256.FusedMultiplyAdd(a, x, x);
            b = Vector256.FusedMultiplyAdd(b, x, x);
            c = Vector256.FusedMultiplyAdd(c, x, x);
            d = Vector256.FusedMultiplyAdd(d, x, x);
            e = Vector256.FusedMultiplyAdd(e, x, x);
            f = Vector256.FusedMultiplyAdd(f, x, x);
            g = Vector256.FusedMultiplyAdd(g, x, x);
            h = Vector256.FusedMultiplyAdd(h, x, x);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h);
    }
}
