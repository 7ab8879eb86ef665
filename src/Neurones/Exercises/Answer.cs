using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Exercises;

/// <summary>Compares a learner's answer with the right one and with what known mistakes give.</summary>
internal static class Answer
{
    private const double Tolerance = 1e-6;

    public static bool Is(double answer, double expected, double tolerance = Tolerance) =>
        Math.Abs(answer - expected) <= tolerance * Math.Max(1, Math.Abs(expected));

    public static bool Is(Matrix<double> answer, Matrix<double> expected) =>
        HasShapeOf(answer, expected) && answer.Enumerate().Zip(expected.Enumerate(), (a, e) => Is(a, e)).All(same => same);

    public static bool HasShapeOf(Matrix<double> answer, Matrix<double> expected) =>
        (answer.RowCount, answer.ColumnCount) == (expected.RowCount, expected.ColumnCount);

    /// <summary>The hint for the first mistake that gives this answer, or null.</summary>
    public static string? HintFor(double answer, params ReadOnlySpan<(double Wrong, string Hint)> mistakes)
    {
        foreach (var (wrong, hint) in mistakes)
        {
            if (Is(answer, wrong)) return hint;
        }

        return null;
    }

    /// <inheritdoc cref="HintFor(double, ReadOnlySpan{ValueTuple{double, string}})"/>
    public static string? HintFor(Matrix<double> answer, params ReadOnlySpan<(Matrix<double> Wrong, string Hint)> mistakes)
    {
        foreach (var (wrong, hint) in mistakes)
        {
            if (Is(answer, wrong)) return hint;
        }

        return null;
    }
}
