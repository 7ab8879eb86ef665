using System.Collections.Immutable;
using Neurones.Charts.Plotly;

namespace Neurones.Charts.Style;

/// <summary>Equal plots side by side and below each other, counted row by row from 0, each with a title of its own.</summary>
/// <param name="count">How many plots.</param>
/// <param name="columns">How many side by side.</param>
/// <param name="gap">The room between two plots for axes and titles, as a part of a plot's width.</param>
/// <param name="axisHeight">The room below each plot for its axis, in pixels.</param>
internal sealed class Panels(int count, int columns, double gap = 0.35, double axisHeight = 46)
{
    private const int TitleHeight = 26;

    private readonly int _rows = (count + columns - 1) / columns;

    /// <summary>The axes of a plot as traces name them: "x", "x2", ...</summary>
    public static (string X, string Y) AxesOf(int panel) => panel == 0 ? ("x", "y") : (Invariant("x", panel), Invariant("y", panel));

    /// <summary>The layout with all plots.</summary>
    /// <param name="title">The figure's title.</param>
    /// <param name="plotHeight">The height of each plot in pixels, without its title and axis.</param>
    /// <param name="legendEntries">How many entries the legend has.</param>
    /// <param name="panel">Title and axes of each plot.</param>
    public Layout Layout(string title, double plotHeight, int legendEntries, Func<int, (string Title, Axis X, Axis Y)> panel)
    {
        var rowHeight = plotHeight + TitleHeight + axisHeight;
        var layout = Layouts.Titled(title, legendEntries, height: 0);
        var axes = new SortedDictionary<string, object>(StringComparer.Ordinal);
        var titles = ImmutableArray.CreateBuilder<Annotation>(count);
        for (var i = 0; i < count; i++)
        {
            var (name, x, y) = panel(i);
            var (row, column) = (i / columns, i % columns);
            var (xName, yName) = AxesOf(i);
            axes["xaxis" + xName[1..]] = Layouts.Flat(x) with { Domain = Along(column), Anchor = yName };
            axes["yaxis" + yName[1..]] = Layouts.Flat(y) with { Domain = Down(row, plotHeight, rowHeight), Anchor = xName };
            titles.Add(new Annotation(0, 1, name) { XRef = xName + " domain", YRef = yName + " domain", XAnchor = "left", Font = new Font(Size: 13) });
        }

        return layout with
        {
            Height = layout.Margin.T + (_rows * rowHeight) + 8,
            Margin = layout.Margin with { B = 8 },
            MoreAxes = axes,
            Annotations = titles.ToImmutable(),
        };
    }

    private static string Invariant(string axis, int panel) => FormattableString.Invariant($"{axis}{panel + 1}");

    private ImmutableArray<double> Along(int column)
    {
        var width = 1 / (columns + (gap * (columns - 1)));
        var left = column * width * (1 + gap);
        return [Math.Round(left, 4), Math.Round(Math.Min(1, left + width), 4)];
    }

    // Each row has its title above and its axis below the plot.
    private ImmutableArray<double> Down(int row, double plotHeight, double rowHeight)
    {
        var top = 1 - (((row * rowHeight) + TitleHeight) / (_rows * rowHeight));
        return [Math.Round(Math.Max(0, top - (plotHeight / (_rows * rowHeight))), 4), Math.Round(top, 4)];
    }
}
