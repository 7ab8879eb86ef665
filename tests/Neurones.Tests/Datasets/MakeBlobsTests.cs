using FsCheck;
using FsCheck.Fluent;

namespace Neurones.Tests;

public class MakeBlobsTests
{
    public sealed record Peer(int Samples, int Features, int Centers, double Deviation, uint Seed, double[][] X, double[] Y);

    [Fact]
    public void Draws_what_scikit_learn_draws() =>
        Assert.All(ParityValues.Load<Peer[]>("blobs.json"), peer =>
        {
            var (X, y) = Datasets.MakeBlobs(peer.Samples, peer.Features, peer.Centers, peer.Deviation, peer.Seed);
            Near.Equal(ParityValues.Matrix(peer.X), X, 1e-12);
            Near.Equal(ParityValues.Column(peer.Y), y, 0);
        });

    [Fact]
    public void Clouds_are_of_equal_size_but_for_the_remainder() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(PositiveInt Samples, PositiveInt Centers, uint Seed)>(), input =>
        {
            var (samples, centers) = (input.Samples.Get, input.Centers.Get);
            var (X, y) = Datasets.MakeBlobs(samples, 3, centers, 1, input.Seed);
            var sizes = y.Enumerate().CountBy(label => label).Select(cloud => cloud.Value).ToList();
            return (X.RowCount, X.ColumnCount, y.ColumnCount) == (samples, 3, 1)
                && sizes.Count == Math.Min(samples, centers) && sizes.Max() - sizes.Min() <= 1;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 2, 2, 1, "samples is 0: ask for 1 point or more.")]
    [InlineData(9, 0, 2, 1, "features is 0: a point has 1 variable or more.")]
    [InlineData(9, 2, -1, 1, "centers is -1: ask for 1 cloud or more.")]
    [InlineData(9, 2, 2, double.PositiveInfinity, "clusterDeviation is Infinity: a standard deviation is a finite number, 0 or more.")]
    [InlineData(9, 2, 2, -1.5, "clusterDeviation is -1.5: a standard deviation is a finite number, 0 or more.")]
    public void Refuses_what_cannot_be_drawn(int samples, int features, int centers, double deviation, string message)
    {
        using var french = new FrenchCulture();
        Assert.Equal(message, Assert.Throws<ArgumentException>(
            () => Datasets.MakeBlobs(samples, features, centers, deviation)).Message);
    }
}
