using System.Numerics.Tensors;

namespace Neurones;

/// <summary>The mean of (A - Y)² over samples and outputs, for models that predict numbers. (The neuron of lesson 11 has half of it.)</summary>
public sealed class MeanSquaredError : Loss
{
    internal override string Name => "mean squared error";

    internal override LossSum Measure(ReadOnlySpan<float> A, ReadOnlySpan<float> Y, int outputs, float scale, Span<float> dA)
    {
        var distance = TensorPrimitives.Distance(A, Y);
        dA = dA[..A.Length];
        TensorPrimitives.Subtract(A, Y, dA);
        TensorPrimitives.Multiply(dA, 2 * scale / outputs, dA);
        return new((double)distance * distance / outputs);
    }
}
