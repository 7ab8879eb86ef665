using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
        var bad = FirstThatIsNotOneHot(Y.Array, Y.Array.Length / Y.Count);
        Check.That(bad < 0, $"{name} must hold a row of 0s with a single 1 for each sample, but sample {bad} (counted from 0) isn't one: use OneHot.Encode.");
    }

    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override LossSum Measure(ReadOnlySpan<float> A, ReadOnlySpan<float> Y, int outputs, float scale, Span<float> dA)
    {
        var (loss, right) = (0.0, 0);
        for (var start = 0; start < A.Length; start += outputs)
        {
            var z = A.Slice(start, outputs);
            var y = Y.Slice(start, outputs);
            var dz = dA.Slice(start, outputs);
            var (greatest, most, wanted) = (z[0], y[0], 0f);
            for (var i = 0; i < z.Length; i++)
            {
                greatest = float.MaxNative(greatest, z[i]);
                most = float.MaxNative(most, y[i]);
                wanted += y[i] * z[i];
            }

            var (bests, truthOfBest) = (0, 0f);
            for (var i = 0; i < z.Length; i++)
            {
                dz[i] = z[i] - greatest;
                var isBest = OneIf(dz[i] == 0);
                bests += isBest;
                truthOfBest += isBest * y[i];
            }

            loss += greatest - wanted;
            right += OneIf((bests == 1 ? truthOfBest : y[z.IndexOf(greatest)]) == most);
        }

        Exponentiate(dA[..A.Length]);
        for (var start = 0; start < A.Length; start += outputs)
        {
            var e = dA.Slice(start, outputs);
            var y = Y.Slice(start, outputs);
            var sum = 0f;
            for (var i = 0; i < e.Length; i++)
            {
                sum += e[i];
            }

            loss += MathF.Log(sum);
            var factor = 1 / sum;
            for (var i = 0; i < e.Length; i++)
            {
                e[i] = ((e[i] * factor) - y[i]) * scale;
            }
        }

        return new(loss, right, A.Length / outputs);
    }

    /// <summary>The first row that hasn't its 1; probabilities, whose sum is 1, are taken too. -1: there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FirstThatIsNotOneHot(float[] Y, int classes)
    {
        for (var start = 0; start < Y.Length; start += classes)
        {
            var (sum, areNegative) = (0f, false);
            for (var i = start; i < start + classes; i++)
            {
                sum += Y[i];
                areNegative |= Y[i] < 0;
            }

            if (areNegative || !(Math.Abs(sum - 1) < Tolerance))
            {
                return start / classes;
            }
        }

        return -1;
    }

    // Without a branch: which class is the best can't be foreseen.
    private static int OneIf(bool condition) => Unsafe.BitCast<bool, byte>(condition);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Exponentiate(Span<float> z)
    {
        var lanes = MemoryMarshal.Cast<float, Vector<float>>(z);
        for (var i = 0; i < lanes.Length; i++)
        {
            lanes[i] = Vector.Exp(lanes[i]);
        }

        for (var i = lanes.Length * Vector<float>.Count; i < z.Length; i++)
        {
            z[i] = MathF.Exp(z[i]);
        }
    }
}
