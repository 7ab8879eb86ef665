using Neurones.Charts.Plotly;

namespace Neurones.Charts.Style;

/// <summary>
/// A sheet to draw on, made of traces alone so that frames can change everything: 100 units wide on any page, and as many
/// units high as it has pixels, counted down from its top.
/// </summary>
internal static class Sheet
{
    public const double Width = 100;

    public static Layout Layout(string title, double height, int legendEntries = 0)
    {
        var layout = Layouts.Titled(title, legendEntries, height: 0);
        var margin = layout.Margin with { L = 8, R = 8, B = 8 };
        return layout with
        {
            Height = margin.T + height + margin.B,
            Margin = margin,
            XAxis = new Axis("across") { Range = [0, Width], Visible = false, FixedRange = true },
            YAxis = new Axis("down") { Range = [height, 0], Visible = false, FixedRange = true },
        };
    }

    /// <summary>Texts in the middle of their places, or where position says.</summary>
    public static ScatterTrace Texts(IEnumerable<Note> notes, Font font, string? position = null)
    {
        var all = notes.ToArray();
        return new ScatterTrace
        {
            X = [.. all.Select(note => note.X)],
            Y = [.. all.Select(note => note.Y)],
            Text = [.. all.Select(note => note.Text)],
            Mode = "text",
            TextPosition = position,
            TextFont = font,
            ClipOnAxis = false,
            ShowLegend = false,
            HoverInfo = "skip",
        };
    }

    /// <summary>A filled rectangle; of no size, nothing.</summary>
    public static ScatterTrace Ground(Box box, string color) => Outline(box, new Line(Palette.Transparent, 0)) with
    {
        Fill = "toself",
        FillColor = color,
    };

    /// <summary>A line around a rectangle; of no size, nothing.</summary>
    public static ScatterTrace Outline(Box box, Line line) => Stroke(
        [(box.Left, box.Top), (box.Right, box.Top), (box.Right, box.Bottom), (box.Left, box.Bottom), (box.Left, box.Top)], line);

    /// <summary>A line through these places.</summary>
    public static ScatterTrace Stroke(IEnumerable<(double X, double Y)> places, Line line)
    {
        var all = places.ToArray();
        return new ScatterTrace
        {
            X = [.. all.Select(place => place.X)],
            Y = [.. all.Select(place => place.Y)],
            Mode = "lines",
            Line = line,
            ShowLegend = false,
            HoverInfo = "skip",
        };
    }
}

/// <summary>A text at a place of a sheet.</summary>
internal readonly record struct Note(double X, double Y, string Text);

/// <summary>A rectangle of a sheet.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom);
