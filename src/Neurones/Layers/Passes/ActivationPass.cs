namespace Neurones;

/// <summary>An activation at work on each number: a = g(z).</summary>
/// <param name="size">How many numbers each sample has.</param>
/// <param name="answers">Where the answers go; null: over the samples.</param>
internal sealed class ActivationPass<G>(int size, float[]? answers) : LayerPass
    where G : struct, IActivationKernel
{
    private float[] _A = [];

    public override bool KeepsAnswers => true;

    public override float[] Forward(ReadOnlySpan<float> parameters, float[] X, int samples, RandomState? random)
    {
        _A = answers ?? X;
        G.Of(X.AsSpan(0, samples * size), _A);
        return _A;
    }

    public override float[] Back(ReadOnlySpan<float> parameters, float[] dA, Span<float> gradients, int samples, bool first)
    {
        G.Slope(_A.AsSpan(0, samples * size), dA);
        return dA;
    }
}
