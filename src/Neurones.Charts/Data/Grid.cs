using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Data;

/// <summary>Values over a rectangle of the plane: row i has X2[i], column j has X1[j].</summary>
internal sealed record Grid(ImmutableArray<double> X1, ImmutableArray<double> X2, ImmutableArray<ImmutableArray<double>> Values)
{
    /// <summary>A function's values at count x count places.</summary>
    public static Grid Of(Func<double, double, double> function, Interval x1, Interval x2, int count)
    {
        var columns = x1.Steps(count);
        var rows = x2.Steps(count);
        return new(columns, rows, [.. rows.Select(row => columns.Select(column => function(column, row)).ToImmutableArray())]);
    }

    /// <summary>A model's probabilities at count x count places, asked for all at once: predict goes from (m, 2) to (m, 1).</summary>
    public static Grid OfModel(Func<Matrix<double>, Matrix<double>> predict, Interval x1, Interval x2, int count)
    {
        var columns = x1.Steps(count);
        var rows = x2.Steps(count);
        var points = Matrix<double>.Build.Dense(count * count, 2, (i, variable) => variable == 0 ? columns[i % count] : rows[i / count]);
        var answers = predict(points);
        if (answers is null || answers.RowCount != points.RowCount || answers.ColumnCount != 1)
        {
            var shape = answers is null ? "null" : Invariant.Text($"{answers.RowCount}x{answers.ColumnCount}");
            throw new ArgumentException(
                Invariant.Text($"predict returned {shape} for points of {points.RowCount}x2, but must return {points.RowCount}x1: one probability for each row."),
                nameof(predict));
        }

        return new(columns, rows, [.. Enumerable.Range(0, count).Select(row =>
            Enumerable.Range(0, count).Select(column => Math.Round(answers[(row * count) + column, 0], 4)).ToImmutableArray())]);
    }
}
