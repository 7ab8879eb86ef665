using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests.Photos.Drawing;

public class DrawnPhotosTests
{
    private static readonly (PhotoSet Train, PhotoSet Test) Drawn = DrawnPhotos.Draw(CancellationToken.None);

    [Fact]
    public void There_are_as_many_as_real_ones_half_of_them_cats()
    {
        Assert.Equal("(1000, 64, 64): 500 cat, 500 dog", Drawn.Train.ToString());
        Assert.Equal("(200, 64, 64): 100 cat, 100 dog", Drawn.Test.ToString());
    }

    [Fact]
    public void They_are_the_same_every_time()
    {
        var again = DrawnPhotos.Draw(CancellationToken.None);

        Assert.Equal(Drawn.Train.Flatten(), again.Train.Flatten());
        Assert.Equal(Drawn.Test.Labels, again.Test.Labels);
    }

    [Fact]
    public void Labels_are_mixed()
    {
        var changes = Drawn.Train.Labels.Enumerate().Zip(Drawn.Train.Labels.Enumerate().Skip(1)).Count(pair => pair.First != pair.Second);

        Assert.InRange(changes, 440, 560); // 499.5 expected, and a deviation of 15.8
    }

    [Fact]
    public void No_two_photos_are_alike()
    {
        var rows = Drawn.Train.Flatten().EnumerateRows().Concat(Drawn.Test.Flatten().EnumerateRows());

        Assert.Equal(1200, rows.Select(row => string.Join(",", row)).Distinct().Count());
    }

    /// <summary>The line half-way between the mean cat and the mean dog: better than chance, but far from perfect.</summary>
    [Fact]
    public void A_linear_rule_tells_most_of_them_apart_but_not_all()
    {
        var (cat, dog) = (Mean(0), Mean(1));
        var test = Drawn.Test.Flatten();

        var predicted = (test * (dog - cat)).Map(score => score >= (dog + cat) * (dog - cat) / 2 ? 1.0 : 0.0);

        var right = predicted.Zip(Drawn.Test.Labels.Column(0)).Count(pair => pair.First == pair.Second);
        Assert.InRange(right / 200.0, 0.6, 0.9);
    }

    [Fact]
    public void Drawing_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => DrawnPhotos.Draw(new CancellationToken(canceled: true)));

    private static Vector<double> Mean(int label)
    {
        var rows = Drawn.Train.Flatten().EnumerateRows().Where((_, i) => Drawn.Train.Labels[i, 0] == label).ToList();
        return rows.Aggregate((sum, row) => sum + row) / rows.Count;
    }
}
