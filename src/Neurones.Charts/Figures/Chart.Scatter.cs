using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>Points of the plane, each class in its own colour and symbol.</summary>
    /// <param name="X">The points, (m, 2), or in columns (2, m).</param>
    /// <param name="y">Their classes 0, 1, ..., (m, 1), or (1, m).</param>
    /// <param name="x1">The name of the first variable.</param>
    /// <param name="x2">The name of the second variable.</param>
    /// <param name="classNames">The names of the classes, that of class 0 first.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <param name="line">A line to draw among the points: x2 for each x1; or null.</param>
    /// <exception cref="ArgumentException">The shapes don't fit, or a class has no name.</exception>
    public static Figure Scatter(
        Matrix<double> X,
        Matrix<double> y,
        string x1 = "x1",
        string x2 = "x2",
        IReadOnlyList<string>? classNames = null,
        string? title = null,
        Func<double, double>? line = null)
    {
        var points = new LabelledPoints(X, y, classNames);
        return new Figure
        {
            Traces = [.. PointTraces(points, x1, x2), .. Through(line, points.X1.Padded(), x1, x2)],
            Layout = Layouts.Plane(
                title ?? Invariant.Text($"{points.Count} points in {points.Classes.Length} classes"),
                Layouts.Axis(x1, points.X1.Padded()),
                Layouts.Axis(x2, points.X2.Padded()),
                legendEntries: points.Classes.Length),
            AltText = $"Scatter plot of {points.Describe(x1, x2)}{DescribeLine(line, points.X1)}",
        };
    }

    private static IEnumerable<Trace> Through(Func<double, double>? line, Interval range, string x1, string x2)
    {
        if (line is null) yield break;

        yield return FunctionTrace(line, range, x1, x2) with { Line = new Line(Palette.Neutral, 3), ShowLegend = false };
    }

    private static string DescribeLine(Func<double, double>? line, Interval range) => line is null
        ? ""
        : Invariant.Text($" A line goes from ({range.Min:G3}, {line(range.Min):G3}) to ({range.Max:G3}, {line(range.Max):G3}).");
}
