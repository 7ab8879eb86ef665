using FsCheck;
using FsCheck.Fluent;

namespace Neurones.Tests;

public class MakeMoonsTests
{
    public sealed record Peer(int Samples, double? Noise, uint Seed, bool Shuffle, double[][] X, double[] Y);

    [Fact]
    public void Draws_what_scikit_learn_draws() =>
        Assert.All(ParityValues.Load<Peer[]>("data-moons.json"), peer =>
        {
            var (X, y) = Datasets.MakeMoons(peer.Samples, peer.Noise, peer.Seed, peer.Shuffle);
            Near.Equal(ParityValues.Matrix(peer.X), X, 1e-12);
            Near.Equal(ParityValues.Column(peer.Y), y, 0);
        });

    [Fact]
    public void Without_noise_each_point_is_on_its_half_circle() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(PositiveInt Samples, uint Seed)>(), input =>
        {
            var (X, y) = Datasets.MakeMoons(input.Samples.Get, null, input.Seed);
            return X.EnumerateRows().Zip(y.Enumerate()).All(point => OnItsMoon(point.First[0], point.First[1], point.Second));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 0.1, "samples is 0: ask for 1 point or more.")]
    [InlineData(9, -0.5, "noise is -0.5: it's a standard deviation, a finite number of 0 or more, or null for none.")]
    public void Refuses_what_cannot_be_drawn(int samples, double noise, string message)
    {
        using var french = new FrenchCulture();
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Datasets.MakeMoons(samples, noise)).Message);
    }

    private static bool OnItsMoon(double x1, double x2, double label) => label == 0
        ? Math.Abs(double.Hypot(x1, x2) - 1) < 1e-12 && x2 >= 0
        : Math.Abs(double.Hypot(x1 - 1, x2 - 0.5) - 1) < 1e-12 && x2 <= 0.5;
}
