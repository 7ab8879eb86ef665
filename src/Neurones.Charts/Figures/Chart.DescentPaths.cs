using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    private const int MostStretches = 40; // Between the frames: a fifth of a way ends at one.
    private const int MostPointsOfAPath = 600;

    /// <summary>
    /// Several descents on one map of a cost, with play button and slider: each faint as a whole and clear as far as it has
    /// come. All take the same time, however many steps they have; a click on a name of the legend hides or shows its descent.
    /// </summary>
    /// <param name="cost">The cost for w1 and w2.</param>
    /// <param name="w1">The range of the first weight.</param>
    /// <param name="w2">The range of the second weight.</param>
    /// <param name="paths">Each descent's name, such as "rate 0.1", and its weights, first to last; of more than 600 steps that many are drawn.</param>
    /// <param name="w1Name">The name of the first weight.</param>
    /// <param name="w2Name">The name of the second weight.</param>
    /// <param name="costName">The name of the cost.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <remarks>Lines and colours follow the logarithm of the cost where it is positive, so that a valley is seen beside high walls.</remarks>
    /// <exception cref="ArgumentException">A range is empty or not finite, there is no descent, or one without weights.</exception>
    public static Figure DescentPaths(
        Func<double, double, double> cost,
        (double Min, double Max) w1,
        (double Min, double Max) w2,
        IReadOnlyList<(string Name, IReadOnlyList<(double W1, double W2)> Steps)> paths,
        string w1Name = "w1",
        string w2Name = "w2",
        string costName = "log loss",
        string? title = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count == 0) throw new ArgumentException("There is no descent: give at least one (name, steps).", nameof(paths));
        foreach (var (name, steps) in paths)
        {
            if (steps is null || steps.Count == 0) throw new ArgumentException($"The descent {name} has no weights: record at least one pair.", nameof(paths));
        }

        var landscape = CostLandscape.Of(cost, w1, w2, count: 100);
        var longest = paths.Max(path => path.Steps.Count) - 1;
        var sameLength = paths.All(path => path.Steps.Count == longest + 1);
        var count = Math.Min(longest, MostStretches) + 1;
        var ground = CostMap(landscape, w1Name, w2Name, costName) with { ColorScale = Palette.CostBelowPaths, ColorBar = landscape.ColorBar(costName) };
        ImmutableArray<Trace> still = [ground, .. paths.Select(Whole)];
        var moving = Enumerable.Range(still.Length, 2 * paths.Count).ToImmutableArray();
        ImmutableArray<Frame> frames = [.. Enumerable.Range(0, count).Select(i => count > 1 ? i / (count - 1.0) : 1).Select(share => new Frame(
            sameLength ? Invariant.Text($"{share * longest:0}") : Invariant.Text($"{100 * share:0} %"),
            [.. paths.Select((path, index) => SoFar(path, index, share)), .. paths.Select((path, index) => Now(path, index, share))],
            moving))];
        var layout = Layouts.Plane(
            title ?? Invariant.Text($"{paths.Count} descents on the {costName}"),
            Layouts.Axis(w1Name, landscape.W1),
            Layouts.Axis(w2Name, landscape.W2),
            legendEntries: paths.Count);
        return new Figure
        {
            Traces = [.. still, .. frames[0].Data],
            Frames = frames,
            Layout = Playback.Below(layout, frames, sameLength ? "step " : "way: ", milliseconds: 150),
            AltText = $"Contour map of the {costName} over {w1Name} and {w2Name}, with descents on it. {landscape.Describe(w1Name, w2Name, costName, path: [])} "
                + string.Join(" ", paths.Select(path => Invariant.Text(
                    $"{path.Name}: {path.Steps.Count - 1} steps from {Place(path.Steps[0])} to {Place(path.Steps[^1])}."))),
        };

        ScatterTrace Whole((string Name, IReadOnlyList<(double W1, double W2)> Steps) path, int index) => SoFar(path, index, 1) with
        {
            ShowLegend = false,
            Opacity = 0.45,
            HoverInfo = "skip",
            HoverTemplate = null,
        };

        ScatterTrace SoFar((string Name, IReadOnlyList<(double W1, double W2)> Steps) path, int index, double share)
        {
            var last = Math.Round(share * (path.Steps.Count - 1));
            var points = (int)Math.Min(last + 1, MostPointsOfAPath);
            ImmutableArray<(double W1, double W2)> steps =
                [.. Enumerable.Range(0, points).Select(i => path.Steps[(int)(points > 1 ? i * last / (points - 1) : last)])];
            return new ScatterTrace
            {
                Name = path.Name,
                LegendGroup = path.Name,
                X = [.. steps.Select(step => step.W1)],
                Y = [.. steps.Select(step => step.W2)],
                Mode = "lines",
                Line = new Line(Palette.Series[index % Palette.Series.Length], 2) { Simplify = false },
                HoverTemplate = $"{w1Name} = %{{x:.4~g}}<br>{w2Name} = %{{y:.4~g}}",
            };
        }

        ScatterTrace Now((string Name, IReadOnlyList<(double W1, double W2)> Steps) path, int index, double share)
        {
            var (at1, at2) = path.Steps[(int)Math.Round(share * (path.Steps.Count - 1))];
            return SoFar(path, index, 0) with
            {
                X = [at1],
                Y = [at2],
                Mode = "markers",
                ShowLegend = false,
                Line = null,
                Marker = Palette.Class(index, 12) with { Color = Palette.Series[index % Palette.Series.Length], Line = new Line(Palette.PathHalo, 1.5) },
            };
        }

        static string Place((double W1, double W2) at) => Invariant.Text($"({at.W1:G3}, {at.W2:G3})");
    }
}
