namespace Neurones;

/// <summary>
/// A convolution, ReLU and max pooling at work as one: sample by sample, so that the large result of the convolution stays in
/// the cache and only what the pooling keeps is kept.
/// </summary>
internal sealed class PooledConvolutionPass(ConvolutionShape shape, PoolingShape pooled, int samples) : LayerPass
{
    private readonly ConvolutionKernels _convolution = new(shape);
    private readonly MaxPoolingKernels _pooling = new(pooled);
    private readonly EightFiltersPooled? _asOne = EightFiltersPooled.Suits(shape, pooled) ? new(shape, pooled) : null;
    private readonly float[] _Z = new float[shape.OutputLength]; // One sample's, then its dZ.
    private readonly float[] _A = new float[samples * pooled.OutputLength];
    private readonly int[] _places = new int[samples * pooled.OutputLength];
    private readonly float[] _dX = new float[samples * shape.InputLength];
    private float[] _X = [];

    public override float[] Forward(ReadOnlySpan<float> parameters, float[] X, int samples, RandomState? random)
    {
        _X = X;
        var W = parameters[..shape.WeightsLength];
        var b = parameters[shape.WeightsLength..];
        for (var sample = 0; sample < samples; sample++)
        {
            if (_asOne is null)
            {
                _convolution.Forward(1, Input(X, sample), W, b, rectified: true, _Z);
                _pooling.Forward(1, _Z, Output(_A, sample), Output(_places, sample));
            }
            else
            {
                _asOne.Forward(Input(X, sample), W, b, Output(_A, sample), Output(_places, sample));
            }
        }

        return _A;
    }

    public override float[] Back(ReadOnlySpan<float> parameters, float[] dA, Span<float> gradients, int samples, bool first)
    {
        // The largest of a window is 0 where all of it is: there ReLU lets nothing through.
        ReLUKernel.Slope(_A.AsSpan(0, samples * pooled.OutputLength), dA);
        if (!first)
        {
            _convolution.Turn(parameters);
        }

        var dW = gradients[..shape.WeightsLength];
        var db = gradients[shape.WeightsLength..];
        for (var sample = 0; sample < samples; sample++)
        {
            if (_asOne is null || !first)
            {
                _pooling.Back(1, Output(dA, sample), Output(_places, sample), _Z);
            }

            if (_asOne is null)
            {
                _convolution.AddParameterGradients(1, Input(_X, sample), _Z, dW, db);
            }
            else
            {
                _asOne.AddParameterGradients(Input(_X, sample), Output(dA, sample), Output(_places, sample), dW, db);
            }

            if (!first)
            {
                _convolution.InputGradients(1, _Z, Input(_dX, sample));
            }
        }

        return _dX;
    }

    private Span<float> Input(float[] images, int sample) => images.AsSpan(sample * shape.InputLength, shape.InputLength);

    private Span<T> Output<T>(T[] images, int sample) => images.AsSpan(sample * pooled.OutputLength, pooled.OutputLength);
}
