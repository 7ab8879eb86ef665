using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Each column shifted, then divided, by numbers of its own that a training set chose.</summary>
internal sealed class ColumnScaling
{
    private readonly double[] _shifts;
    private readonly double[] _divisors;

    public ColumnScaling(double[] shifts, double[] divisors)
    {
        var column = Array.FindIndex(divisors, divisor => !double.IsFinite(divisor));
        Check.That(column < 0, $"The values in column {column} of X (counted from 0) are too far apart to scale: is one of them a mistake?");
        (_shifts, _divisors) = (shifts, divisors);
    }

    public Matrix<double> Transform(Matrix<double> X)
    {
        Check.Features(X);
        Check.That(X.ColumnCount == _shifts.Length,
            $"X is {Check.Shape(X)} but the scaler was fitted on {_shifts.Length} columns: give the same variables in the same order.");
        return X.MapIndexed((_, j, value) => (value - _shifts[j]) / _divisors[j], Zeros.Include);
    }
}
