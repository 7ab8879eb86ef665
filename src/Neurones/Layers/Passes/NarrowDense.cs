using System.Runtime.Intrinsics;

namespace Neurones;

/// <summary>
/// The products of a dense layer of few outputs, by vectors that run along its inputs: the weights of an output lie
/// one after the other, so none of a vector is wasted however few outputs there are.
/// </summary>
internal static class NarrowDense
{
    /// <summary>The most outputs; with more, <see cref="Gemm"/> is faster.</summary>
    public const int MostOutputs = 16;

    /// <summary>Z = X W + b.</summary>
    /// <param name="X">The samples, of which some inputs may be taken.</param>
    /// <param name="outputs">Numbers of an answer.</param>
    /// <param name="W">The weights of the inputs taken, output by output.</param>
    /// <param name="b">The biases.</param>
    /// <param name="Z">The answers, one after the other.</param>
    public static void Forward(PickedInputs X, int outputs, ReadOnlySpan<float> W, ReadOnlySpan<float> b, Span<float> Z)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            NarrowDense<Vector512<float>, Width512<float>>.Forward(X, outputs, W, b, Z);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            NarrowDense<Vector256<float>, Width256<float>>.Forward(X, outputs, W, b, Z);
        }
        else
        {
            NarrowDense<Vector128<float>, Width128<float>>.Forward(X, outputs, W, b, Z);
        }
    }

    /// <summary>dX = dZ Wᵀ.</summary>
    public static void InputGradients(int inputs, int outputs, int samples, ReadOnlySpan<float> W, ReadOnlySpan<float> dZ, Span<float> dX)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            NarrowDense<Vector512<float>, Width512<float>>.InputGradients(inputs, outputs, samples, W, dZ, dX);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            NarrowDense<Vector256<float>, Width256<float>>.InputGradients(inputs, outputs, samples, W, dZ, dX);
        }
        else
        {
            NarrowDense<Vector128<float>, Width128<float>>.InputGradients(inputs, outputs, samples, W, dZ, dX);
        }
    }

    /// <summary>Adds Xᵀ dZ to dW.</summary>
    public static void AddWeightGradients(PickedInputs X, int outputs, ReadOnlySpan<float> dZ, Span<float> dW)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            NarrowDense<Vector512<float>, Width512<float>>.AddWeightGradients(X, outputs, dZ, dW);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            NarrowDense<Vector256<float>, Width256<float>>.AddWeightGradients(X, outputs, dZ, dW);
        }
        else
        {
            NarrowDense<Vector128<float>, Width128<float>>.AddWeightGradients(X, outputs, dZ, dW);
        }
    }

    /// <summary>dX = dZ Wᵀ for one sample, and then Xᵀ dZ is added to W, with each weight read but once.</summary>
    public static void Descend(int inputs, int outputs, ReadOnlySpan<float> X, ReadOnlySpan<float> dZ, Span<float> W, Span<float> dX)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            NarrowDense<Vector512<float>, Width512<float>>.Descend(inputs, outputs, X, dZ, W, dX);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            NarrowDense<Vector256<float>, Width256<float>>.Descend(inputs, outputs, X, dZ, W, dX);
        }
        else
        {
            NarrowDense<Vector128<float>, Width128<float>>.Descend(inputs, outputs, X, dZ, W, dX);
        }
    }
}
