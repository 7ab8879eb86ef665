using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>What a neuron of the plane that answers only 0 or 1 does: a colour for each answer, and the line between them.</summary>
internal static class HalfPlanes
{
    /// <summary>The two colours: that of class 1 where z is 0 or more.</summary>
    public static ContourTrace Map(PlaneNeuron neuron, Interval x1, Interval x2, int panel = 0) => new()
    {
        X = x1.Ends,
        Y = x2.Ends,
        Z = Corners(neuron, x1, x2),
        ZMin = -1,
        ZMax = 1,
        ColorScale = Palette.ProbabilityBands,
        Opacity = 0.3,
        Contours = new Contours(Start: 0, End: 0, Size: 2, Coloring: "fill"),
        Line = new Line(Palette.Transparent, 0),
        ShowScale = false,
        HoverInfo = "skip",
        XAxis = Panels.AxesOf(panel).X,
        YAxis = Panels.AxesOf(panel).Y,
    };

    /// <summary>The line where z is 0; where there is none it has no length, so that the legend keeps its entry.</summary>
    public static ScatterTrace Line(string name, PlaneNeuron neuron, Interval x1, Interval x2, int panel = 0)
    {
        var (ends1, ends2) = neuron.Boundary(x1, x2);
        var isThere = double.IsFinite(ends1[0]);
        return new ScatterTrace
        {
            Name = name,
            X = isThere ? ends1 : [x1.Min, x1.Min],
            Y = isThere ? ends2 : [x2.Min, x2.Min],
            Mode = "lines",
            Line = new Line(Palette.Neutral, 3),
            ShowLegend = false,
            HoverInfo = "skip",
            XAxis = Panels.AxesOf(panel).X,
            YAxis = Panels.AxesOf(panel).Y,
        };
    }

    // z is linear: its values at the corners are enough for plotly.js to find the line. On it the answer is 1, so 0 counts as more.
    private static ImmutableArray<ImmutableArray<double>> Corners(PlaneNeuron neuron, Interval x1, Interval x2) =>
        [.. x2.Ends.Select(v => x1.Ends.Select(u => neuron.Z(u, v) is var z && z == 0 ? 1e-9 : z).ToImmutableArray())];
}
