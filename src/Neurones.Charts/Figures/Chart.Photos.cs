using Neurones.Charts.Data;
using Neurones.Charts.Figures;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
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

        var classes = photos.Labels;
        var wall = new ImageWall([.. indices.Select(index => (NameOf(index), photos.Photo(index)))], columns, gapAcross: 6, gapDown: 16);
        var labels = string.Join(", ", indices.Select(NameOf));
        return new Figure
        {
            Traces =
            [
                new HeatmapTrace
                {
                    Name = "photos",
                    Z = wall.Cells(),
                    ZMin = 0,
                    ZMax = 255,
                    ColorScale = Palette.Grey,
                    ShowScale = false,
                    HoverOnGaps = false,
                    HoverTemplate = "grey %{z}<extra></extra>",
                },
            ],
            Layout = wall.Layout(title ?? Invariant.Text($"{indices.Count} of {photos.Count} photos, {photos.Height} x {photos.Width} pixels")),
            AltText = Invariant.Text($"{indices.Count} grey photos of {photos.Height} x {photos.Width} pixels, row by row: {labels}."),
        };

        string NameOf(int index) => photos.ClassNames[(int)classes[index, 0]];
    }
}
