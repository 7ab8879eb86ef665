using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>Gradient descent on the curve of a cost of one weight, with play button and slider: each way in a plot of its own, faint as a whole and clear as far as it has come.</summary>
    /// <param name="cost">The cost for each value of the weight.</param>
    /// <param name="range">Which values of the weight are drawn, from where to where.</param>
    /// <param name="paths">Each way's name, such as "rate 0.1", and the values of the weight, first to last; of more than 40 the first 40 are shown.</param>
    /// <param name="weight">The name of the weight.</param>
    /// <param name="costName">The name of the cost.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There is no way, one is empty, or the range isn't one.</exception>
    public static Figure DescentOnCurve(
        Func<double, double> cost,
        (double Min, double Max) range,
        IReadOnlyList<(string Name, IReadOnlyList<double> Weights)> paths,
        string weight = "w",
        string costName = "cost",
        string? title = null)
    {
        ArgumentNullException.ThrowIfNull(cost);
        ArgumentNullException.ThrowIfNull(paths);
        var interval = Interval.Checked(range, nameof(range));
        if (paths.Count == 0) throw new ArgumentException("There is no way to show: give at least one (name, weights).", nameof(paths));
        foreach (var (name, weights) in paths)
        {
            if (weights is null || weights.Count == 0) throw new ArgumentException($"The way {name} has no weights: record at least one.", nameof(paths));
        }

        var ends = paths.Select(path => path.Weights[Math.Min(path.Weights.Count, Keyframes.Most) - 1]).ToArray();

        var steps = Math.Min(Keyframes.Most, paths.Max(path => path.Weights.Count));
        ImmutableArray<Trace> still = [.. paths.Select((_, panel) => Curve(panel)), .. paths.Select((path, panel) => WholeWay(path.Weights, panel))];
        var moving = Enumerable.Range(still.Length, 2 * paths.Count).ToImmutableArray();
        ImmutableArray<Frame> frames = [.. Enumerable.Range(0, steps).Select(step => new Frame(
            Invariant.Text($"{step}"),
            [.. paths.Select((path, panel) => Way(path.Weights, step, panel)), .. paths.Select((path, panel) => Now(path.Weights, step, panel))],
            moving))];
        var heights = Interval.Of(interval.Steps(FunctionSteps).Select(cost)).Padded();
        var layout = new Panels(paths.Count, Math.Min(paths.Count, 3), gap: 0.3).Layout(
            title ?? $"Gradient descent on the {costName}",
            plotHeight: 230,
            legendEntries: 0,
            panel => (paths[panel].Name, Layouts.Axis(weight, interval) with { NTicks = 5 }, Layouts.Axis(costName, heights)));
        return new Figure
        {
            Traces = [.. still, .. frames[0].Data],
            Frames = frames,
            Layout = Playback.Below(layout, frames, "step ", milliseconds: 400),
            AltText = $"{(paths.Count == 1 ? "Plot" : Invariant.Text($"{paths.Count} plots"))} of the {costName} over {weight}, with the steps of {(paths.Count == 1 ? "a descent" : "one descent each")}. "
                + string.Join(" ", paths.Zip(ends, (path, end) => Invariant.Text(
                    $"{path.Name}: {weight} goes from {path.Weights[0]:G4} to {end:G4}, the {costName} from {cost(path.Weights[0]):G4} to {cost(end):G4}."))),
        };

        ScatterTrace Curve(int panel) => FunctionTrace(cost, interval, weight, costName) with
        {
            ShowLegend = false,
            XAxis = Panels.AxesOf(panel).X,
            YAxis = Panels.AxesOf(panel).Y,
        };

        ScatterTrace WholeWay(IReadOnlyList<double> weights, int panel) => Way(weights, Keyframes.Most - 1, panel) with
        {
            Name = "whole descent",
            Marker = new Marker(Palette.Path, 5, "circle"),
            Opacity = 0.5,
            HoverInfo = "skip",
            HoverTemplate = null,
        };

        ScatterTrace Way(IReadOnlyList<double> weights, int step, int panel)
        {
            ImmutableArray<double> soFar = [.. weights.Take(step + 1)];
            return new ScatterTrace
            {
                Name = "descent",
                X = soFar,
                Y = [.. soFar.Select(cost)],
                Mode = "lines+markers",
                Line = new Line(Palette.Path, 1.5) { Simplify = false },
                Marker = new Marker(Palette.Path, 7, "circle", new Line(Palette.PathHalo, 1)),
                ShowLegend = false,
                XAxis = Panels.AxesOf(panel).X,
                YAxis = Panels.AxesOf(panel).Y,
                HoverTemplate = $"{weight} = %{{x:.4~g}}<br>{costName} %{{y:.4~g}}<extra></extra>",
            };
        }

        ScatterTrace Now(IReadOnlyList<double> weights, int step, int panel)
        {
            var now = weights[Math.Min(step, weights.Count - 1)];
            return Way([now], 0, panel) with
            {
                Name = "now",
                Mode = "markers",
                Marker = new Marker(Palette.Path, 13, "circle", new Line(Palette.PathHalo, 1.5)),
            };
        }
    }
}
