using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// Brings values to the range from 0 to 1, as scikit-learn's <c>MinMaxScaler</c>. Fit it on the training set and apply it
/// to both sets: the test set may not take part in choosing the scale, so its values may lie a little outside.
/// </summary>
public sealed class MinMaxScaler
{
    /// <summary>A range below it is rounding, not variation: scikit-learn takes such a column for constant.</summary>
    private const double LeastRange = 10 * 2.220446049250313e-16;

    private readonly ColumnScaling _scaling;

    private MinMaxScaler(double[] min, double[] max) =>
        _scaling = new(min, [.. max.Zip(min, (high, low) => high - low < LeastRange ? 1 : high - low)]);

    /// <summary>Learns the least and the greatest value of each column; a column of one value becomes 0.</summary>
    /// <param name="X">The training samples, (m, n).</param>
    /// <exception cref="ArgumentException">X is empty or has values that aren't numbers.</exception>
    public static MinMaxScaler Fit(Matrix<double> X)
    {
        Check.Features(X);
        return new([.. X.EnumerateColumns().Select(c => c.Minimum())], [.. X.EnumerateColumns().Select(c => c.Maximum())]);
    }

    /// <summary>Learns one least and one greatest value for all columns together, as the pixels of photos need.</summary>
    /// <inheritdoc cref="Fit"/>
    public static MinMaxScaler FitWhole(Matrix<double> X)
    {
        Check.Features(X);
        return new(OfEachColumn(X.Enumerate().Min()), OfEachColumn(X.Enumerate().Max()));

        double[] OfEachColumn(double value) => [.. Enumerable.Repeat(value, X.ColumnCount)];
    }

    /// <summary>The samples scaled: (x - min) / (max - min) with the training set's min and max.</summary>
    /// <param name="X">Samples, (m, n).</param>
    /// <returns>A new (m, n) matrix.</returns>
    /// <exception cref="ArgumentException">The scaler was fitted on another number of columns, or X is empty or has values that aren't numbers.</exception>
    public Matrix<double> Transform(Matrix<double> X) => _scaling.Transform(X);
}
