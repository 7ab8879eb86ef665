namespace Neurones;

/// <summary>The log loss of two classes, -y log a - (1 - y) log(1 - a), the mean over samples and outputs. The model ends with a <see cref="Sigmoid"/>.</summary>
/// <remarks>It is computed from the logits z, log(1 + exp(z)) - y z, so that neither exp nor log ever overflows; its slope is a - y.</remarks>
public sealed class BinaryCrossEntropy : Loss
{
    internal override string Name => "log loss";

    internal override bool Contains(Layer last) => true;

    internal override void CheckLast(Layer last) => Check.That(last is Sigmoid,
        $"BinaryCrossEntropy measures probabilities, but the model ends with {last}: add new Sigmoid(), or use another loss.");

    internal override void CheckTargets(Tensor Y, string name)
    {
        var bad = Array.FindIndex(Y.Array, y => y is not (>= 0 and <= 1));
        Check.That(bad < 0, $"{name} must hold labels, 0 or 1, but has {(bad < 0 ? 0 : Y.Array[bad])} in sample {(bad < 0 ? 0 : bad / (Y.Array.Length / Y.Count))} (counted from 0): for more than two classes end with new Softmax(), for other numbers use new MeanSquaredError().");
    }

    internal override LossSum Measure(ReadOnlySpan<float> A, ReadOnlySpan<float> Y, int outputs, float scale, Span<float> dA)
    {
        var sum = new LossSum();
        for (var i = 0; i < A.Length; i++)
        {
            var (z, y) = (A[i], Y[i]);
            var e = MathF.Exp(-MathF.Abs(z));
            sum += new LossSum((Math.Max(z, 0) - (z * y) + MathF.Log(1 + e)) / outputs, z >= 0 == y >= 0.5f ? 1 : 0, 1);
            dA[i] = ((z >= 0 ? 1 / (1 + e) : e / (1 + e)) - y) * scale / outputs;
        }

        return sum;
    }
}
