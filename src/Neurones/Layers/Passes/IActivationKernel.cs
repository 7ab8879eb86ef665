using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Neurones;

/// <summary>An activation on flat arrays.</summary>
internal interface IActivationKernel
{
    /// <summary>A = g(Z); they may be the same.</summary>
    static abstract void Of(ReadOnlySpan<float> Z, Span<float> A);

    /// <summary>dA becomes dZ = dA ∘ g'(Z), from A = g(Z).</summary>
    static abstract void Slope(ReadOnlySpan<float> A, Span<float> dA);
}

internal readonly struct SigmoidKernel : IActivationKernel
{
    public static void Of(ReadOnlySpan<float> Z, Span<float> A) => TensorPrimitives.Sigmoid(Z, A);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Slope(ReadOnlySpan<float> A, Span<float> dA)
    {
        for (var i = 0; i < A.Length; i++)
        {
            dA[i] *= A[i] * (1 - A[i]);
        }
    }
}

internal readonly struct TanhKernel : IActivationKernel
{
    public static void Of(ReadOnlySpan<float> Z, Span<float> A) => TensorPrimitives.Tanh(Z, A);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Slope(ReadOnlySpan<float> A, Span<float> dA)
    {
        for (var i = 0; i < A.Length; i++)
        {
            dA[i] *= 1 - (A[i] * A[i]);
        }
    }
}

internal readonly struct ReLUKernel : IActivationKernel
{
    public static void Of(ReadOnlySpan<float> Z, Span<float> A) => TensorPrimitives.Max(Z, 0, A);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Slope(ReadOnlySpan<float> A, Span<float> dA)
    {
        var answers = MemoryMarshal.Cast<float, Vector<float>>(A);
        var slopes = MemoryMarshal.Cast<float, Vector<float>>(dA[..A.Length]);
        for (var i = 0; i < slopes.Length; i++)
        {
            slopes[i] = Vector.ConditionalSelect(Vector.GreaterThan(answers[i], Vector<float>.Zero), slopes[i], Vector<float>.Zero);
        }

        for (var i = slopes.Length * Vector<float>.Count; i < A.Length; i++)
        {
            dA[i] = A[i] > 0 ? dA[i] : 0;
        }
    }
}
