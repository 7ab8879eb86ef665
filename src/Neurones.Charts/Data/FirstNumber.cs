using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Data;

/// <summary>How the first number of a matrix is made, written out: "0.61·0.27 + (-0.81)·0.50".</summary>
internal static class FirstNumber
{
    private const int PerLine = 2;

    /// <summary>The first row of the left matrix times the first column of the right one.</summary>
    public static string OfProduct(Matrix<double> left, Matrix<double> right) =>
        Sum(left.Row(0).Zip(right.Column(0)).Select((pair, i) => $"{(i == 0 ? Text(pair.First) : Next(pair.First))}·{Next(pair.Second)}"));

    /// <summary>The sum of the first row.</summary>
    public static string OfSums(Matrix<double> matrix) => Sum(matrix.Row(0).Select((value, i) => i == 0 ? Text(value) : Next(value)));

    /// <summary>The prices of all samples.</summary>
    public static string OfLogLoss(Matrix<double> A, Matrix<double> y) =>
        Sum(A.Enumerate().Zip(y.Enumerate(), (a, label) => label == 1 ? $"log {Text(a)}" : $"log(1 - {Text(a)})"));

    public static string Text(double value) => Numerals.Cell(value, 2);

    public static string Next(double value) => Numerals.Next(Text(value));

    /// <summary>On two lines where it is long: a telephone is narrow.</summary>
    private static string Sum(IEnumerable<string> terms) => string.Join("<br>+ ", terms.Chunk(PerLine).Select(line => string.Join(" + ", line)));
}
