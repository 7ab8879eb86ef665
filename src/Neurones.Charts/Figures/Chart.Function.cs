using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    private const int FunctionSteps = 161;

    /// <summary>The graph of a function, such as the sigmoid.</summary>
    /// <param name="function">The function; NaN is a gap.</param>
    /// <param name="range">From where to where along x.</param>
    /// <param name="xAxis">The name of what goes in.</param>
    /// <param name="yAxis">The name of what comes out.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">The range is empty or not finite.</exception>
    public static Figure Function(
        Func<double, double> function,
        (double Min, double Max) range,
        string xAxis = "x",
        string yAxis = "y",
        string? title = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        var interval = Interval.Checked(range, nameof(range));
        var graph = FunctionTrace(function, interval, xAxis, yAxis);
        return new Figure
        {
            Traces = [graph],
            Layout = Layouts.Plane(title ?? $"{yAxis} by {xAxis}", Layouts.Axis(xAxis, interval), new Axis(yAxis)),
            AltText = Invariant.Text($"Graph of {yAxis} by {xAxis} from {interval}: {yAxis} goes from {graph.Y[0]:G4} to {graph.Y[^1]:G4}; range {Interval.Of(graph.Y)}."),
        };
    }

    private static ScatterTrace FunctionTrace(Func<double, double> function, Interval range, string xAxis, string yAxis)
    {
        var x = range.Steps(FunctionSteps);
        return LineTrace(yAxis, x, [.. x.Select(function)], series: 0, xAxis, yAxis);
    }
}
