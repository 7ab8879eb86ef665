using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>Several maps of the same plane side by side, each with the points and the line where its values are half-way.</summary>
/// <param name="points">The points, drawn on every map.</param>
/// <param name="x1">The name of the first variable.</param>
/// <param name="x2">The name of the second variable.</param>
/// <param name="quantity">What the colours show.</param>
/// <param name="colors">The values of the first and of the last colour, the same on every map.</param>
internal sealed class MapPanels(LabelledPoints points, string x1, string x2, string quantity, Interval colors)
{
    private const double Legend = 78;

    private readonly double _middle = (colors.Min + colors.Max) / 2;

    /// <summary>On how much of the map the values are at least half-way, from 0 to 1.</summary>
    public double ShareOfHigh(Grid map) => map.ShareFrom(_middle);

    /// <summary>One panel for each map, in their order.</summary>
    public Figure Draw(IReadOnlyList<(string Name, Grid Map)> maps, string title, string altText)
    {
        var columns = maps.Count switch { <= 3 => maps.Count, 4 => 2, <= 9 => 3, _ => 4 };
        var layout = new Panels(maps.Count, columns, gap: 0.1, axisHeight: 6).Layout(
            title,
            plotHeight: columns < 3 ? 200 : columns == 3 ? 150 : 110,
            legendEntries: points.Classes.Length,
            panel => (
                maps[panel].Name,
                Layouts.Axis(x1, points.X1.Padded()) with { NTicks = 4, Visible = panel + columns >= maps.Count ? null : false },
                Layouts.Axis(x2, points.X2.Padded()) with { NTicks = 4, Visible = panel % columns == 0 ? null : false }));
        return new Figure
        {
            Traces = [.. maps.SelectMany((map, panel) => Points(panel).Prepend(Contour(map.Name, map.Map, panel)))],
            Layout = layout with { Height = layout.Height + Legend, Margin = layout.Margin with { B = layout.Margin.B + Legend } },
            AltText = altText,
        };
    }

    private IEnumerable<Trace> Points(int panel) => ValueMap.Points(points, x1, x2, size: 5, panel, showLegend: panel == 0);

    private ContourTrace Contour(string name, Grid map, int panel) => ValueMap.Of(name, map, colors, line: 2) with
    {
        ShowScale = panel == 0,
        ColorBar = panel == 0 ? ColorBar.Below(quantity, distance: 44) with { TickVals = colors.Steps(3) } : null,
        XAxis = Panels.AxesOf(panel).X,
        YAxis = Panels.AxesOf(panel).Y,
        HoverTemplate = $"{name}<br>{x1} = %{{x:.3~g}}<br>{x2} = %{{y:.3~g}}<br>{quantity} %{{z:.2f}}<extra></extra>",
    };
}
