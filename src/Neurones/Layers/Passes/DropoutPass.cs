using System.Numerics.Tensors;

namespace Neurones;

/// <summary>Dropout at work: the numbers kept are scaled up by 1 / (1 - rate), so that their sum is expected to be as before.</summary>
/// <param name="size">How many numbers each sample has.</param>
/// <param name="rate">The probability that a number is dropped.</param>
/// <param name="answers">Where the answers go; null: over the samples.</param>
/// <param name="factors">Room for 0 or the scale of each number.</param>
internal sealed class DropoutPass(int size, double rate, float[]? answers, float[] factors) : LayerPass
{
    private readonly float _scale = (float)(1 / (1 - rate));
    private bool _rests;

    public override float[] Forward(ReadOnlySpan<float> parameters, float[] X, int samples, RandomState? random)
    {
        _rests = random is null;
        if (random is null)
        {
            return X;
        }

        for (var i = 0; i < samples * size; i++)
        {
            factors[i] = random.Rand() < rate ? 0 : _scale;
        }

        var A = answers ?? X;
        TensorPrimitives.Multiply(X.AsSpan(0, samples * size), factors.AsSpan(0, samples * size), A);
        return A;
    }

    public override float[] Back(ReadOnlySpan<float> parameters, float[] dA, Span<float> gradients, int samples, bool first)
    {
        if (!_rests)
        {
            TensorPrimitives.Multiply(dA.AsSpan(0, samples * size), factors.AsSpan(0, samples * size), dA);
        }

        return dA;
    }
}
