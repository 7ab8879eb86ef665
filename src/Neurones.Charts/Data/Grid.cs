using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Data;

/// <summary>Values over a rectangle of the plane: row i has X2[i], column j has X1[j].</summary>
internal sealed record Grid(ImmutableArray<double> X1, ImmutableArray<double> X2, ImmutableArray<ImmutableArray<double>> Values)
{
    /// <summary>On how much of the rectangle the values are at least this one, from 0 to 1.</summary>
    public double ShareFrom(double value) => Values.Average(row => row.Average(each => each >= value ? 1.0 : 0.0));

    /// <summary>A function's values at count x count places.</summary>
    public static Grid Of(Func<double, double, double> function, Interval x1, Interval x2, int count)
    {
        var columns = x1.Steps(count);
        var rows = x2.Steps(count);
        return new(columns, rows, [.. rows.Select(row => columns.Select(column => function(column, row)).ToImmutableArray())]);
    }

    /// <summary>
    /// A model's probabilities at count x count places, asked for all at once: predict goes from (m, 2) to (m, 1), or with
    /// samples in columns from (2, m) to (1, m).
    /// </summary>
    public static Grid OfModel(Func<Matrix<double>, Matrix<double>> predict, Interval x1, Interval x2, int count, bool inColumns)
    {
        var columns = x1.Steps(count);
        var rows = x2.Steps(count);
        var points = Matrix<double>.Build.Dense(count * count, 2, (i, variable) => variable == 0 ? columns[i % count] : rows[i / count]);
        points = inColumns ? points.Transpose() : points;
        var answers = predict(points);
        var (height, width) = inColumns ? (1, points.ColumnCount) : (points.RowCount, 1);
        if (answers is null || answers.RowCount != height || answers.ColumnCount != width)
        {
            var shape = answers is null ? "null" : Invariant.Text($"{answers.RowCount}x{answers.ColumnCount}");
            throw new ArgumentException(
                Invariant.Text($"predict returned {shape} for points of {points.RowCount}x{points.ColumnCount}, but must return {height}x{width}: one probability for each {(inColumns ? "column" : "row")}."),
                nameof(predict));
        }

        var probabilities = answers.ToColumnMajorArray();

        return new(columns, rows, [.. Enumerable.Range(0, count).Select(row =>
            Enumerable.Range(0, count).Select(column => Math.Round(probabilities[(row * count) + column], 4)).ToImmutableArray())]);
    }

    /// <summary>The activations of each neuron of a layer at count x count places, asked for all at once: from (2, m) to (neurons, m).</summary>
    public static ImmutableArray<Grid> OfLayer(Func<Matrix<double>, Matrix<double>> activations, Interval x1, Interval x2, int count)
    {
        var columns = x1.Steps(count);
        var rows = x2.Steps(count);
        var points = Matrix<double>.Build.Dense(2, count * count, (variable, i) => variable == 0 ? columns[i % count] : rows[i / count]);
        var answers = activations(points);
        if (answers is null || answers.RowCount == 0 || answers.ColumnCount != points.ColumnCount)
        {
            var shape = answers is null ? "null" : Invariant.Text($"{answers.RowCount}x{answers.ColumnCount}");
            throw new ArgumentException(
                Invariant.Text($"activations returned {shape} for points of 2x{points.ColumnCount}, but must have {points.ColumnCount} columns: a row for each neuron, a column for each point."),
                nameof(activations));
        }

        return [.. Enumerable.Range(0, answers.RowCount).Select(neuron => new Grid(columns, rows, [.. Enumerable.Range(0, count).Select(row =>
            Enumerable.Range(0, count).Select(column => Math.Round(answers[neuron, (row * count) + column], 3)).ToImmutableArray())]))];
    }
}
