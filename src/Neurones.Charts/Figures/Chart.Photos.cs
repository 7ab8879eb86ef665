using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    // Room between photos, in pixels of a photo: for the name above each and for the eye.
    private const int PhotoGapAcross = 6;
    private const int PhotoGapDown = 16;

    /// <summary>The first photos of a set, each under its class's name.</summary>
    /// <param name="photos">The photos.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="columns">How many side by side.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There are no photos.</exception>
    /// <exception cref="ArgumentOutOfRangeException">count or columns is less than 1.</exception>
    public static Figure Photos(PhotoSet photos, int count = 10, int columns = 5, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(photos);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return Photos(photos, [.. Enumerable.Range(0, Math.Min(count, photos.Count))], columns, title);
    }

    /// <summary>Chosen photos of a set, each under its class's name.</summary>
    /// <param name="photos">The photos.</param>
    /// <param name="indices">Which photos, counted from 0.</param>
    /// <param name="columns">How many side by side.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There are no photos.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such photo, or columns is less than 1.</exception>
    public static Figure Photos(PhotoSet photos, IReadOnlyList<int> indices, int columns = 5, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(photos);
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        if (indices.Count == 0) throw new ArgumentException("There are no photos to show: give at least one index.", nameof(indices));

        columns = Math.Min(columns, indices.Count);
        var rows = (indices.Count + columns - 1) / columns;
        var classes = photos.Labels;
        var (cellWidth, cellHeight) = (photos.Width + PhotoGapAcross, photos.Height + PhotoGapDown);
        var wall = new double[rows * cellHeight, (columns * cellWidth) - PhotoGapAcross];
        for (var row = 0; row < wall.GetLength(0); row++)
        {
            for (var column = 0; column < wall.GetLength(1); column++) wall[row, column] = double.NaN;
        }

        var names = ImmutableArray.CreateBuilder<Annotation>();
        for (var place = 0; place < indices.Count; place++)
        {
            var photo = photos.Photo(indices[place]);
            var (top, left) = ((place / columns * cellHeight) + PhotoGapDown, place % columns * cellWidth);
            foreach (var (row, column, grey) in photo.EnumerateIndexed()) wall[top + row, left + column] = grey;
            names.Add(new Annotation(left + ((photos.Width - 1) / 2.0), top - 1, NameOf(indices[place])));
        }

        var (width, height) = (wall.GetLength(1), wall.GetLength(0));
        var labels = string.Join(", ", indices.Select(NameOf));
        return new Figure
        {
            Traces =
            [
                new HeatmapTrace
                {
                    Name = "photos",
                    Z = [.. Enumerable.Range(0, height).Select(row => Enumerable.Range(0, width).Select(column => wall[row, column]).ToImmutableArray())],
                    ZMin = 0,
                    ZMax = 255,
                    ColorScale = Palette.Grey,
                    ShowScale = false,
                    HoverOnGaps = false,
                    HoverTemplate = "grey %{z}<extra></extra>",
                },
            ],
            Layout = Layouts.Titled(title ?? Invariant.Text($"{indices.Count} of {photos.Count} photos, {photos.Height} x {photos.Width} pixels"), legendEntries: 0, 60 + (rows * RowHeight(columns))) with
            {
                Margin = new Margin(L: 8, R: 8, T: 40, B: 8),
                XAxis = new Axis("column of pixels") { Visible = false, Range = [-0.5, width - 0.5], Constrain = "domain" },
                YAxis = new Axis("row of pixels") { Visible = false, Range = [height - 0.5, -0.5], Constrain = "domain", ConstrainToward = "top", ScaleAnchor = "x" },
                Annotations = names.ToImmutable(),
            },
            AltText = Invariant.Text($"{indices.Count} grey photos of {photos.Height} x {photos.Width} pixels, row by row: {labels}."),
        };

        // As high as a photo is wide on a page of 700 pixels, but two photos needn't fill a screen.
        static double RowHeight(int columns) => Math.Min(700.0 / columns, 240);

        string NameOf(int index) => photos.ClassNames[(int)classes[index, 0]];
    }
}
