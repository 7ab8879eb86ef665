using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neurones;

/// <summary>Functions of every number of a span, by the widest registers that this processor computes with.</summary>
/// <remarks>The result may be the argument itself. A number's result doesn't depend on where in the span it is.</remarks>
internal static class VectorMath
{
    /// <summary>e to the power x.</summary>
    /// <exception cref="ArgumentException">The result is shorter than x.</exception>
    public static void Exp(ReadOnlySpan<double> x, Span<double> result) => Map<ExpFunction>(x, result);

    /// <summary>1 / (1 + exp(-x)).</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Sigmoid(ReadOnlySpan<double> x, Span<double> result) => Map<SigmoidFunction>(x, result);

    /// <summary>The hyperbolic tangent.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Tanh(ReadOnlySpan<double> x, Span<double> result) => Map<TanhFunction>(x, result);

    private static void Map<F>(ReadOnlySpan<double> x, Span<double> result)
        where F : struct, IFunction
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Map<F, Lanes512>(x, result);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Map<F, Lanes256>(x, result);
        }
        else
        {
            Map<F, Lanes128>(x, result);
        }
    }

    /// <summary>The function by lanes of one width.</summary>
    // A lesson may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Map<F, V>(ReadOnlySpan<double> x, Span<double> result)
        where F : struct, IFunction
        where V : struct, ILanes<V>
    {
        result = result[..x.Length];
        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(result);
        var i = 0;
        for (; i <= x.Length - V.Count; i += V.Count)
        {
            V.Store(F.Of(V.Load(ref from, i)), ref to, i);
        }

        if (i < x.Length)
        {
            Span<double> rest = stackalloc double[V.Count];
            x[i..].CopyTo(rest);
            ref var first = ref MemoryMarshal.GetReference(rest);
            V.Store(F.Of(V.Load(ref first, 0)), ref first, 0);
            rest[..(x.Length - i)].CopyTo(result[i..]);
        }
    }

    internal interface IFunction
    {
        static abstract V Of<V>(V x)
            where V : struct, ILanes<V>;
    }

    internal readonly struct ExpFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => LaneMath.Exp(x);
    }

    internal readonly struct SigmoidFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => LaneMath.Sigmoid(x);
    }

    internal readonly struct TanhFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => LaneMath.Tanh(x);
    }
}
