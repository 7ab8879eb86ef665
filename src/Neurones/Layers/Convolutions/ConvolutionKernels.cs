using System.Runtime.Intrinsics;

namespace Neurones;

/// <summary>
/// A convolution of some shape, forward and back. X: (samples, height, width, channels), W: (kernel rows, kernel columns,
/// channels, filters), b: (filters), Z: (samples, output height, output width, filters). One thread uses it at a time.
/// </summary>
/// <remarks>
/// It is cross-correlation, as everywhere in the field. Zeros around an image are written once, so that no sum asks where
/// the image ends; then the result, dW and dX are each a product of the image, read where it lies, by W, dZ, and W
/// with its filters upside down.
/// </remarks>
internal sealed unsafe class ConvolutionKernels
{
    private readonly ConvolutionShape _shape;
    private readonly Frame _input;
    private readonly Frame _gradients;
    private readonly int[] _outputPixels;
    private readonly int[] _kernelPlaces;
    private readonly int[] _inputPixels;
    private readonly int[] _gradientPlaces;
    private readonly PaddedRows _weights = new();
    private readonly PaddedRows _bias = new();
    private readonly PaddedRows _slopes = new();
    private readonly PaddedRows _zeros = new();
    private readonly PaddedRows _turnedRows = new();
    private readonly Workspace<float> _turned = new();

    public ConvolutionKernels(ConvolutionShape shape)
    {
        _shape = shape;
        var (kernelRows, kernelColumns, stride) = (shape.KernelRows, shape.KernelColumns, shape.Stride);
        _input = Frame.Of(shape);
        _outputPixels = Offsets.Of(shape.OutputHeight, shape.OutputWidth, 1, stride * _input.RowLength, stride * shape.Channels);
        _kernelPlaces = Offsets.Of(kernelRows, kernelColumns, shape.Channels, _input.RowLength, shape.Channels);

        // A pixel of dX is the sum over all that it had a part in: a convolution of dZ by filters upside down.
        _gradients = new(
            shape.OutputHeight, shape.OutputWidth, shape.Filters,
            shape.Height + kernelRows - 1, shape.Width + kernelColumns - 1, kernelRows - 1 - shape.Top, kernelColumns - 1 - shape.Left, stride);
        _inputPixels = Offsets.Of(shape.Height, shape.Width, 1, _gradients.RowLength, shape.Filters);
        _gradientPlaces = Offsets.Of(kernelRows, kernelColumns, shape.Filters, _gradients.RowLength, shape.Filters);
    }

    /// <summary>Z = X * W + b, and zeros in place of negative numbers if it is rectified: then it is ReLU(Z).</summary>
    public void Forward(int samples, ReadOnlySpan<float> X, ReadOnlySpan<float> W, ReadOnlySpan<float> b, bool rectified, Span<float> Z)
    {
        // The widest vector that the filters fill.
        if (Vector512.IsHardwareAccelerated && _shape.Filters > Vector256<float>.Count)
        {
            Forward<Vector512<float>, Width512<float>>(samples, X, W, b, rectified, Z);
        }
        else if (Vector256.IsHardwareAccelerated && _shape.Filters > Vector128<float>.Count)
        {
            Forward<Vector256<float>, Width256<float>>(samples, X, W, b, rectified, Z);
        }
        else
        {
            Forward<Vector128<float>, Width128<float>>(samples, X, W, b, rectified, Z);
        }
    }

    /// <summary>Adds to dW and db what these samples give.</summary>
    public void AddParameterGradients(int samples, ReadOnlySpan<float> X, ReadOnlySpan<float> dZ, Span<float> dW, Span<float> db)
    {
        if (Vector512.IsHardwareAccelerated && _shape.Filters > Vector256<float>.Count)
        {
            AddParameterGradients<Vector512<float>, Width512<float>>(samples, X, dZ, dW, db);
        }
        else if (Vector256.IsHardwareAccelerated && _shape.Filters > Vector128<float>.Count)
        {
            AddParameterGradients<Vector256<float>, Width256<float>>(samples, X, dZ, dW, db);
        }
        else
        {
            AddParameterGradients<Vector128<float>, Width128<float>>(samples, X, dZ, dW, db);
        }
    }

