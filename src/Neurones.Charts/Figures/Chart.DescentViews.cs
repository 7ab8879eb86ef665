using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Figures;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>
    /// Gradient descents of a neuron of two variables side by side, each seen in four ways that one slider moves together:
    /// the loss as a landscape, the same from above, the decision boundary, and the loss of each step.
    /// </summary>
    /// <param name="y">The labels of the samples, 0 or 1, (m, 1).</param>
    /// <param name="b">The bias, the same all the time.</param>
    /// <param name="descents">Each descent's name, such as "raw" or "normalised", its samples, (m, 2), and its weights, first to last; at most 40 of its steps are shown, and of a long way at most 200 places, more of the early ones.</param>
    /// <exception cref="ArgumentException">There is no descent, one has no weights or weights that aren't finite, or the shapes don't fit.</exception>
    public static Figure DescentViews(
        Matrix<double> y,
        double b,
        params IReadOnlyList<(string Name, Matrix<double> X, IReadOnlyList<(double W1, double W2)> Path)> descents)
    {
        ArgumentNullException.ThrowIfNull(descents);
        if (descents.Count == 0) throw new ArgumentException("There is no descent to show: give at least one (name, X, path).", nameof(descents));

        return new DescentViewsFigure([.. descents.Select((descent, column) =>
            new DescentView(column, descents.Count, descent.Name, descent.X, y, b, descent.Path))]).Make();
    }
}
