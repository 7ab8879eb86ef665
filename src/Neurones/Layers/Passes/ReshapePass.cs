namespace Neurones;

/// <summary>Another shape changes no number.</summary>
internal sealed class ReshapePass : LayerPass
{
    public static readonly ReshapePass Instance = new();

    public override float[] Forward(ReadOnlySpan<float> parameters, float[] X, int samples, RandomState? random) => X;

    public override float[] Back(ReadOnlySpan<float> parameters, float[] dA, Span<float> gradients, int samples, bool first) => dA;
}
