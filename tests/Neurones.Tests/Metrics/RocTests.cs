using FsCheck;
using FsCheck.Fluent;

namespace Neurones.Tests;

public class RocTests
{
    public sealed record Curve(double[] Y, double[] Score, double[] FalsePositiveRate, double[] TruePositiveRate, double[] Thresholds, double Auc);

    public sealed record Peer(Curve[] Roc);

    [Fact]
    public void Curve_and_area_are_scikit_learns_equal_scores_too() =>
        Assert.All(ParityValues.Load<Peer>("data-metrics.json").Roc, peer =>
        {
            var (y, score) = (ParityValues.Column(peer.Y), ParityValues.Column(peer.Score));
            var (falsePositives, truePositives, thresholds) = Metrics.RocCurve(y, score);
            Near.Equal(peer.FalsePositiveRate, falsePositives, 1e-12);
            Near.Equal(peer.TruePositiveRate, truePositives, 1e-12);
            Assert.Equal([double.PositiveInfinity, .. peer.Thresholds], thresholds);
            Near.Equal(peer.Auc, Metrics.RocAuc(y, score), 1e-12);
            Near.Equal(peer.Auc, Metrics.RocAuc(y.Transpose(), score.Transpose()), 1e-12);
        });

    [Fact]
    public void The_area_is_how_often_class_1_scores_above_class_0_on_whatever_scale() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyArray<(bool Label, sbyte Score)>>(), drawn =>
        {
            (bool Label, sbyte Score)[] samples = [.. drawn.Get, (false, 3), (true, -5)];
            var y = ParityValues.Column(samples.Select(s => s.Label ? 1.0 : 0));
            var score = ParityValues.Column(samples.Select(s => (double)s.Score));
            var pairs = from one in samples.Where(s => s.Label) from zero in samples.Where(s => !s.Label) select (Math.Sign(one.Score - zero.Score) + 1) / 2.0;
            var auc = Metrics.RocAuc(y, score);
            return Math.Abs(auc - pairs.Average()) < 1e-12
                && auc == Metrics.RocAuc(y, score.Map(z => 1 / (1 + Math.Exp(-z / 10))))
                && Math.Abs(auc + Metrics.RocAuc(y, -score) - 1) < 1e-12;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bad_input_is_named()
    {
        using var french = new FrenchCulture();
        var (y, score) = (ParityValues.Column([0, 1]), ParityValues.Column([0.5, double.NaN]));
        Assert.Equal("y has only label 1: a ROC curve weighs the errors on one class against those on the other; add some samples of class 0.",
            Fails(() => Metrics.RocAuc(ParityValues.Column([1, 1]), y)));
        Assert.StartsWith("y has only label 0", Fails(() => Metrics.RocCurve(ParityValues.Column([0]), ParityValues.Column([0]))));
        Assert.Equal("score has NaN at row 1, column 0 (counted from 0): give a number for each sample.", Fails(() => Metrics.RocAuc(y, score)));
        Assert.StartsWith("y must hold labels, 0 or 1, but has 0.5 at row 0", Fails(() => Metrics.RocAuc(score, y)));
        Assert.Equal("score is 1x2 but y is 2x1: both must have the same shape.", Fails(() => Metrics.RocAuc(y, score.Transpose())));
    }

    private static string Fails(Func<object> measure) => Assert.Throws<ArgumentException>(measure).Message;
}
