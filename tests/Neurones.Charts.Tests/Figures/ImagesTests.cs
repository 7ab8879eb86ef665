using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Tests.Figures;

public class ImagesTests
{
    private static readonly Matrix<double> Small = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, -2 }, { 0, 4 } });
    private static readonly Matrix<double> Grey = Matrix<double>.Build.Dense(30, 24, (row, column) => row + column);

    [Fact]
    public void Small_images_are_enlarged_pixel_by_pixel()
    {
        var z = FigureJson.Grid(FigureJson.Trace(Chart.Images([("a", Small), ("b", 2 * Small)]), "heatmap")["z"]);
        var rows = z.Where(row => row[0] is not null).ToArray();
        Assert.Equal(24, rows.Length);
        Assert.Equal([.. Enumerable.Repeat<double?>(1, 12), .. Enumerable.Repeat<double?>(-2, 12), .. Enumerable.Repeat<double?>(null, 2), .. Enumerable.Repeat<double?>(2, 12), .. Enumerable.Repeat<double?>(-4, 12)], rows[0]);
        Assert.Equal(rows[0], rows[11]);
        Assert.Equal([0.0, 4, 0, 8], new[] { rows[12][0], rows[23][23], rows[12][26], rows[23][49] }.Select(value => value!.Value));
    }

    [Fact]
    public void Negative_numbers_get_colours_around_0_others_greys_from_0()
    {
        var signed = FigureJson.Trace(Chart.Images([("a", Small), ("b", -0.5 * Small)]), "heatmap");
        Assert.Equal((-4, 4), ((double)signed["zmin"]!, (double)signed["zmax"]!));

        var grey = FigureJson.Trace(Chart.Images([("a", Grey)]), "heatmap");
        Assert.Equal((0, 52), ((double)grey["zmin"]!, (double)grey["zmax"]!));
        Assert.NotEqual(signed["colorscale"]!.ToJsonString(), grey["colorscale"]!.ToJsonString());
        Assert.Equal(1, (double)FigureJson.Trace(Chart.Images([("flat", 0 * Small + 1)]), "heatmap")["zmax"]!);
    }

    [Fact]
    public void Words_tell_the_range_and_the_names()
    {
        Assert.Equal("2 images of 2 x 2 numbers, blue where they are negative, white at 0, orange where they are positive, from -2 to 4. Row by row: a, b.",
            Chart.Images([("a", Small), ("b", Small)]).AltText);
        Assert.Equal("1 image of 30 x 24 numbers, from 0, black, to 52, white. Row by row: a.", Chart.Images([("a", Grey)]).AltText);
        Assert.Equal(["a", "b"], FigureJson.Of(Chart.Images([("a", Small), ("b", Small)]))["layout"]!["annotations"]!.AsArray().Select(name => (string?)name!["text"]));
    }

    [Fact]
    public void Images_that_cannot_be_shown_side_by_side_are_refused()
    {
        Assert.Equal("b is 30x24 but a is 2x2: images side by side need the same shape.", Assert.Throws<ArgumentException>(() => Chart.Images([("a", Small), ("b", Grey)])).Message);
        Assert.Equal("a has NaN at row 0, column 0 (counted from 0): an image shows ordinary numbers.", Assert.Throws<ArgumentException>(() => Chart.Images([("a", Small * double.NaN)])).Message);
        Assert.StartsWith("There are no images to show", Assert.Throws<ArgumentException>(() => Chart.Images([])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Chart.Images([("a", Small)], columns: 0));
    }
}
