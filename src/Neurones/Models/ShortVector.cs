using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>Sums over one sample's variables; with few of them, a plain loop beats the call of a vectorised one.</summary>
internal static class ShortVector
{
    private const int Short = 8;

    /// <summary>The sum of x[j] y[j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length >= Short)
        {
            return TensorPrimitives.Dot(x, y);
        }

        var sum = 0.0;
        for (var j = 0; j < x.Length; j++)
        {
            sum += x[j] * y[j];
        }

        return sum;
    }

    /// <summary>sum[j] += x[j] factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(ReadOnlySpan<double> x, double factor, Span<double> sum)
    {
        if (x.Length >= Short)
        {
            TensorPrimitives.MultiplyAdd(x, factor, sum, sum);
            return;
        }

        for (var j = 0; j < x.Length; j++)
        {
            sum[j] += x[j] * factor;
        }
    }
}
