#pragma warning disable IDE0055, IDE0011
namespace Neurones;

internal static class ConvolutionKernels
{
    public static void Forward(in ConvolutionShape s, int samples, ReadOnlySpan<float> X, ReadOnlySpan<float> W, ReadOnlySpan<float> b, bool relu, Span<float> Z)
    {
        for (var n = 0; n < samples; n++)
        for (var i = 0; i < s.OutputHeight; i++)
        for (var j = 0; j < s.OutputWidth; j++)
        {
            var z = Z.Slice((((n * s.OutputHeight) + i) * s.OutputWidth + j) * s.Filters, s.Filters);
            b.CopyTo(z);
            for (var r = 0; r < s.KernelRows; r++)
            for (var c = 0; c < s.KernelColumns; c++)
            {
                var (y, x) = (i * s.Stride + r - s.Top, j * s.Stride + c - s.Left);
                if (y < 0 || y >= s.Height || x < 0 || x >= s.Width) continue;
                for (var k = 0; k < s.Channels; k++)
                    System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(W.Slice(((r * s.KernelColumns + c) * s.Channels + k) * s.Filters, s.Filters), X[((n * s.Height + y) * s.Width + x) * s.Channels + k], z, z);
            }
            if (relu) System.Numerics.Tensors.TensorPrimitives.Max(z, 0, z);
        }
    }

    public static void AddParameterGradients(in ConvolutionShape s, int samples, ReadOnlySpan<float> X, ReadOnlySpan<float> dZ, Span<float> dW, Span<float> db)
    {
        for (var n = 0; n < samples; n++)
        for (var i = 0; i < s.OutputHeight; i++)
        for (var j = 0; j < s.OutputWidth; j++)
        {
            var z = dZ.Slice((((n * s.OutputHeight) + i) * s.OutputWidth + j) * s.Filters, s.Filters);
            System.Numerics.Tensors.TensorPrimitives.Add(db, z, db);
            for (var r = 0; r < s.KernelRows; r++)
            for (var c = 0; c < s.KernelColumns; c++)
            {
                var (y, x) = (i * s.Stride + r - s.Top, j * s.Stride + c - s.Left);
                if (y < 0 || y >= s.Height || x < 0 || x >= s.Width) continue;
                for (var k = 0; k < s.Channels; k++)
                {
                    var w = dW.Slice(((r * s.KernelColumns + c) * s.Channels + k) * s.Filters, s.Filters);
                    System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(z, X[((n * s.Height + y) * s.Width + x) * s.Channels + k], w, w);
                }
            }
        }
    }

    public static void InputGradients(in ConvolutionShape s, int samples, ReadOnlySpan<float> W, ReadOnlySpan<float> dZ, Span<float> dX)
    {
        dX[..(samples * s.InputLength)].Clear();
        for (var n = 0; n < samples; n++)
        for (var i = 0; i < s.OutputHeight; i++)
        for (var j = 0; j < s.OutputWidth; j++)
        {
            var z = dZ.Slice((((n * s.OutputHeight) + i) * s.OutputWidth + j) * s.Filters, s.Filters);
            for (var r = 0; r < s.KernelRows; r++)
            for (var c = 0; c < s.KernelColumns; c++)
            {
                var (y, x) = (i * s.Stride + r - s.Top, j * s.Stride + c - s.Left);
                if (y < 0 || y >= s.Height || x < 0 || x >= s.Width) continue;
                for (var k = 0; k < s.Channels; k++)
                    dX[((n * s.Height + y) * s.Width + x) * s.Channels + k] += System.Numerics.Tensors.TensorPrimitives.Dot(W.Slice(((r * s.KernelColumns + c) * s.Channels + k) * s.Filters, s.Filters), z);
            }
        }
    }
}
