using System.Runtime.Intrinsics;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>The cost of a model over a grid of two of its weights.</summary>
public static class CostGrid
{
    /// <summary>
    /// The log loss of a neuron of two variables for each pair of weights: what <c>Chart.CostContour</c> and
    /// <c>Chart.CostSurface</c> draw.
    /// </summary>
    /// <param name="X">The samples, (m, 2).</param>
    /// <param name="y">Their labels, 0 or 1, (m, 1).</param>
    /// <param name="b">The bias, the same everywhere.</param>
    /// <param name="w1">The values of the first weight.</param>
    /// <param name="w2">The values of the second weight.</param>
    /// <returns>The losses: a row for each w2, a column for each w1.</returns>
    /// <exception cref="ArgumentException">X hasn't two variables, shapes don't fit together, or a value isn't an ordinary number.</exception>
    public static Matrix<double> LogLoss(Matrix<double> X, Matrix<double> y, double b, IReadOnlyList<double> w1, IReadOnlyList<double> w2)
    {
        Check.Features(X);
        Check.That(X.ColumnCount == 2,
            $"X is {Check.Shape(X)} but must have 2 variables, one for each weight: choose two columns, for example X.SubMatrix(0, X.RowCount, 0, 2).");
        Check.Labels(y);
        Check.SameSamples(X, y);
        Check.That(double.IsFinite(b), $"b is {b}: it must be an ordinary number.");
        var (columns, rows) = (Weights(w1, nameof(w1)), Weights(w2, nameof(w2)));
        return Vector512.IsHardwareAccelerated ? new LogLossGrid<Lanes512>(X, y, b, columns, rows).Losses() :
            Vector256.IsHardwareAccelerated ? new LogLossGrid<Lanes256>(X, y, b, columns, rows).Losses() :
            new LogLossGrid<Lanes128>(X, y, b, columns, rows).Losses();
    }

    private static double[] Weights(IReadOnlyList<double> weights, string name)
    {
        ArgumentNullException.ThrowIfNull(weights, name);
        Check.That(weights.Count > 0, $"{name} is empty: give it a weight or more.");
        var bad = weights.FirstOrDefault(weight => !double.IsFinite(weight));
        Check.That(double.IsFinite(bad), $"{name} has {bad}: each weight must be an ordinary number.");
        return [.. weights];
    }
}
