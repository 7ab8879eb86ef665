using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

internal static class Near
{
    /// <summary>Both have the same shape, and no value is further than the tolerance from its peer, relative to it when it is large.</summary>
    public static void Equal(Matrix<double> expected, Matrix<double> actual, double tolerance)
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        foreach (var (row, column, value) in expected.EnumerateIndexed(Zeros.Include))
        {
            Equal(value, actual[row, column], tolerance);
        }
    }

    public static void Equal(double expected, double actual, double tolerance) =>
        Assert.InRange(actual, expected - (tolerance * Math.Max(1, Math.Abs(expected))), expected + (tolerance * Math.Max(1, Math.Abs(expected))));

    public static void Equal(IReadOnlyList<double> expected, IEnumerable<double> actual, double tolerance) =>
        Equal(Matrix<double>.Build.DenseOfColumns([expected]), Matrix<double>.Build.DenseOfColumns([actual]), tolerance);
}
