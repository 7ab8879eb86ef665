namespace Neurones.Tests.Photos.Drawing;

public class DrawnDigitsTests
{
    private static readonly (PhotoSet Train, PhotoSet Test) Drawn = DrawnDigits.Draw(CancellationToken.None);

    [Fact]
    public void There_are_as_many_of_each()
    {
        Assert.Equal("(8000, 28, 28): 800 0, 800 1, 800 2, 800 3, 800 4, 800 5, 800 6, 800 7, 800 8, 800 9", Drawn.Train.ToString());
        Assert.Equal("(2000, 28, 28): 200 0, 200 1, 200 2, 200 3, 200 4, 200 5, 200 6, 200 7, 200 8, 200 9", Drawn.Test.ToString());
    }

    [Fact]
    public void No_two_are_alike() => Assert.Equal(2000, Drawn.Test.Flatten().EnumerateRows().Select(row => string.Join(",", row)).Distinct().Count());

    [Fact]
    public void They_are_white_on_black_and_within_the_picture()
    {
        var X = Drawn.Test.Flatten();
        var border = Enumerable.Range(0, 784).Where(pixel => pixel % 28 is 0 or 27 || pixel / 28 is 0 or 27);

        Assert.InRange(X.Enumerate().Count(grey => grey > 127) / (double)(X.RowCount * X.ColumnCount), 0.1, 0.17); // 0.13 in MNIST
        Assert.InRange(X.EnumerateRows().Count(row => border.Any(pixel => row[pixel] > 127)), 0, 20);
    }

    /// <summary>The mean images tell most of them apart, as they do those of MNIST (85 %): easy, but not trivial.</summary>
    [Fact]
    public void Mean_images_tell_most_of_them_apart() =>
        Assert.InRange(NearestMean.CountRight(Drawn.Train, Drawn.Test) / 2000.0, 0.8, 0.95);

    [Fact]
    public void They_are_the_same_every_time() =>
        Assert.Equal(Drawn.Test.Flatten(), DrawnDigits.Draw(CancellationToken.None).Test.Flatten());

    [Fact]
    public void Drawing_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => DrawnDigits.Draw(new CancellationToken(canceled: true)));
}
