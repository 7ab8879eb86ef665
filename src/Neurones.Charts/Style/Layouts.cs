using System.Text;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;

namespace Neurones.Charts.Style;

/// <summary>Layouts with the room that titles and legends need, at 360 pixels' width as at 700.</summary>
internal static class Layouts
{
    private const int CharactersPerLine = 40;
    private const int LegendEntriesPerRow = 2;

    private static readonly Font AxisFont = new(Size: 13);

    /// <summary>One plot with two axes.</summary>
    public static Layout Plane(string title, Axis x, Axis y, int legendEntries = 0) =>
        Titled(title, legendEntries, height: 420) with { XAxis = Flat(x), YAxis = Flat(y) };

    /// <summary>One box with three axes.</summary>
    public static Layout Space(string title, Axis x, Axis y, Axis z, double turned, double raised, int legendEntries)
    {
        var layout = Titled(title, legendEntries, height: 480);
        return layout with { Margin = layout.Margin with { L = 0, R = 0, B = 0 }, Scene = Box(x, y, z, turned, raised) };
    }

    /// <summary>A box whose eye stands turned degrees counter-clockwise from the x axis and raised degrees above the floor, so many of the box's edges away.</summary>
    public static Scene Box(Axis x, Axis y, Axis z, double turned, double raised, double distance = 1.95)
    {
        var (sin, cos) = Math.SinCos(turned * Math.PI / 180);
        var (up, along) = Math.SinCos(raised * Math.PI / 180);
        var eye = new Point3D(distance * along * cos, distance * along * sin, distance * up);
        return new Scene(InSpace(x), InSpace(y), InSpace(z), new Camera(eye, Center: new(0, 0, -0.16)), AspectRatio: new(1, 1, 0.7));
    }

    /// <summary>A title and a legend; the axes are still missing.</summary>
    public static Layout Titled(string title, int legendEntries, double height)
    {
        var text = Wrap(title, out var lines);
        var legendRows = (legendEntries + LegendEntriesPerRow - 1) / LegendEntriesPerRow;
        return new Layout
        {
            Title = new LayoutTitle(text, new Font(Size: 15)),
            Legend = legendEntries > 0 ? new Legend() : null,
            Height = height,
            Margin = new Margin(L: 52, R: 14, T: 18 + (20 * lines) + (21 * legendRows), B: 52),
        };
    }

    /// <summary>An axis of the plane, whose labels get the room they need.</summary>
    public static Axis Flat(Axis axis) => axis with { AutoMargin = true, Title = axis.Title with { Font = AxisFont, Standoff = 8 } };

    private static Axis InSpace(Axis axis) => axis with { NTicks = 5, Title = axis.Title with { Font = AxisFont } };

    /// <summary>An axis that shows exactly this range.</summary>
    public static Axis Axis(string title, Interval range) => new(title) { Range = range.Ends };

    /// <summary>Breaks a title into lines that fit on a telephone: plotly.js doesn't.</summary>
    private static string Wrap(string title, out int lines)
    {
        var text = new StringBuilder();
        lines = 1;
        var length = 0;
        foreach (var word in title.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (length > 0 && length + 1 + word.Length > CharactersPerLine)
            {
                text.Append("<br>");
                lines++;
                length = 0;
            }
            else if (length > 0)
            {
                text.Append(' ');
                length++;
            }

            text.Append(word);
            length += word.Length;
        }

        return text.ToString();
    }
}
