namespace Neurones.Charts.Tests.Figures;

public class PhotosTests
{
    [Fact]
    public void Shows_every_pixel_row_0_at_the_top()
    {
        var figure = Chart.Photos(Samples.Photos, [2, 0], columns: 1);
        var z = FigureJson.Grid(FigureJson.Trace(figure, "heatmap")["z"]);

        double?[][] photo2 = [[120, 130, 140], [150, 160, 255]];
        double?[][] photo0 = [[0, 10, 20], [30, 40, 50]];
        var rows = z.Where(row => row[0] is not null).ToArray();
        Assert.Equal([.. photo2, .. photo0], rows);

        var layout = FigureJson.Of(figure)["layout"]!;
        var range = FigureJson.Numbers(layout["yaxis"]!["range"]);
        Assert.True(range[0] > range[1], "The y axis must run downwards.");
        Assert.Equal("x", (string?)layout["yaxis"]!["scaleanchor"]);
    }

    [Fact]
    public void Names_each_photo_above_it()
    {
        var figure = Chart.Photos(Samples.Photos, count: 10, columns: 2);
        var names = FigureJson.Of(figure)["layout"]!["annotations"]!.AsArray();

        Assert.Equal(["cat", "dog", "dog"], names.Select(name => (string?)name!["text"]));
        Assert.Equal((double)names[0]!["y"]!, (double)names[1]!["y"]!);
        Assert.True((double)names[2]!["y"]! > (double)names[0]!["y"]!);
        Assert.Equal((double)names[0]!["x"]!, (double)names[2]!["x"]!);
        Assert.Contains("cat, dog, dog", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_the_whole_range_of_grey_whatever_the_photos_hold()
    {
        var heatmap = FigureJson.Trace(Chart.Photos(Samples.Photos, count: 1), "heatmap");

        Assert.Equal((0, 255), ((double)heatmap["zmin"]!, (double)heatmap["zmax"]!));
        Assert.Null(heatmap["zsmooth"]);
    }

    [Fact]
    public void Refuses_a_photo_that_is_not_there()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Chart.Photos(Samples.Photos, [3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Chart.Photos(Samples.Photos, columns: 0));
        Assert.Throws<ArgumentException>(() => Chart.Photos(Samples.Photos, []));
    }
}
