using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    private const int ArrowsPerSide = 8;

    /// <summary>
    /// The gradients of a cost of two weights, as arrows on its map: each begins where it is computed and points uphill, at a
    /// right angle to the lines of equal cost; the longest arrow is the steepest place.
    /// </summary>
    /// <param name="cost">The cost for w1 and w2.</param>
    /// <param name="gradient">Its slopes along w1 and along w2.</param>
    /// <param name="w1">The range of the first weight.</param>
    /// <param name="w2">The range of the second weight.</param>
    /// <param name="w1Name">The name of the first weight.</param>
    /// <param name="w2Name">The name of the second weight.</param>
    /// <param name="costName">The name of the cost.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">A range is empty or not finite, or a slope isn't a finite number.</exception>
    public static Figure GradientField(
        Func<double, double, double> cost,
        Func<double, double, (double dw1, double dw2)> gradient,
        (double Min, double Max) w1,
        (double Min, double Max) w2,
        string w1Name = "w1",
        string w2Name = "w2",
        string costName = "log loss",
        string? title = null)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        var landscape = CostLandscape.Of(cost, w1, w2, count: 100);
        var arrows = Arrows(landscape, gradient);
        var map = CostContour(landscape, path: null, w1Name, w2Name, costName, title ?? $"The gradients of the {costName}: uphill, and how steeply");
        var steepest = arrows.MaxBy(arrow => arrow.Size);
        return map with
        {
            Traces = [CostMap(landscape, w1Name, w2Name, costName) with { ColorBar = ShortBar() }, Strokes(arrows, new Line(Palette.PathHalo, 4)), Strokes(arrows, new Line(Palette.OnMap, 2)), Tails()],
            // One unit is equally long in both directions, or a right angle wouldn't look like one.
            Layout = map.Layout with { YAxis = map.Layout.YAxis! with { ScaleAnchor = "x", Constrain = "domain" }, XAxis = map.Layout.XAxis! with { Constrain = "domain" } },
            AltText = map.AltText + Invariant.Text($" {arrows.Length} arrows show the gradient, uphill; the steepest, {steepest.Size:G3}, at {w1Name} = {steepest.W1:G3}, {w2Name} = {steepest.W2:G3}."),
        };

        // On a telephone the plot is as low as it is narrow, and a bar of the room's height would stand out above and below.
        ColorBar ShortBar() => landscape.ColorBar(costName) with { LenMode = "pixels", Len = 220 };

        ScatterTrace Tails() => new()
        {
            Name = "gradient",
            X = [.. arrows.Select(arrow => arrow.W1)],
            Y = [.. arrows.Select(arrow => arrow.W2)],
            Text = [.. arrows.Select(arrow => Invariant.Text($"d{w1Name} = {arrow.dw1:G3}, d{w2Name} = {arrow.dw2:G3}"))],
            Mode = "markers",
            Marker = new Marker(Palette.OnMap, 6, "circle", new Line(Palette.PathHalo, 1)),
            ShowLegend = false,
            HoverTemplate = $"{w1Name} = %{{x:.3~g}}, {w2Name} = %{{y:.3~g}}<br>%{{text}}<extra></extra>",
        };
    }

    private static ImmutableArray<Arrow> Arrows(CostLandscape landscape, Func<double, double, (double, double)> gradient)
    {
        var (across, up) = (landscape.W1.Length / (ArrowsPerSide + 1), landscape.W2.Length / (ArrowsPerSide + 1));
        var arrows = ImmutableArray.CreateBuilder<Arrow>(ArrowsPerSide * ArrowsPerSide);
        for (var row = 0; row < ArrowsPerSide; row++)
        {
            for (var column = 0; column < ArrowsPerSide; column++)
            {
                var (w1, w2) = (landscape.W1.Min + ((column + 1) * across), landscape.W2.Min + ((row + 1) * up));
                var (dw1, dw2) = gradient(w1, w2);
                if (!double.IsFinite(dw1 + dw2))
                {
                    throw new ArgumentException(Invariant.Text($"The gradient at ({w1:G4}, {w2:G4}) is ({dw1:G4}, {dw2:G4}): only finite slopes can be drawn."), nameof(gradient));
                }

                arrows.Add(new(w1, w2, dw1, dw2));
            }
        }

        var longest = arrows.Max(arrow => arrow.Size);
        var scale = longest > 0 ? Math.Min(across, up) / longest : 0;
        return [.. arrows.Select(arrow => arrow with { Scale = scale })];
    }

    private static ScatterTrace Strokes(ImmutableArray<Arrow> arrows, Line line) => new()
    {
        Name = "arrows",
        X = [.. arrows.SelectMany(arrow => arrow.Outline.Select(place => place.X).Append(arrow.W1))],
        Y = [.. arrows.SelectMany(arrow => arrow.Outline.Select(place => place.Y).Append(double.NaN))],
        Mode = "lines",
        Line = line,
        ShowLegend = false,
        HoverInfo = "skip",
    };

    /// <summary>A gradient at a place, drawn Scale times as long as it is.</summary>
    private readonly record struct Arrow(double W1, double W2, double dw1, double dw2, double Scale = 0)
    {
        private const double HeadLength = 0.3;
        private const double HeadWidth = 0.16;

        public double Size => double.Hypot(dw1, dw2);

        /// <summary>From the tail to the tip, and round the head.</summary>
        public IEnumerable<(double X, double Y)> Outline
        {
            get
            {
                var (x, y) = (Scale * dw1, Scale * dw2);
                var tip = (W1 + x, W2 + y);
                var neck = (X: tip.Item1 - (HeadLength * x), Y: tip.Item2 - (HeadLength * y));
                return [(W1, W2), tip, (neck.X - (HeadWidth * y), neck.Y + (HeadWidth * x)), tip, (neck.X + (HeadWidth * y), neck.Y - (HeadWidth * x))];
            }
        }
    }
}
