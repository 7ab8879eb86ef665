namespace Neurones;

/// <summary>A convolution at work.</summary>
internal sealed class ConvolutionPass(ConvolutionShape shape, int samples) : LayerPass
{
    private readonly float[] _Z = new float[samples * shape.OutputLength];
    private readonly float[] _dX = new float[samples * shape.InputLength];
    private float[] _X = [];

    public override float[] Forward(ReadOnlySpan<float> parameters, float[] X, int samples, RandomState? random)
    {
        _X = X;
        ConvolutionKernels.Forward(shape, samples, X, parameters[..shape.WeightsLength], parameters[shape.WeightsLength..], relu: false, _Z);
        return _Z;
    }

    public override float[] Back(ReadOnlySpan<float> parameters, float[] dA, Span<float> gradients, int samples, bool first)
    {
        ConvolutionKernels.AddParameterGradients(shape, samples, _X, dA, gradients[..shape.WeightsLength], gradients[shape.WeightsLength..]);
        if (!first)
        {
            ConvolutionKernels.InputGradients(shape, samples, parameters[..shape.WeightsLength], dA, _dX);
        }

        return _dX;
    }
}
