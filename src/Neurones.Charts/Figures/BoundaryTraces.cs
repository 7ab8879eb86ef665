using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>What a neuron answers everywhere in a rectangle, in colour, and the line where its answer is 0.5: light enough for an animation.</summary>
internal static class BoundaryTraces
{
    private const int MapGrid = 32;

    public static IEnumerable<Trace> Of(PlaneNeuron neuron, Interval range1, Interval range2, (string X, string Y)? axes = null)
    {
        var map = Grid.Of((u, v) => Math.Round(neuron.A(u, v), 3), range1, range2, MapGrid);
        yield return new ContourTrace
        {
            X = map.X1,
            Y = map.X2,
            Z = map.Values,
            ZMin = 0,
            ZMax = 1,
            ColorScale = Palette.ProbabilityBands,
            Opacity = Palette.BandOpacity,
            Contours = new Contours(Start: 0.05, End: 0.95, Size: 0.05, Coloring: "fill"),
            Line = new Line(Palette.Transparent, 0),
            ShowScale = false,
            HoverInfo = "skip",
            XAxis = axes?.X,
            YAxis = axes?.Y,
        };

        var (ends1, ends2) = neuron.Boundary(range1, range2);
        yield return new ScatterTrace
        {
            Name = "a = 0.5",
            X = ends1,
            Y = ends2,
            Mode = "lines",
            Line = new Line(Palette.Neutral, 3),
            ShowLegend = false,
            HoverInfo = "skip",
            XAxis = axes?.X,
            YAxis = axes?.Y,
        };
    }
}
