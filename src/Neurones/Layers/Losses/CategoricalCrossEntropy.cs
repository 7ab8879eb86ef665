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
        Span<float> few = stackalloc float[outputs <= 256 ? outputs : 0];
        var e = few.IsEmpty ? new float[outputs] : few;
        for (var start = 0; start < A.Length; start += outputs)
        {
            var z = A.Slice(start, outputs);
            var y = Y.Slice(start, outputs);
            var (best, truth, wanted) = (0, 0, 0f);
            for (var i = 0; i < z.Length; i++)
            {
                best = z[i] > z[best] ? i : best;
                truth = y[i] > y[truth] ? i : truth;
                wanted += y[i] * z[i];
            }

            TensorPrimitives.Subtract(z, z[best], e);
            TensorPrimitives.Exp(e, e);
            var sumOfExponentials = TensorPrimitives.Sum<float>(e);
            sum += new LossSum(z[best] + MathF.Log(sumOfExponentials) - wanted, best == truth ? 1 : 0, 1);
            for (var i = 0; i < z.Length && !dA.IsEmpty; i++)
            {
                dA[start + i] = ((e[i] / sumOfExponentials) - y[i]) * scale;
            }
        }

        return sum;
    }
}
