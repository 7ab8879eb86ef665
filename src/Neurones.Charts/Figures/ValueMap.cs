using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>A map of what a model or a neuron answers, and the points on it.</summary>
internal static class ValueMap
{
    /// <summary>The values in colour, and the line where they are half-way between the values of the first and of the last colour.</summary>
    public static ContourTrace Of(string name, Grid map, Interval colors, double line)
    {
        var middle = (colors.Min + colors.Max) / 2;
        return new()
        {
            Name = name,
            X = map.X1,
            Y = map.X2,
            Z = map.Values,
            ZMin = colors.Min,
            ZMax = colors.Max,
            ColorScale = Palette.Probability,
            Contours = new Contours(Start: middle, End: middle, Size: 1, Coloring: "heatmap"),
            Line = new Line(Palette.Neutral, line),
        };
    }

    /// <summary>The points on a map of several: of this size, and in the legend of one of them.</summary>
    public static IEnumerable<Trace> Points(LabelledPoints points, string x1, string x2, double size, int panel, bool showLegend) =>
        Chart.PointTraces(points, x1, x2).Cast<ScatterTrace>().Select(trace => trace with
        {
            Marker = trace.Marker! with { Size = size, Line = new Line("rgba(255,255,255,0.7)", 0.5) },
            ShowLegend = showLegend,
            LegendGroup = trace.Name,
            XAxis = Panels.AxesOf(panel).X,
            YAxis = Panels.AxesOf(panel).Y,
        });
}
