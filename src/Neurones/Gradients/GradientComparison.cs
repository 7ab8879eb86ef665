using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>One parameter's gradient beside the slopes measured.</summary>
/// <param name="Parameter">The parameter's name, such as W1; its gradient is dW1.</param>
/// <param name="Shape">Its shape, such as 32x2.</param>
/// <param name="Count">How many numbers it has.</param>
/// <param name="Checked">How many of them were measured.</param>
/// <param name="Row">The row of the number that differs most, counted from 0.</param>
/// <param name="Column">Its column, counted from 0.</param>
/// <param name="Gradient">The gradient there.</param>
/// <param name="Measured">The slope measured there.</param>
/// <param name="Difference">Their difference, as a share of the largest number among gradients and slopes.</param>
/// <param name="Passed">Whether the difference is no more than what measuring costs in digits.</param>
/// <param name="Finding">What is wrong, as far as the numbers tell; empty when nothing is.</param>
public sealed record GradientComparison(
    string Parameter, string Shape, int Count, int Checked, int Row, int Column,
    double Gradient, double Measured, double Difference, bool Passed, string Finding)
{
    private const double Tolerance = 1e-6;
    private const double Noise = 1e-9; // What rounding leaves of a slope, for a loss of 1.

    internal static GradientComparison OfShapes(string name, Matrix<double> parameter, Matrix<double> gradient)
    {
        var transposed = gradient.RowCount == parameter.ColumnCount && gradient.ColumnCount == parameter.RowCount;
        return new(
            name, Check.Shape(parameter), parameter.RowCount * parameter.ColumnCount, 0, 0, 0, double.NaN, double.NaN, double.NaN, false,
            $"d{name} is {Check.Shape(gradient)} but {name} is {Check.Shape(parameter)}: {(transposed ? "it is transposed; are the factors of its product in the wrong order?" : "a gradient has the shape of its parameter.")}");
    }

    internal static GradientComparison Of(
        string name, Matrix<double> parameter, (int Row, int Column)[] places, double[] yours, double[] measured, double loss)
    {
        var largest = yours.Concat(measured).Max(Math.Abs);
        var worst = Enumerable.Range(0, places.Length).MaxBy(i => double.IsFinite(yours[i] - measured[i]) ? Math.Abs(yours[i] - measured[i]) : double.PositiveInfinity);
        var difference = Math.Abs(yours[worst] - measured[worst]);
        var passed = double.IsFinite(difference) && difference <= Allowed(yours, loss);
        return new(
            name, Check.Shape(parameter), parameter.RowCount * parameter.ColumnCount, places.Length, places[worst].Row, places[worst].Column,
            yours[worst], measured[worst], largest == 0 ? 0 : difference / largest, passed,
            passed ? "" : GradientFinding.Of(name, places, yours, measured));
    }

    /// <summary>How far a measured slope may be from the gradient: its digits, and what rounding takes.</summary>
    internal static double Allowed(double[] yours, double loss) =>
        (Tolerance * yours.Max(Math.Abs)) + (Noise * Math.Max(1, Math.Abs(loss)));

    internal string[] Cells() => Checked == 0
        ? ["d" + Parameter, Shape, "", "", "", "", "wrong shape"]
        : [
            "d" + Parameter, Shape, FormattableString.Invariant($"{Checked} of {Count}"), FormattableString.Invariant($"{Gradient:G6}"),
            FormattableString.Invariant($"{Measured:G6}"), FormattableString.Invariant($"{Difference:0.0e+0}"), Passed ? "right" : "wrong",
        ];
}
