using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>Images of one size in rows and columns, each under its name.</summary>
/// <param name="images">The images with their names.</param>
/// <param name="columns">How many side by side.</param>
/// <param name="gapAcross">The room between two of them, in cells of the wall.</param>
/// <param name="gapDown">The room above each for its name, in cells of the wall.</param>
/// <param name="enlarged">How many cells high and wide each pixel is, so that there is room for the names of small images.</param>
internal sealed class ImageWall(
    IReadOnlyList<(string Name, Matrix<double> Image)> images, int columns, int gapAcross, int gapDown, int enlarged = 1)
{
    private readonly int _columns = Math.Min(columns, images.Count);
    private readonly int _height = images[0].Image.RowCount * enlarged;
    private readonly int _width = images[0].Image.ColumnCount * enlarged;

    private int Rows => (images.Count + _columns - 1) / _columns;

    /// <summary>All images as one grid, with holes between them.</summary>
    public ImmutableArray<ImmutableArray<double>> Cells()
    {
        var wall = Enumerable.Range(0, Rows * (_height + gapDown))
            .Select(_ => Enumerable.Repeat(double.NaN, (_columns * (_width + gapAcross)) - gapAcross).ToArray()).ToArray();
        for (var i = 0; i < images.Count; i++)
        {
            var (top, left) = Corner(i);
            for (var row = 0; row < _height; row++)
            {
                for (var column = 0; column < _width; column++)
                {
                    wall[top + row][left + column] = images[i].Image[row / enlarged, column / enlarged];
                }
            }
        }

        return [.. wall.Select(row => row.ToImmutableArray())];
    }

    /// <summary>The layout with the names above the images.</summary>
    public Layout Layout(string title)
    {
        var (width, height) = ((_columns * (_width + gapAcross)) - gapAcross, Rows * (_height + gapDown));
        var layout = Layouts.Titled(title, legendEntries: 0, height: 0);
        var margin = layout.Margin with { L = 8, R = 8, B = 8 };
        return layout with
        {
            Height = margin.T + (Rows * RowHeight) + 22,
            Margin = margin,
            XAxis = new Axis("column of pixels") { Visible = false, Range = [-0.5, width - 0.5], Constrain = "domain" },
            YAxis = new Axis("row of pixels") { Visible = false, Range = [height - 0.5, -0.5], Constrain = "domain", ConstrainToward = "top", ScaleAnchor = "x" },
            Annotations = [.. images.Select((image, i) => new Annotation(Corner(i).Left + ((_width - 1) / 2.0), Corner(i).Top - 1, image.Name))],
        };
    }

    // As high as an image is wide on a page of 700 pixels, but two images needn't fill a screen.
    private double RowHeight => Math.Min(700.0 / _columns, 240);

    private (int Top, int Left) Corner(int i) => ((i / _columns * (_height + gapDown)) + gapDown, i % _columns * (_width + gapAcross));
}
