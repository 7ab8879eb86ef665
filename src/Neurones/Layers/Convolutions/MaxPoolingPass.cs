namespace Neurones;

/// <summary>Max pooling at work: it remembers where each maximum stood, the first of equal ones.</summary>
internal sealed class MaxPoolingPass(PoolingShape shape, int samples) : LayerPass
{
    private readonly MaxPoolingKernels _kernels = new(shape);
    private readonly float[] _A = new float[samples * shape.OutputLength];
    private readonly int[] _places = new int[samples * shape.OutputLength];
    private readonly float[] _dX = new float[samples * shape.InputLength];

    public override float[] Forward(ReadOnlySpan<float> parameters, float[] X, int samples, RandomState? random)
    {
        _kernels.Forward(samples, X, _A, _places);
        return _A;
    }

    public override float[] Back(ReadOnlySpan<float> parameters, float[] dA, Span<float> gradients, int samples, bool first)
    {
        if (!first)
        {
            _kernels.Back(samples, dA, _places, _dX);
        }

        return _dX;
    }
}
