using System.Runtime.Intrinsics;
using FsCheck;
using FsCheck.Fluent;

namespace Neurones.Tests;

/// <summary>Each width of vectors gives what loops give; those that this processor lacks are computed by the runtime, slowly but as well.</summary>
public sealed class ConvolutionKernelsTests
{
    [Theory]
    [InlineData(5, 5, 1, 1, 3, 3, 1, 1, 1, 5, 5)] // Same.
    [InlineData(5, 4, 3, 2, 3, 2, 1, 0, 0, 3, 3)] // Valid.
    [InlineData(9, 7, 2, 5, 3, 3, 2, 1, 1, 5, 4)] // Stride 2, same.
    [InlineData(8, 8, 1, 3, 3, 3, 2, 0, 0, 4, 4)] // TensorFlow's same: zeros only below and on the right.
    [InlineData(8, 6, 3, 4, 3, 3, 2, 0, 0, 3, 2)] // Stride 2, valid: a row and a column are left over.
    [InlineData(7, 7, 2, 3, 2, 2, 3, 0, 0, 2, 2)] // A stride beyond the kernel.
    [InlineData(4, 6, 5, 7, 1, 1, 1, 0, 0, 4, 6)] // One pixel.
    [InlineData(3, 3, 2, 2, 5, 5, 1, 2, 2, 3, 3)] // A kernel larger than the image.
    [InlineData(1, 1, 3, 2, 1, 1, 1, 0, 0, 1, 1)]
    [InlineData(6, 5, 4, 3, 4, 4, 1, 1, 1, 6, 5)] // An even kernel, same: one row of zeros more below.
    public void A_shape_gives_the_sums_of_products(
        int height, int width, int channels, int filters, int kernelRows, int kernelColumns, int stride, int top, int left, int outputHeight, int outputWidth) =>
        Check(new(height, width, channels, filters, kernelRows, kernelColumns, stride, top, left, outputHeight, outputWidth), samples: 2);

    [Theory]
    [MemberData(nameof(Lengths.UpTo100), MemberType = typeof(Lengths))]
    public void Each_number_of_filters_and_channels_gives_the_sums_of_products(int count)
    {
        if (count > 0)
        {
            Check(new(4, 3, 2, count, 2, 2, 1, 0, 0, 3, 2), samples: 1);
            Check(new(4, 3, count, 3, 2, 2, 1, 1, 0, 4, 2), samples: 3);
        }
    }

