using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class TrainTestSplitTests
{
    public sealed record Peer(double[] Y, double TestSize, uint Seed, bool Stratify, double[] Train, double[] Test);

    [Fact]
    public void Draws_the_samples_that_scikit_learn_draws() =>
        Assert.All(ParityValues.Load<Peer[]>("data-split.json"), peer =>
        {
            var (train, test) = Datasets.TrainTestSplit(Numbered(peer.Y.Length), ParityValues.Column(peer.Y), peer.TestSize, peer.Seed, peer.Stratify);
            Assert.Equal(peer.Train, train.X.Column(0));
            Assert.Equal(peer.Test, test.X.Column(0));
            Assert.Equal(peer.Train.Select(i => peer.Y[(int)i]), train.y.Column(0));
            Assert.Equal(peer.Test.Select(i => peer.Y[(int)i]), test.y.Column(0));
        });

    [Fact]
    public void Each_sample_is_in_one_of_the_sets_with_its_own_label() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(PositiveInt More, byte Share, uint Seed)>(), input =>
        {
            var (m, share) = (1 + input.More.Get, (input.Share + 1) / 512.0);
            var X = Numbered(m);
            var (train, test) = Datasets.TrainTestSplit(X, X.SubMatrix(0, m, 1, 1), share, input.Seed);
            var all = train.X.Stack(test.X);
            return test.X.RowCount == Math.Ceiling(share * m)
                && all.Column(0).Order().SequenceEqual(X.Column(0))
                && train.y.Stack(test.y).Column(0).SequenceEqual(all.Column(1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_stratified_split_keeps_each_class_share_to_within_a_sample() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(PositiveInt Zeros, PositiveInt Ones, uint Seed)>(), input =>
        {
            var (zeros, ones) = (4 + input.Zeros.Get, 4 + input.Ones.Get);
            var y = Matrix<double>.Build.Dense(zeros + ones, 1, (i, _) => i < zeros ? 0 : 1);
            var (train, test) = Datasets.TrainTestSplit(Numbered(zeros + ones), y, 0.3, input.Seed, stratify: true);
            var expected = ones * (double)test.y.RowCount / (zeros + ones);
            return Math.Abs(test.y.Enumerate().Sum() - expected) <= 1
                && train.X.Stack(test.X).Column(0).Order().SequenceEqual(Numbered(zeros + ones).Column(0));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Samples_in_columns_split_as_in_rows(bool stratify)
    {
        var (X, y) = Datasets.MakeCircles(20, noise: 0.1, seed: 3);
        var rows = Datasets.TrainTestSplit(X, y, 0.3, 7, stratify);
        var columns = Datasets.TrainTestSplit(X.Transpose(), y.Transpose(), 0.3, 7, stratify);
        Assert.Equal(rows.Train.X.Transpose(), columns.Train.X);
        Assert.Equal(rows.Train.y.Transpose(), columns.Train.y);
        Assert.Equal(rows.Test.X.Transpose(), columns.Test.X);
        Assert.Equal(rows.Test.y.Transpose(), columns.Test.y);
    }

    [Fact]
    public void The_whole_is_left_as_it_was()
    {
        var (X, y) = (Numbered(9), Numbered(9).SubMatrix(0, 9, 1, 1));
        var (train, _) = Datasets.TrainTestSplit(X, y);
        train.X.Clear();
        train.y.Clear();
        Assert.Equal((Numbered(9), Numbered(9).SubMatrix(0, 9, 1, 1)), (X, y));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.5)]
    [InlineData(20.0)]
    [InlineData(double.NaN)]
    public void The_share_is_between_0_and_1(double share)
    {
        using var french = new FrenchCulture();
        Assert.Equal(
            FormattableString.Invariant($"testSize is {share}: it's the share of the samples to test on, more than 0 and less than 1, such as 0.25."),
            Fails(Numbered(4), Numbered(4, 1), share));
    }

    [Fact]
    public void No_set_may_be_empty()
    {
        using var french = new FrenchCulture();
        Assert.Equal("testSize is 0.9 of 5 samples, which leaves none to train on: give more samples or a smaller testSize.",
            Fails(Numbered(5), Numbered(5, 1), 0.9));
        Assert.StartsWith("testSize is 0.5 of 1 samples", Fails(Numbered(1), Numbered(1, 1), 0.5));
        Assert.StartsWith("X is empty (0x2)", Fails(Matrix<double>.Build.Dense(0, 2), Numbered(1, 1), 0.5));
    }

    [Fact]
    public void Stratified_sets_have_each_class()
    {
        using var french = new FrenchCulture();
        Assert.Equal("y has only one sample of class 2.5: stratify needs 2 or more of each class, one to train on and one to test on.",
            Fails(Numbered(5), ParityValues.Column([0, 0, 2.5, 1, 1]), 0.5, stratify: true));
        Assert.Equal("The 6 samples of 3 classes would be split into 4 to train on and 2 to test on: stratify needs one of each class in both; change testSize.",
            Fails(Numbered(6), ParityValues.Column([0, 1, 2, 0, 1, 2]), 0.3, stratify: true));
        Assert.StartsWith("The 4 samples of 2 classes would be split into 1 to train on and 3",
            Fails(Numbered(4), ParityValues.Column([0, 1, 1, 0]), 0.7, stratify: true));
    }

    [Fact]
    public void X_and_y_must_fit_together()
    {
        Assert.Equal("X is 4x2 but y is 3x1: both need one row per sample.", Fails(Numbered(4), Numbered(3, 1), 0.5));
        Assert.Equal("X is 4x2 but y is 1x4: both need one column per sample.", Fails(Numbered(4), Numbered(4, 1).Transpose(), 0.5));
        Assert.StartsWith("y is 4x2 but must be one column", Fails(Numbered(4), Numbered(4), 0.5));
        Assert.StartsWith("y has NaN at row 1, column 0", Fails(Numbered(2), ParityValues.Column([0, double.NaN]), 0.5));
    }

    /// <summary>The number of each sample, and the same plus a half.</summary>
    private static Matrix<double> Numbered(int samples, int columns = 2) => Matrix<double>.Build.Dense(samples, columns, (i, j) => i + (j / 2.0));

    private static string Fails(Matrix<double> X, Matrix<double> y, double testSize, bool stratify = false) =>
        Assert.Throws<ArgumentException>(() => Datasets.TrainTestSplit(X, y, testSize, stratify: stratify)).Message;
}
