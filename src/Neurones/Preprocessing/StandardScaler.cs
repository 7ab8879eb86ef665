using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// Brings each column to mean 0 and standard deviation 1, as scikit-learn's <c>StandardScaler</c>. Fit it on the training
/// set and apply it to both sets: the test set may not take part in choosing the scale.
/// </summary>
public sealed class StandardScaler
{
    private readonly ColumnScaling _scaling;

    private StandardScaler(double[] means, double[] deviations) => _scaling = new(means, deviations);

    /// <summary>Learns the mean and the standard deviation of each column; a column of one value becomes 0.</summary>
    /// <param name="X">The training samples, (m, n).</param>
    /// <remarks>The variance is that of the samples themselves: the squares' sum is divided by m, not by m - 1.</remarks>
    /// <exception cref="ArgumentException">X is empty or has values that aren't numbers.</exception>
    public static StandardScaler Fit(Matrix<double> X)
    {
        Check.Features(X);
        double[] means = [.. X.EnumerateColumns().Select(column => column.Sum() / X.RowCount)];
        return new(means, [.. X.EnumerateColumns().Zip(means, Deviation)]);
    }

    /// <summary>The samples scaled: (x - mean) / deviation with the training set's mean and deviation.</summary>
    /// <param name="X">Samples, (m, n).</param>
    /// <returns>A new (m, n) matrix.</returns>
    /// <exception cref="ArgumentException">The scaler was fitted on another number of columns, or X is empty or has values that aren't numbers.</exception>
    public Matrix<double> Transform(Matrix<double> X) => _scaling.Transform(X);

    /// <summary>The standard deviation, or 1 where what varies may be rounding alone (Chan, Golub and LeVeque's bound).</summary>
    private static double Deviation(Vector<double> column, double mean)
    {
        const double Epsilon = 2.220446049250313e-16;
        var m = column.Count;
        var centred = column - mean;
        var variance = ((centred * centred) - (Math.Pow(centred.Sum(), 2) / m)) / m; // The mean's own rounding taken out.
        var rounding = (m * Epsilon * variance) + Math.Pow(m * mean * Epsilon, 2);
        return variance - rounding <= 0 ? 1 : Math.Sqrt(variance);
    }
}
