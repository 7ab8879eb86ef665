using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Figures;

namespace Neurones.Charts;

public static partial class Chart
{
    private const int MostOfAnInput = 8;
    private const int MostOfAKernel = 5;

    /// <summary>
    /// A kernel on its way over an input, with a slider, play and step: each step lights the window below the kernel, and writes
    /// the sum of products that is the number of the output.
    /// </summary>
    /// <param name="X">The input, (height, width), at most 8x8 with the zeros around it.</param>
    /// <param name="K">The kernel, at most 5x5.</param>
    /// <param name="stride">By how many rows and columns the kernel moves.</param>
    /// <param name="padding">Whether zeros are put around the input; they stand outside the frame around it.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">The kernel doesn't fit into the input, or one of them is too large to be read.</exception>
    public static Figure Convolution(
        Matrix<double> X, Matrix<double> K, int stride = 1, Padding padding = Padding.Valid, string? title = null)
    {
        var padded = ConvolutionFunctions.Pad(X, K, stride, padding);
        foreach (var (name, matrix, most) in new[] { (padding == Padding.Same ? "X with its zeros" : "X", padded, MostOfAnInput), ("K", K, MostOfAKernel) })
        {
            if (matrix.RowCount > most || matrix.ColumnCount > most)
            {
                throw new ArgumentException(Invariant.Text($"{name} is {matrix.RowCount}x{matrix.ColumnCount}, but more than {most}x{most} can't be read: take a part of it, with SubMatrix."));
            }
        }

        return new ConvolutionFigure(X, K, stride, padding).Make(title ?? "A kernel slides over its input");
    }
}