    /// <summary>Takes W for <see cref="InputGradients(int, ReadOnlySpan{float}, Span{float})"/>: its filters upside down, as (kernel rows, kernel columns, filters, channels).</summary>
    public void Turn(ReadOnlySpan<float> W)
    {
        var (channels, filters) = (_shape.Channels, _shape.Filters);
        var turned = _turned.OfSize(_shape.WeightsLength);
        for (var place = _shape.KernelRows * _shape.KernelColumns - 1; place >= 0; place--)
        {
            var weights = W.Slice(place * channels * filters, channels * filters);
            for (var filter = 0; filter < filters; filter++)
            {
                for (var channel = 0; channel < channels; channel++)
                {
                    turned[channel] = weights[channel * filters + filter];
                }

                turned += channels;
            }
        }
    }

    /// <summary>dX, from dZ and the W that <see cref="Turn"/> was given.</summary>
    public void InputGradients(int samples, ReadOnlySpan<float> dZ, Span<float> dX)
    {
        if (Vector512.IsHardwareAccelerated && _shape.Channels > Vector256<float>.Count)
        {
            InputGradients<Vector512<float>, Width512<float>>(samples, dZ, dX);
        }
        else if (Vector256.IsHardwareAccelerated && _shape.Channels > Vector128<float>.Count)
        {
            InputGradients<Vector256<float>, Width256<float>>(samples, dZ, dX);
        }
        else
        {
            InputGradients<Vector128<float>, Width128<float>>(samples, dZ, dX);
        }
    }

    /// <summary>The same with vectors of some width, as the next two.</summary>
    public void Forward<TVector, TWidth>(
        int samples, ReadOnlySpan<float> X, ReadOnlySpan<float> W, ReadOnlySpan<float> b, bool rectified, Span<float> Z)
        where TWidth : struct, IVectorWidth<TVector, float>
    {
        var ldb = OffsetGemm<TVector, TWidth>.Padded(_shape.Filters);
        fixed (float* x = X, w = W, bias = b, z = Z)
        {
            var start = _bias.Of(bias, 1, _shape.Filters, ldb);
            var rows = _weights.Of(w, _kernelPlaces.Length, _shape.Filters, ldb);
            for (var sample = 0; sample < samples; sample++)
            {
                var image = _input.Around(x + (nint)sample * _shape.InputLength);
                OffsetGemm<TVector, TWidth>.Multiply(
                    _outputPixels, _kernelPlaces, image, rows, ldb, _shape.Filters, start, z + (nint)sample * _shape.OutputLength, rectified);
            }
        }
    }

    public void AddParameterGradients<TVector, TWidth>(
        int samples, ReadOnlySpan<float> X, ReadOnlySpan<float> dZ, Span<float> dW, Span<float> db)
        where TWidth : struct, IVectorWidth<TVector, float>
    {
        var ldb = OffsetGemm<TVector, TWidth>.Padded(_shape.Filters);
        fixed (float* x = X, dz = dZ, dw = dW)
        {
            for (var sample = 0; sample < samples; sample++)
            {
                var image = _input.Around(x + (nint)sample * _shape.InputLength);
                var rows = _slopes.Of(dz + (nint)sample * _shape.OutputLength, _outputPixels.Length, _shape.Filters, ldb);
                OffsetGemm<TVector, TWidth>.Multiply(_kernelPlaces, _outputPixels, image, rows, ldb, _shape.Filters, bias: null, dw, rectified: false);
                OffsetGemm<TVector, TWidth>.AddRows(rows, _outputPixels.Length, ldb, db);
            }
        }
    }

    public void InputGradients<TVector, TWidth>(int samples, ReadOnlySpan<float> dZ, Span<float> dX)
        where TWidth : struct, IVectorWidth<TVector, float>
    {
        var ldb = OffsetGemm<TVector, TWidth>.Padded(_shape.Channels);
        fixed (float* dz = dZ, dx = dX)
        {
            var rows = _turnedRows.Of(_turned.OfSize(_shape.WeightsLength), _gradientPlaces.Length, _shape.Channels, ldb);
            var zeros = _zeros.Of(null, 1, 0, ldb);
            for (var sample = 0; sample < samples; sample++)
            {
                var image = _gradients.Around(dz + (nint)sample * _shape.OutputLength);
                OffsetGemm<TVector, TWidth>.Multiply(
                    _inputPixels, _gradientPlaces, image, rows, ldb, _shape.Channels, zeros, dx + (nint)sample * _shape.InputLength, rectified: false);
            }
        }
    }
}
