using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neurones;

/// <summary>
/// The logistic function and its loss computed from logits z = x W + b, so that nothing overflows and no epsilon is needed:
/// exp only ever sees numbers that aren't positive.
/// </summary>
internal static class Logits
{
    /// <summary>1 / (1 + exp(-z)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sigmoid(double z)
    {
        var e = Math.Exp(-Math.Abs(z));
        return (z >= 0 ? 1 : e) / (1 + e);
    }

    /// <summary>log(1 + exp(z)), the log loss of a sample of class 0; softplus(-z) is that of class 1.</summary>
    public static double Softplus(double z)
    {
        var e = Math.Exp(-Math.Abs(z));
        return Math.Max(z, 0) + LogOnePlus(e);
    }

    /// <summary>Mean log loss and accuracy of the logits z of samples with labels y.</summary>
    public static Evaluation Evaluate(ReadOnlySpan<double> z, ReadOnlySpan<double> y) =>
        Vector512.IsHardwareAccelerated ? Evaluate<Lanes512>(z, y) :
        Vector256.IsHardwareAccelerated ? Evaluate<Lanes256>(z, y) :
        Evaluate<Lanes128>(z, y);

    /// <inheritdoc cref="Evaluate"/>
    public static Evaluation Evaluate<V>(ReadOnlySpan<double> z, ReadOnlySpan<double> y)
        where V : struct, ILanes<V>
    {
        var (loss, wrong) = (0.0, 0.0);
        for (var start = 0; start < z.Length; start += LogLossSum<V>.MostSamples)
        {
            var end = Math.Min(start + LogLossSum<V>.MostSamples, z.Length);
            var sum = Sum<V>(z[start..end], y[start..end]);
            (loss, wrong) = (loss + sum.Loss(), wrong + sum.Wrong());
        }

        return new Evaluation(loss / z.Length, (z.Length - wrong) / z.Length);
    }

    /// <summary>Kahan's log(1 + x): what rounding 1 + x loses is put back, so that tiny losses keep their digits.</summary>
    public static double LogOnePlus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }

    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static LogLossSum<V> Sum<V>(ReadOnlySpan<double> z, ReadOnlySpan<double> y)
        where V : struct, ILanes<V>
    {
        var sum = default(LogLossSum<V>);
        ref var logits = ref MemoryMarshal.GetReference(z);
        ref var labels = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= z.Length - V.Count; i += V.Count)
        {
            var lanes = V.Load(ref logits, i);
            sum.Add(lanes, LaneMath.ExpOfMinusAbs(lanes), V.Load(ref labels, i));
        }

        if (i < z.Length)
        {
            Span<double> restOfZ = stackalloc double[V.Count];
            Span<double> restOfY = stackalloc double[V.Count];
            restOfZ.Fill(double.NegativeInfinity); // Where no sample is left: certainly class 0, and right.
            z[i..].CopyTo(restOfZ);
            y[i..].CopyTo(restOfY);
            var lanes = V.Load(ref restOfZ[0], 0);
            sum.Add(lanes, LaneMath.ExpOfMinusAbs(lanes), V.Load(ref restOfY[0], 0));
        }

        return sum;
    }
}
