using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

/// <summary>Compares a learner's answer with the right one and with what known mistakes give.</summary>
internal static class Answer
{
    private const double Tolerance = 1e-6;

    public static bool Is(double answer, double expected, double tolerance = Tolerance) =>
        answer == expected || (double.IsFinite(expected) && Math.Abs(answer - expected) <= tolerance * Math.Max(1, Math.Abs(expected)));

    public static bool Is(double[] answer, double[] expected) =>
        answer.Length == expected.Length && answer.Zip(expected, (a, e) => Is(a, e)).All(same => same);

    public static bool Is(Matrix<double> answer, Matrix<double> expected) =>
        HasShapeOf(answer, expected) && Is(answer.ToColumnMajorArray(), expected.ToColumnMajorArray());

    public static bool HasShapeOf(Matrix<double> answer, Matrix<double> expected) =>
        (answer.RowCount, answer.ColumnCount) == (expected.RowCount, expected.ColumnCount);

    /// <summary>A sentence on the first number, by columns, in which an answer of the right shape differs.</summary>
    public static string Difference(Matrix<double> answer, Matrix<double> expected)
    {
        var (i, j, right) = expected.EnumerateIndexed().First(entry => !Is(answer[entry.Item1, entry.Item2], entry.Item3));
        var place = (i, j) == (0, 0) ? "the first number" : Invariant($"the number in row {i + 1}, column {j + 1}");
        return Invariant($"In the check's example {place} is {right:G6}, but yours is {answer[i, j]:G6}.");
    }

    /// <summary>The hint for the first mistake that gives this answer, or null.</summary>
    public static string? HintFor(double answer, params IEnumerable<(double Wrong, string Hint)> mistakes) =>
        mistakes.FirstOrDefault(mistake => Is(answer, mistake.Wrong)).Hint;

    /// <inheritdoc cref="HintFor(double, IEnumerable{ValueTuple{double, string}})"/>
    public static string? HintFor(double[] answer, params IEnumerable<(double[] Wrong, string Hint)> mistakes) =>
        mistakes.FirstOrDefault(mistake => Is(answer, mistake.Wrong)).Hint;

    /// <inheritdoc cref="HintFor(double, IEnumerable{ValueTuple{double, string}})"/>
    public static string? HintFor(Matrix<double> answer, params IEnumerable<(Matrix<double> Wrong, string Hint)> mistakes) =>
        mistakes.FirstOrDefault(mistake => Is(answer, mistake.Wrong)).Hint;
}
