using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Figures;

namespace Neurones.Charts;

public static partial class Chart
{
    private const int MostOfAProduct = 6;

    /// <summary>
    /// The product of two matrices, entry by entry, with a slider, play and step: each step lights a row of A and a column of B,
    /// and writes the sum of products that is the entry of C where both meet.
    /// </summary>
    /// <param name="A">The left matrix, (n, k), at most 6x6.</param>
    /// <param name="B">The right matrix, (k, p), at most 6x6.</param>
    /// <param name="left">The name of the left matrix.</param>
    /// <param name="right">The name of the right matrix.</param>
    /// <param name="product">The name of the product.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">A hasn't as many columns as B has rows, or a matrix is larger than 6x6.</exception>
    public static Figure MatrixProduct(
        Matrix<double> A, Matrix<double> B, string left = "A", string right = "B", string product = "C", string? title = null)
    {
        ArgumentNullException.ThrowIfNull(A);
        ArgumentNullException.ThrowIfNull(B);
        if (A.ColumnCount != B.RowCount)
        {
            throw new ArgumentException(
                Invariant.Text($"{left} is {A.RowCount}x{A.ColumnCount} but {right} is {B.RowCount}x{B.ColumnCount}: {left} needs as many columns as {right} has rows, and has {A.ColumnCount}, not {B.RowCount}; change the order, or transpose one."));
        }

        foreach (var (name, matrix) in new[] { (left, A), (right, B) })
        {
            if (matrix.RowCount > MostOfAProduct || matrix.ColumnCount > MostOfAProduct)
            {
                throw new ArgumentException(Invariant.Text($"{name} is {matrix.RowCount}x{matrix.ColumnCount}, but more than {MostOfAProduct}x{MostOfAProduct} can't be read: take a part of it, with SubMatrix."));
            }
        }

        return new MatrixProductFigure(A, B, left, right, product).Make(title ?? $"{product} = {left} {right}: rows times columns");
    }
}
