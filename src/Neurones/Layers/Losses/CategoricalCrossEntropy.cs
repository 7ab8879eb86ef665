using System.Numerics.Tensors;

namespace Neurones;

/// <summary>The log loss of k classes, -Σ y_i log a_i, the mean over samples. The model ends with a <see cref="Softmax"/>, and Y is one-hot (<see cref="OneHot"/>).</summary>
/// <remarks>It is computed from the logits z, log Σ exp(z_j) - Σ y_i z_i, so that neither exp nor log ever overflows; its slope is a - y.</remarks>
public sealed class CategoricalCrossEntropy : Loss
{
    private const float Tolerance = 1e-4f;

    internal override string Name => "cross-entropy";

    internal override bool Contains(Layer last) => true;

    internal override void CheckLast(Layer last) => Check.That(last is Softmax,
        $"CategoricalCrossEntropy measures the probabilities of classes, but the model ends with {last}: add new Softmax(), or use another loss.");

    internal override void CheckTargets(Tensor Y, string name)
    {
        var classes = Y.Array.Length / Y.Count;
        for (var i = 0; i < Y.Count; i++)
        {
            var y = Y.Array.AsSpan(i * classes, classes);
            Check.That(TensorPrimitives.Min<float>(y) >= 0 && Math.Abs(TensorPrimitives.Sum<float>(y) - 1) < Tolerance,
                $"{name} must hold a row of 0s with a single 1 for each sample, but sample {i} (counted from 0) isn't one: use OneHot.Encode.");
        }
    }

    internal override LossSum Measure(ReadOnlySpan<float> A, ReadOnlySpan<float> Y, int outputs, float scale, Span<float> dA)
    {
        var sum = new LossSum();
        Span<float> room = stackalloc float[outputs <= 256 ? outputs : 0];
        var probabilities = room.IsEmpty ? new float[outputs] : room;
        for (var start = 0; start < A.Length; start += outputs)
        {
            var z = A.Slice(start, outputs);
            var y = Y.Slice(start, outputs);
            var logOfSum = SoftmaxPass.Of(z, probabilities);
            sum += new LossSum(logOfSum - TensorPrimitives.Dot(y, z), TensorPrimitives.IndexOfMax(z) == TensorPrimitives.IndexOfMax(y) ? 1 : 0, 1);
            if (!dA.IsEmpty)
            {
                var dz = dA.Slice(start, outputs);
                TensorPrimitives.Subtract(probabilities, y, dz);
                TensorPrimitives.Multiply(dz, scale, dz);
            }
        }

        return sum;
    }
}
