using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>One value after the other as a line, such as the loss of each iteration.</summary>
    /// <param name="values">The values; the first stands at 0. NaN is a gap.</param>
    /// <param name="xAxis">What is counted.</param>
    /// <param name="yAxis">What is measured.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static Figure Curve(
        IReadOnlyList<double> values,
        string xAxis = "iteration",
        string yAxis = "log loss",
        string? title = null) =>
        Lines([(yAxis, values)], xAxis, yAxis, title, nameof(values));

    /// <summary>Several curves of log loss by iteration in one plot, such as those of different learning rates.</summary>
    /// <param name="curves">Each curve's name and values.</param>
    /// <exception cref="ArgumentException">There is no curve, or one without values.</exception>
    public static Figure Curves(params (string Name, IReadOnlyList<double> Values)[] curves) =>
        Curves(curves, xAxis: "iteration");

    /// <summary>Several curves in one plot.</summary>
    /// <param name="curves">Each curve's name and values; the first value stands at 0. NaN is a gap.</param>
    /// <param name="xAxis">What is counted.</param>
    /// <param name="yAxis">What is measured.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There is no curve, or one without values.</exception>
    public static Figure Curves(
        IReadOnlyList<(string Name, IReadOnlyList<double> Values)> curves,
        string xAxis = "iteration",
        string yAxis = "log loss",
        string? title = null)
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count == 0) throw new ArgumentException("There is no curve: give at least one (name, values).", nameof(curves));

        return Lines(curves, xAxis, yAxis, title, nameof(curves));
    }

    private static Figure Lines(
        IReadOnlyList<(string Name, IReadOnlyList<double> Values)> curves, string xAxis, string yAxis, string? title, string argument)
    {
        foreach (var (name, values) in curves)
        {
            ArgumentNullException.ThrowIfNull(values, argument);
            if (values.Count == 0) throw new ArgumentException($"The curve {name} has no values: record at least one.", argument);
        }

        return new Figure
        {
            Traces = [.. curves.Select((curve, index) => CurveTrace(curve.Name, curve.Values, index, xAxis, yAxis))],
            Layout = Layouts.Plane(
                title ?? $"{Capitalised(yAxis)} by {xAxis}",
                new Axis(xAxis),
                new Axis(yAxis),
                legendEntries: curves.Count > 1 ? curves.Count : 0),
            AltText = $"Line chart of {yAxis} by {xAxis}. {string.Join(" ", curves.Select(curve => DescribeCurve(curve.Name, curve.Values)))}",
        };
    }

    private static ScatterTrace CurveTrace(string name, IReadOnlyList<double> values, int index, string xAxis, string yAxis)
    {
        var kept = Thinning.Indices(values);
        return LineTrace(name, [.. kept.Select(i => (double)i)], [.. kept.Select(i => values[i])], index, xAxis, yAxis);
    }

    private static ScatterTrace LineTrace(
        string name, ImmutableArray<double> x, ImmutableArray<double> y, int series, string xAxis, string yAxis) => new()
        {
            Name = name,
            X = x,
            Y = y,
            Mode = y.Length == 1 ? "markers" : "lines",
            Line = Palette.SeriesLine(series),
            HoverTemplate = $"{xAxis} %{{x}}<br>{yAxis} = %{{y:.4~g}}",
        };

    private static string DescribeCurve(string name, IReadOnlyList<double> values) =>
        Invariant.Text($"{name}: {values.Count} values, from {values[0]:G4} at first to {values[^1]:G4} at last; range {Interval.Of(values)}.");

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
