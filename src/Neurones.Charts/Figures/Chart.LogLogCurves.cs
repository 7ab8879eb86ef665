using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>
    /// Several curves over the same places, both axes in powers of ten: there equal distances are equal factors, such as
    /// one method being ten times as fast as another.
    /// </summary>
    /// <param name="x">The places, all positive, such as numbers of samples.</param>
    /// <param name="curves">Each curve's name and its value at each place, all positive.</param>
    /// <param name="xAxis">What is counted.</param>
    /// <param name="yAxis">What is measured, with its unit.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There is no curve or no place, a curve has not one value for each place, or a number isn't positive.</exception>
    public static Figure LogLogCurves(
        IReadOnlyList<double> x,
        IReadOnlyList<(string Name, IReadOnlyList<double> Values)> curves,
        string xAxis,
        string yAxis,
        string? title = null)
    {
        CheckPositive("x", x, nameof(x));
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count == 0) throw new ArgumentException("There is no curve: give at least one (name, values).", nameof(curves));

        foreach (var (name, values) in curves)
        {
            CheckPositive($"The curve {name}", values, nameof(curves));
            if (values.Count != x.Count)
            {
                throw new ArgumentException(Invariant.Text($"The curve {name} has {values.Count} values but x has {x.Count}: give one value for each x."), nameof(curves));
            }
        }

        return new Figure
        {
            Traces = [.. curves.Select((curve, index) =>
                LineTrace(curve.Name, [.. x], [.. curve.Values], index, xAxis, yAxis) with { Mode = "lines+markers" })],
            Layout = Layouts.Plane(title ?? $"{Capitalised(yAxis)} by {xAxis}", Powers(xAxis, x), Powers(yAxis, curves.SelectMany(curve => curve.Values)), legendEntries: curves.Count),
            AltText = $"Line chart of {yAxis} by {xAxis}, both axes logarithmic. "
                + string.Join(" ", curves.Select(curve => Invariant.Text(
                    $"{curve.Name}: {curve.Values[0]:G3} at {x[0]:G6}, {curve.Values[^1]:G3} at {x[^1]:G6}."))),
        };
    }

    /// <summary>A tick at each power of ten; over many of them every third one, written as a power.</summary>
    private static Axis Powers(string title, IEnumerable<double> values)
    {
        var range = Interval.Of(values);
        var wide = range.Max / range.Min > 1e8;
        return new(title) { Type = "log", DTick = wide ? 3 : 1, ExponentFormat = wide ? "power" : "none" };
    }

    private static void CheckPositive(string name, IReadOnlyList<double> values, string argument)
    {
        ArgumentNullException.ThrowIfNull(values, argument);
        if (values.Count == 0) throw new ArgumentException($"{name} has no values: give at least one.", argument);

        foreach (var value in values)
        {
            if (!(value > 0 && double.IsFinite(value)))
            {
                throw new ArgumentException(Invariant.Text($"{name} has the value {value}: powers of ten are positive, so on these axes all numbers must be."), argument);
            }
        }
    }
}