    [Fact]
    public void Any_shape_gives_the_sums_of_products() =>
        Prop.ForAll(ArbMap.Default.ArbFor<((byte Height, byte Width), (byte Channels, byte Filters), (byte Rows, byte Columns), (byte Stride, byte Samples, bool Same))>(), input =>
        {
            var (size, depth, kernel, (stride, samples, same)) = input;
            var (rows, columns) = (kernel.Rows % 4 + 1, kernel.Columns % 4 + 1);
            var rowsThere = Axis(size.Height % 8 + rows, rows, stride % 3 + 1, same);
            var columnsThere = Axis(size.Width % 8 + columns, columns, stride % 3 + 1, same);
            Check(
                new(rowsThere.Length, columnsThere.Length, depth.Channels % 20 + 1, depth.Filters % 20 + 1, rows, columns, stride % 3 + 1,
                    rowsThere.Before, columnsThere.Before, rowsThere.Steps, columnsThere.Steps),
                samples % 3 + 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_output_and_all_gradients_are_PyTorchs()
    {
        foreach (var peer in ConvolutionPeers.All.Convolutions)
        {
            var (x, w, z) = (peer.X.Shape, peer.W.Shape, peer.Z.Shape);
            var kernels = new ConvolutionKernels(new(
                x[0], x[1], x[2], w[3], w[0], w[1], peer.Stride,
                PaddedAxis.Of(x[0], w[0], peer.Stride, peer.Rule).Before, PaddedAxis.Of(x[1], w[1], peer.Stride, peer.Rule).Before, z[0], z[1]));
            var (X, W, dZ) = (Floats(peer.X), Floats(peer.W), Floats(peer.dZ));
            var (Z, dW, db, dX) = (new float[dZ.Length], new float[W.Length], new float[w[3]], new float[X.Length]);
            kernels.Forward(1, X, W, Floats(peer.b), rectified: false, Z);
            kernels.AddParameterGradients(1, X, dZ, dW, db);
            kernels.Turn(W);
            kernels.InputGradients(1, dZ, dX);
            foreach (var (expected, actual) in new[] { (peer.Z, Z), (peer.dW, dW), (peer.db, db), (peer.dX, dX) })
            {
                Near.Equal(expected.Values, actual.Select(value => (double)value), 1e-5);
            }
        }

        static float[] Floats(ConvolutionPeers.Array array) => [.. array.Values.Select(value => (float)value)];
    }

    [Fact]
    public void A_number_that_is_none_stays_where_the_kernel_reaches()
    {
        var shape = new ConvolutionShape(9, 9, 1, 3, 3, 3, 1, 1, 1, 9, 9);
        var naive = new NaiveConvolution(shape, samples: 1, seed: 0);
        naive.X[4 * 9 + 4] = float.NaN;
        var Z = new float[shape.OutputLength];
        new ConvolutionKernels(shape).Forward(1, naive.X, naive.W, naive.b, rectified: true, Z);
        for (var pixel = 0; pixel < 81; pixel++)
        {
            var reached = Math.Abs(pixel / 9 - 4) <= 1 && Math.Abs(pixel % 9 - 4) <= 1;
            Assert.All(Z[(pixel * 3)..(pixel * 3 + 3)], z => Assert.Equal(reached, float.IsNaN(z)));
        }
    }

    private static (int Length, int Before, int Steps) Axis(int length, int kernel, int stride, bool same)
    {
        var steps = same ? (length + stride - 1) / stride : (length - kernel) / stride + 1;
        return (length, same ? Math.Max((steps - 1) * stride + kernel - length, 0) / 2 : 0, steps);
    }

    private static void Check(ConvolutionShape shape, int samples)
    {
        var naive = new NaiveConvolution(shape, samples, seed: shape.GetHashCode() & 255);
        var kernels = new ConvolutionKernels(shape);
        Check<Vector512<float>, Width512<float>>(kernels, naive);
        Check<Vector256<float>, Width256<float>>(kernels, naive);
        Check<Vector128<float>, Width128<float>>(kernels, naive);

        var (Z, dW, db, dX) = (new float[naive.Z.Length], new float[naive.dW.Length], new float[naive.db.Length], new float[naive.dX.Length]);
        kernels.Forward(samples, naive.X, naive.W, naive.b, rectified: false, Z);
        kernels.AddParameterGradients(samples, naive.X, naive.dZ, dW, db);
        kernels.InputGradients(samples, naive.dZ, dX);
        Assert.Equal([naive.Z, naive.dW, naive.db, naive.dX], new[] { Z, dW, db, dX });
    }

    private static void Check<TVector, TWidth>(ConvolutionKernels kernels, NaiveConvolution naive)
        where TWidth : struct, IVectorWidth<TVector, float>
    {
        var Z = Filled(naive.Z, float.NaN);
        kernels.Forward<TVector, TWidth>(naive.Samples, naive.X, naive.W, naive.b, rectified: false, Z);
        Assert.Equal(naive.Z, Z);
        kernels.Forward<TVector, TWidth>(naive.Samples, naive.X, naive.W, naive.b, rectified: true, Z);
        Assert.Equal(naive.Z.Select(z => Math.Max(z, 0)), Z);

        var (dW, db) = (Filled(naive.dW, 7), Filled(naive.db, -3));
        kernels.AddParameterGradients<TVector, TWidth>(naive.Samples, naive.X, naive.dZ, dW, db);
        Assert.Equal(naive.dW.Select(slope => slope + 7), dW);
        Assert.Equal(naive.db.Select(slope => slope - 3), db);

        var dX = Filled(naive.dX, float.NaN);
        kernels.Turn(naive.W);
        kernels.InputGradients<TVector, TWidth>(naive.Samples, naive.dZ, dX);
        Assert.Equal(naive.dX, dX);
    }

    private static float[] Filled(float[] like, float value) => [.. Enumerable.Repeat(value, like.Length)];
}
