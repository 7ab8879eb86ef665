using FsCheck;
using FsCheck.Fluent;

namespace Neurones.Tests;

public class MakeCirclesTests
{
    public sealed record Peer(int Samples, double? Noise, double Factor, uint Seed, bool Shuffle, double[][] X, double[] Y);

    [Fact]
    public void Draws_what_scikit_learn_draws() =>
        Assert.All(ParityValues.Load<Peer[]>("data-circles.json"), peer =>
        {
            var (X, y) = Datasets.MakeCircles(peer.Samples, peer.Noise, peer.Factor, peer.Seed, peer.Shuffle);
            Near.Equal(ParityValues.Matrix(peer.X), X, 1e-12);
            Near.Equal(ParityValues.Column(peer.Y), y, 0);
        });

    [Fact]
    public void Without_noise_each_point_is_on_its_circle_and_the_odd_one_inside() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(PositiveInt Samples, byte Factor, uint Seed)>(), input =>
        {
            var (samples, factor) = (input.Samples.Get, input.Factor / 256.0);
            var (X, y) = Datasets.MakeCircles(samples, null, factor, input.Seed);
            var radii = X.EnumerateRows().Select(point => point.L2Norm());
            return y.Enumerate().Sum() == samples - (samples / 2)
                && radii.Zip(y.Enumerate(), (radius, label) => Math.Abs(radius - (label == 1 ? factor : 1))).All(off => off < 1e-12);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 0.1, 0.5, "samples is 0: ask for 1 point or more.")]
    [InlineData(-3, null, 0.5, "samples is -3: ask for 1 point or more.")]
    [InlineData(9, -0.5, 0.5, "noise is -0.5: it's a standard deviation, a finite number of 0 or more, or null for none.")]
    [InlineData(9, double.NaN, 0.5, "noise is NaN: it's a standard deviation, a finite number of 0 or more, or null for none.")]
    [InlineData(9, double.PositiveInfinity, 0.5, "noise is Infinity: it's a standard deviation, a finite number of 0 or more, or null for none.")]
    [InlineData(9, 0.1, 1.0, "factor is 1: the inner circle's radius is from 0 to less than 1, the outer circle's.")]
    [InlineData(9, 0.1, -0.5, "factor is -0.5: the inner circle's radius is from 0 to less than 1, the outer circle's.")]
    [InlineData(9, 0.1, double.NaN, "factor is NaN: the inner circle's radius is from 0 to less than 1, the outer circle's.")]
    public void Refuses_what_cannot_be_drawn(int samples, double? noise, double factor, string message)
    {
        using var french = new FrenchCulture();
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Datasets.MakeCircles(samples, noise, factor)).Message);
    }
}
