using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Neurones;

/// <summary>A layer's activation on flat arrays, in place. What it must compute is written readably in <see cref="HiddenActivationFormulas"/>.</summary>
internal static class ActivationKernels
{
    /// <summary>Z becomes A = g(Z).</summary>
    public static void Apply(this HiddenActivation g, Span<double> Z)
    {
        switch (g)
        {
            case HiddenActivation.Sigmoid:
                VectorMath.Sigmoid(Z, Z);
                break;
            case HiddenActivation.Tanh:
                VectorMath.Tanh(Z, Z);
                break;
            default:
                TensorPrimitives.Max(Z, 0, Z);
                break;
        }
    }

    /// <summary>dA becomes dZ = dA ∘ g'(Z), from A = g(Z).</summary>
    public static void ApplySlope(this HiddenActivation g, ReadOnlySpan<double> A, Span<double> dA)
    {
        switch (g)
        {
            case HiddenActivation.Sigmoid:
                ApplySlope<SigmoidSlope>(A, dA);
                break;
            case HiddenActivation.Tanh:
                ApplySlope<TanhSlope>(A, dA);
                break;
            default:
                ApplySlope<ReLUSlope>(A, dA);
                break;
        }
    }

    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ApplySlope<G>(ReadOnlySpan<double> A, Span<double> dA)
        where G : struct, ISlope
    {
        A = A[..dA.Length];
        var answers = MemoryMarshal.Cast<double, Vector<double>>(A);
        var slopes = MemoryMarshal.Cast<double, Vector<double>>(dA);
        for (var i = 0; i < slopes.Length; i++)
        {
            slopes[i] = G.Times(slopes[i], answers[i]);
        }

        for (var i = slopes.Length * Vector<double>.Count; i < dA.Length; i++)
        {
            dA[i] = G.Times(new(dA[i]), new(A[i]))[0];
        }
    }

    private interface ISlope
    {
        /// <summary>da g'(z), where a = g(z).</summary>
        static abstract Vector<double> Times(Vector<double> da, Vector<double> a);
    }

    private readonly struct SigmoidSlope : ISlope
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector<double> Times(Vector<double> da, Vector<double> a) => da * (a * (Vector<double>.One - a));
    }

    private readonly struct TanhSlope : ISlope
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector<double> Times(Vector<double> da, Vector<double> a) => da * (Vector<double>.One - (a * a));
    }

    private readonly struct ReLUSlope : ISlope
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector<double> Times(Vector<double> da, Vector<double> a) =>
            Vector.ConditionalSelect(Vector.GreaterThan(a, Vector<double>.Zero), da, Vector<double>.Zero);
    }
}
