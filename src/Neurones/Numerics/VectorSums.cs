using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Neurones;

/// <summary>Sums over spans. Every training begins with them: they are compiled sooner than those of TensorPrimitives, which matters when it is short.</summary>
internal static class VectorSums
{
    /// <summary>The sum of the values; infinite or NaN when one of them is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum(ReadOnlySpan<double> x)
    {
        var lanes = MemoryMarshal.Cast<double, Vector<double>>(x);
        var sums = Vector<double>.Zero;
        foreach (var lane in lanes)
        {
            sums += lane;
        }

        var sum = Vector.Sum(sums);
        foreach (var value in x[(lanes.Length * Vector<double>.Count)..])
        {
            sum += value;
        }

        return sum;
    }

    /// <summary>Whether no value is infinite or NaN: x - x is 0 for any other, and NaN for these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool AreFinite(ReadOnlySpan<float> values)
    {
        var lanes = MemoryMarshal.Cast<float, Vector<float>>(values);
        var zeros = Vector<float>.Zero;
        foreach (var lane in lanes)
        {
            zeros += lane - lane;
        }

        var zero = Vector.Sum(zeros);
        foreach (var value in values[(lanes.Length * Vector<float>.Count)..])
        {
            zero += value - value;
        }

        return zero == 0;
    }

    /// <summary>sum[i] += factor x[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled<T>(ReadOnlySpan<T> x, T factor, Span<T> sum)
        where T : unmanaged, INumber<T>
    {
        sum = sum[..x.Length];
        var terms = MemoryMarshal.Cast<T, Vector<T>>(x);
        var sums = MemoryMarshal.Cast<T, Vector<T>>(sum);
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += terms[i] * factor;
        }

        for (var i = sums.Length * Vector<T>.Count; i < x.Length; i++)
        {
            sum[i] += x[i] * factor;
        }
    }
}
