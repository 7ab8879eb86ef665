using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>
    /// A slope measured on a curve, with slider and play: the line through the points at - h and at + h, for smaller and
    /// smaller h, until it touches the curve.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="range">Which part of it is drawn, from where to where.</param>
    /// <param name="at">Where the slope is measured, inside the range.</param>
    /// <param name="steps">The values of h, one for each picture, all positive.</param>
    /// <param name="xAxis">The name of what goes in.</param>
    /// <param name="yAxis">The name of what comes out.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">The range isn't one, at lies outside it, or there is no h, or one that isn't positive.</exception>
    public static Figure SlopeOnCurve(
        Func<double, double> function,
        (double Min, double Max) range,
        double at,
        IReadOnlyList<double> steps,
        string xAxis = "x",
        string yAxis = "y",
        string? title = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(steps);
        var interval = Interval.Checked(range, nameof(range));
        if (!interval.Contains(at)) throw new ArgumentException(Invariant.Text($"at is {at}, but the range goes from {interval}: choose a place inside."), nameof(at));
        if (steps.Count == 0) throw new ArgumentException("There is no h: give at least one.", nameof(steps));
        foreach (var h in steps)
        {
            if (!(h > 0 && double.IsFinite(h))) throw new ArgumentException(Invariant.Text($"An h is {h}: a step has a positive length."), nameof(steps));
        }

        var curve = FunctionTrace(function, interval, xAxis, yAxis) with { ShowLegend = false };
        var heights = Interval.Of([.. curve.Y, .. steps.SelectMany(h => new[] { function(at - h), function(at + h) })]).Padded();
        var (places, top) = (Interval.Of([.. interval.Ends, .. steps.SelectMany(h => new[] { at - h, at + h })]), heights.Max + (0.22 * heights.Length));
        ImmutableArray<Frame> frames = [.. steps.Select((h, i) => new Frame(Invariant.Text($"{h}"), Measured(h), [1, 2, 3, 4]))];
        var layout = Layouts.Plane(
            title ?? $"The slope of {yAxis}, measured",
            Layouts.Axis(xAxis, places),
            Layouts.Axis(yAxis, new(heights.Min, top)));
        return new Figure
        {
            Traces = [curve, .. frames[0].Data],
            Frames = frames,
            Layout = Playback.Below(layout, frames, "h = ", milliseconds: 1200),
            AltText = Invariant.Text($"Animation of {steps.Count} lines through two points of the curve of {yAxis}, closer and closer to {xAxis} = {at:G4}. ")
                + string.Join(", ", steps.Select(h => Invariant.Text($"h = {h:G4}: slope {Slope(h):0.0000}"))) + ".",
        };

        double Slope(double h) => (function(at + h) - function(at - h)) / (2 * h);

        ImmutableArray<Trace> Measured(double h)
        {
            var (below, above, slope) = (function(at - h), function(at + h), Slope(h));
            return
            [
                Line([at - h, at + h, at + h], [below, below, above], new Line(Palette.Neutral, 1.5, "dot")),
                Line([places.Min, places.Max], [below + (slope * (places.Min - at + h)), below + (slope * (places.Max - at + h))], new Line(Palette.Path, 2)),
                Line([at - h, at + h], [below, above], null) with
                {
                    Mode = "markers",
                    Marker = new Marker(Palette.Path, 10, "circle", new Line(Palette.PathHalo, 1)),
                    ClipOnAxis = false,
                    HoverInfo = null,
                    HoverTemplate = $"{xAxis} = %{{x:.4~g}}<br>{yAxis} = %{{y:.4~g}}<extra></extra>",
                },
                Sheet.Texts([new(places.Min + (0.01 * places.Length), top, Invariant.Text($"rise {above - below:0.0000}, run {2 * h:0.####}<br><b>slope {slope:0.0000}</b>"))], new Font(14, Palette.Pink), "bottom right"),
            ];
        }

        static ScatterTrace Line(ImmutableArray<double> x, ImmutableArray<double> y, Line? line) =>
            new() { X = x, Y = y, Mode = "lines", Line = line, ShowLegend = false, HoverInfo = "skip" };
    }
}
