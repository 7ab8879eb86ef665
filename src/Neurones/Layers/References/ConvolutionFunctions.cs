using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// The convolution of one sample, as loops to be read: a kernel slides over the input, and each number of the output is the
/// sum of the products of the kernel's numbers with those below it. <c>Convolution2D</c> computes the same faster.
/// </summary>
/// <remarks>
/// As everywhere in the field the kernel isn't flipped: mathematics calls this a cross-correlation. Each function throws an
/// <see cref="ArgumentException"/> that names both shapes when its arguments don't fit together, or what else is wrong.
/// </remarks>
public static class ConvolutionFunctions
{
    /// <summary>One channel and one kernel: Z[r, c] = Σ X[r s + i, c s + j] K[i, j] with stride s.</summary>
    /// <param name="X">The input, such as a photo: (height, width).</param>
    /// <param name="K">The kernel: (kernel rows, kernel columns).</param>
    /// <param name="stride">By how many rows and columns the kernel moves.</param>
    /// <param name="padding">What happens at the edge.</param>
    /// <returns>Z: with <see cref="Padding.Same"/> and stride 1 of X's shape.</returns>
    public static Matrix<double> Correlate(Matrix<double> X, Matrix<double> K, int stride = 1, Padding padding = Padding.Valid)
    {
        var sliding = Over(X, K, stride, padding);
        var padded = sliding.Pad(X);
        return Matrix<double>.Build.Dense(sliding.Rows, sliding.Columns, (row, column) =>
        {
            var window = padded.SubMatrix(row * stride, K.RowCount, column * stride, K.ColumnCount);
            return window.PointwiseMultiply(K).Enumerate().Sum();
        });
    }

    /// <summary>X with the zeros that a convolution puts around it.</summary>
    /// <param name="X">The input: (height, width).</param>
    /// <param name="K">The kernel, of which only the shape counts: (kernel rows, kernel columns).</param>
    /// <param name="stride">By how many rows and columns the kernel moves.</param>
    /// <param name="padding">What happens at the edge; <see cref="Padding.Valid"/> leaves X as it is.</param>
    public static Matrix<double> Pad(Matrix<double> X, Matrix<double> K, int stride = 1, Padding padding = Padding.Same) =>
        Over(X, K, stride, padding).Pad(X);

    /// <summary>Several channels and several filters: Z[r, c, f] = b[f] + Σ X[r s + i, c s + j, k] W[i, j, k, f] with stride s.</summary>
    /// <param name="X">One sample: (height, width, channels).</param>
    /// <param name="W">The weights: (kernel rows, kernel columns, channels, filters).</param>
    /// <param name="b">The biases: one for each filter.</param>
    /// <param name="stride">By how many rows and columns the kernel moves.</param>
    /// <param name="padding">What happens at the edge.</param>
    /// <returns>Z: (output rows, output columns, filters).</returns>
    public static double[,,] Forward(double[,,] X, double[,,,] W, double[] b, int stride = 1, Padding padding = Padding.Valid)
    {
        ArgumentNullException.ThrowIfNull(b);
        var sliding = Over(X, W, stride, padding);
        var (kernelRows, kernelColumns, channels, filters) = Sizes(W);
        Check.That(b.Length == filters, $"b has {b.Length} numbers but W has {filters} filters (W is {Check.Shape(W)}): each filter has one bias.");
        var padded = sliding.Pad(X);
        var Z = new double[sliding.Rows, sliding.Columns, filters];
        for (var row = 0; row < sliding.Rows; row++)
        {
            for (var column = 0; column < sliding.Columns; column++)
            {
                for (var f = 0; f < filters; f++)
                {
                    var sum = b[f];
                    for (var i = 0; i < kernelRows; i++)
                    {
                        for (var j = 0; j < kernelColumns; j++)
                        {
                            for (var k = 0; k < channels; k++)
                            {
                                sum += padded[(row * stride) + i, (column * stride) + j, k] * W[i, j, k, f];
                            }
                        }
                    }

                    Z[row, column, f] = sum;
                }
            }
        }

        return Z;
    }

    /// <summary>
    /// The gradients, by the chain rule: every product X W of <see cref="Forward"/> that went into Z gives its share, dZ X to
    /// dW and dZ W to dX; db is the sum of dZ over all places.
    /// </summary>
    /// <param name="X">One sample, as in <see cref="Forward"/>: (height, width, channels).</param>
    /// <param name="W">The weights, as in <see cref="Forward"/>: (kernel rows, kernel columns, channels, filters).</param>
    /// <param name="dZ">The gradient of the loss along the output: (output rows, output columns, filters).</param>
    /// <param name="stride">As in <see cref="Forward"/>.</param>
    /// <param name="padding">As in <see cref="Forward"/>.</param>
    /// <returns>dX, dW and db: each of the shape of X, W and b.</returns>
    public static (double[,,] dX, double[,,,] dW, double[] db) Backward(
        double[,,] X, double[,,,] W, double[,,] dZ, int stride = 1, Padding padding = Padding.Valid)
    {
        ArgumentNullException.ThrowIfNull(dZ);
        var sliding = Over(X, W, stride, padding);
        var (kernelRows, kernelColumns, channels, filters) = Sizes(W);
        Check.That((dZ.GetLength(0), dZ.GetLength(1), dZ.GetLength(2)) == (sliding.Rows, sliding.Columns, filters),
            $"dZ is {Check.Shape(dZ)} but the output is {sliding.Rows}x{sliding.Columns}x{filters}: dZ needs a gradient for each number that Forward gives.");
        var padded = sliding.Pad(X);
        var dPadded = new double[padded.GetLength(0), padded.GetLength(1), channels];
        var dW = new double[kernelRows, kernelColumns, channels, filters];
        var db = new double[filters];
        for (var row = 0; row < sliding.Rows; row++)
        {
            for (var column = 0; column < sliding.Columns; column++)
            {
                for (var f = 0; f < filters; f++)
                {
                    var dz = dZ[row, column, f];
                    db[f] += dz;
                    for (var i = 0; i < kernelRows; i++)
                    {
                        for (var j = 0; j < kernelColumns; j++)
                        {
                            for (var k = 0; k < channels; k++)
                            {
                                dW[i, j, k, f] += dz * padded[(row * stride) + i, (column * stride) + j, k];
                                dPadded[(row * stride) + i, (column * stride) + j, k] += dz * W[i, j, k, f];
                            }
                        }
                    }
                }
            }
        }

        return (sliding.Crop(dPadded), dW, db);
    }

    private static Sliding Over(Matrix<double> X, Matrix<double> K, int stride, Padding padding)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(K);
        return Sliding.Over((X.RowCount, X.ColumnCount), (K.RowCount, K.ColumnCount), stride, padding);
    }

    private static Sliding Over(double[,,] X, double[,,,] W, int stride, Padding padding)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(W);
        var (kernelRows, kernelColumns, channels, _) = Sizes(W);
        Check.That(X.GetLength(2) == channels,
            $"X is {Check.Shape(X)} but W expects {channels} channels (W is {Check.Shape(W)}): X is (height, width, channels) and W (kernel rows, kernel columns, channels, filters).");
        return Sliding.Over((X.GetLength(0), X.GetLength(1)), (kernelRows, kernelColumns), stride, padding);
    }

    private static (int KernelRows, int KernelColumns, int Channels, int Filters) Sizes(double[,,,] W) =>
        (W.GetLength(0), W.GetLength(1), W.GetLength(2), W.GetLength(3));
}
