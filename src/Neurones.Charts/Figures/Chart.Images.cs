using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Figures;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    // Smaller images are enlarged to about this size, so that their names have room.
    private const int SmallestImage = 24;

    /// <summary>
    /// Matrices of one shape as images, each under its name, all in the same colours: from black, 0, to white, or, where a number
    /// is negative, from blue through white, 0, to orange.
    /// </summary>
    /// <param name="images">The images, such as the filters of a network or what they answer; row 0 is at the top.</param>
    /// <param name="columns">How many side by side.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There are no images, one has another shape than the first, or a number isn't finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">columns is less than 1.</exception>
    public static Figure Images(IReadOnlyList<(string Name, Matrix<double> Image)> images, int columns = 4, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        if (images.Count == 0) throw new ArgumentException("There are no images to show: give at least one.", nameof(images));

        var (rows, width) = (images[0].Image.RowCount, images[0].Image.ColumnCount);
        foreach (var (name, image) in images)
        {
            if ((image.RowCount, image.ColumnCount) != (rows, width))
            {
                throw new ArgumentException(Invariant.Text($"{name} is {image.RowCount}x{image.ColumnCount} but {images[0].Name} is {rows}x{width}: images side by side need the same shape."));
            }

            if (image.Find(value => !double.IsFinite(value)) is var (row, column, bad))
            {
                throw new ArgumentException(Invariant.Text($"{name} has {bad} at row {row}, column {column} (counted from 0): an image shows ordinary numbers."));
            }
        }

        var (least, most) = (images.Min(image => image.Image.Enumerate().Min()), images.Max(image => image.Image.Enumerate().Max()));
        var signed = least < 0;
        var end = Math.Max(Math.Max(most, -least), double.Epsilon);
        var enlarged = Math.Max(1, SmallestImage / Math.Max(rows, width));
        var wall = new ImageWall(images, columns, Math.Max(2, width * enlarged / 10), Math.Max(2, rows * enlarged / 4), enlarged);
        return new Figure
        {
            Traces =
            [
                new HeatmapTrace
                {
                    Name = "images",
                    Z = wall.Cells(),
                    ZMin = signed ? -end : 0,
                    ZMax = end,
                    ColorScale = signed ? Palette.Signed : Palette.Grey,
                    ShowScale = false,
                    HoverOnGaps = false,
                    HoverTemplate = "%{z:.4~g}<extra></extra>",
                },
            ],
            Layout = wall.Layout(title ?? Invariant.Text($"{Numerals.Count(images.Count, "image")} of {rows} x {width} numbers")),
            AltText = Invariant.Text($"{Numerals.Count(images.Count, "image")} of {rows} x {width} numbers, ")
                + (signed
                    ? Invariant.Text($"blue where they are negative, white at 0, orange where they are positive, from {Numerals.Short(least)} to {Numerals.Short(most)}. ")
                    : Invariant.Text($"from 0, black, to {Numerals.Short(most)}, white. "))
                + $"Row by row: {string.Join(", ", images.Select(image => image.Name))}.",
        };
    }
}
