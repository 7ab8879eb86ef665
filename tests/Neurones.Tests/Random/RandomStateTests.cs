namespace Neurones.Tests;

public class RandomStateTests
{
    private const double Tolerance = 1e-12;

    public sealed record Peer(
        uint Seed, double[] Rand, double[] Randn, double[][] RandMatrix, double[][] RandnMatrix, double[][] Uniform, double[][] Normal,
        int[] Randint, int[] RandintWide, int RandintOne, int[] Permutation, string Shuffle, double After2000);

    public static TheoryData<uint> Seeds => [0, 1, 42, uint.MaxValue];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Draws_what_NumPy_draws(uint seed)
    {
        var peer = ParityValues.Load<Peer[]>("random.json").Single(p => p.Seed == seed);
        var random = new RandomState(seed);

        Assert.Equal(peer.Rand, peer.Rand.Select(_ => random.Rand()));
        Near.Equal(peer.Randn, [.. peer.Randn.Select(_ => random.Randn())], Tolerance);
        Near.Equal(ParityValues.Matrix(peer.RandMatrix), random.Rand(2, 3), 0);
        Near.Equal(ParityValues.Matrix(peer.RandnMatrix), random.Randn(3, 2), Tolerance);
        Near.Equal(ParityValues.Matrix(peer.Uniform), random.Uniform(-10, 10, 2, 2), 0);
        Near.Equal(ParityValues.Matrix(peer.Normal), random.Normal(5, 0.25, 3, 3), Tolerance);
        Assert.Equal(peer.Randint, random.RandInt(-3, 7, 12));
        Assert.Equal(peer.RandintWide, random.RandInt(int.MinValue, int.MaxValue, 5));
        Assert.Equal(peer.RandintOne, random.RandInt(4, 5));
        Assert.Equal(peer.Permutation, random.Permutation(17));
        var letters = "abcdefghij".ToCharArray();
        random.Shuffle(letters);
        Assert.Equal(peer.Shuffle, new string(letters));
        Assert.Equal(peer.After2000, random.Rand(2000, 1)[1999, 0]);
    }

    [Fact]
    public void Refuses_what_cannot_be_drawn()
    {
        using var french = new FrenchCulture();
        var random = new RandomState(0);
        Fails("low is 3 and high is 3: high must be more than low, since it is never drawn itself.", () => random.RandInt(3, 3));
        Fails("count is -1: ask for 0 numbers or more.", () => random.RandInt(0, 1, -1));
        Fails("deviation is -0.5: a standard deviation is 0 or more.", () => random.Normal(0, -0.5));
        Fails("deviation is NaN: a standard deviation is 0 or more.", () => random.Normal(0, double.NaN));
        Fails("n is -2: a permutation has 0 items or more.", () => random.Permutation(-2));
        Fails("A matrix of 0 rows and 2 columns was asked for: both must be 1 or more.", () => random.Randn(0, 2));
        Assert.Equal(new RandomState(0).Rand(), random.Rand());
    }

    private static void Fails(string message, Func<object> draw) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(draw).Message);
}
