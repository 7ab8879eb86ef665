using System.Numerics.Tensors;

namespace Neurones;

/// <summary>Softmax at work: each sample's numbers become probabilities.</summary>
/// <param name="classes">How many numbers each sample has.</param>
/// <param name="answers">Where the answers go; null: over the samples.</param>
internal sealed class SoftmaxPass(int classes, float[]? answers) : LayerPass
{
    private float[] _A = [];

    public override bool KeepsAnswers => true;

    public override float[] Forward(ReadOnlySpan<float> parameters, float[] X, int samples, RandomState? random)
    {
        _A = answers ?? X;
        for (var i = 0; i < samples; i++)
        {
            Of(X.AsSpan(i * classes, classes), _A.AsSpan(i * classes, classes));
        }

        return _A;
    }

    // dz_i = a_i (da_i - Σ_j a_j da_j)
    public override float[] Back(ReadOnlySpan<float> parameters, float[] dA, Span<float> gradients, int samples, bool first)
    {
        for (var i = 0; i < samples; i++)
        {
            var a = _A.AsSpan(i * classes, classes);
            var da = dA.AsSpan(i * classes, classes);
            TensorPrimitives.Subtract(da, TensorPrimitives.Dot<float>(a, da), da);
            TensorPrimitives.Multiply(da, a, da);
        }

        return dA;
    }

    // exp(z_i) / Σ exp(z_j), which no large z overflows.
    private static void Of(ReadOnlySpan<float> z, Span<float> a)
    {
        TensorPrimitives.Subtract(z, TensorPrimitives.Max(z), a);
        TensorPrimitives.Exp(a, a);
        TensorPrimitives.Divide(a, TensorPrimitives.Sum<float>(a), a);
    }
}
