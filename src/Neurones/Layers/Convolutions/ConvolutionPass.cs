namespace Neurones;

/// <summary>A convolution at work.</summary>
internal sealed class ConvolutionPass(ConvolutionShape shape, int samples) : LayerPass
{
    private readonly ConvolutionKernels _kernels = new(shape);
    private readonly float[] _Z = new float[samples * shape.OutputLength];
    private readonly float[] _dX = new float[samples * shape.InputLength];
    private float[] _X = [];

    public override float[] Forward(ReadOnlySpan<float> parameters, float[] X, int samples, RandomState? random)
    {
        _X = X;
        _kernels.Forward(samples, X, parameters[..shape.WeightsLength], parameters[shape.WeightsLength..], rectified: false, _Z);
        return _Z;
    }

    public override float[] Back(ReadOnlySpan<float> parameters, float[] dA, Span<float> gradients, int samples, bool first)
    {
        if (!first)
        {
            _kernels.Turn(parameters);
            _kernels.InputGradients(samples, dA, _dX);
        }

        _kernels.AddParameterGradients(samples, _X, dA, gradients[..shape.WeightsLength], gradients[shape.WeightsLength..]);
        return _dX;
    }
}
