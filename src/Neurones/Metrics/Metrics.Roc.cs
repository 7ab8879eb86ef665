using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

public static partial class Metrics
{
    /// <summary>
    /// What each threshold would cost: the share of class 0 that it calls 1 and the share of class 1 that it finds.
    /// scikit-learn's <c>roc_curve(y_true, y_score, drop_intermediate=False)</c>.
    /// </summary>
    /// <param name="y">The labels, 0 or 1, some of each, (m, 1) or (1, m).</param>
    /// <param name="score">The greater, the more likely class 1, of y's shape: such as probabilities, or Z.</param>
    /// <returns>
    /// A point for each distinct score, from the greatest to the least: those of that score or more are called 1. Before
    /// them the point (0, 0), where nothing is; its threshold is infinity, as in scikit-learn from 1.3 on.
    /// </returns>
    /// <exception cref="ArgumentException">The two aren't columns or rows of the same length, or hold other values, or y has one class only.</exception>
    public static (double[] FalsePositiveRate, double[] TruePositiveRate, double[] Thresholds) RocCurve(Matrix<double> y, Matrix<double> score)
    {
        Check.Labels(y, axis: SampleAxis.Of(y));
        Check.SameShape(score, y);
        Check.Finite(score, nameof(score), "give a number for each sample");
        var positives = y.Enumerate().Sum();
        var negatives = (y.RowCount * y.ColumnCount) - positives;
        Check.That(positives > 0 && negatives > 0,
            $"y has only label {y[0, 0]}: a ROC curve weighs the errors on one class against those on the other; add some samples of class {1 - y[0, 0]}.");

        var (falsePositives, truePositives) = (0.0, 0.0);
        List<double> falseRates = [0], trueRates = [0], thresholds = [double.PositiveInfinity];
        foreach (var tied in Pairs(y, score).GroupBy(pair => pair.Answer, pair => pair.Truth).OrderByDescending(tied => tied.Key))
        {
            truePositives += tied.Sum();
            falsePositives += tied.Count() - tied.Sum();
            falseRates.Add(falsePositives / negatives);
            trueRates.Add(truePositives / positives);
            thresholds.Add(tied.Key);
        }

        return ([.. falseRates], [.. trueRates], [.. thresholds]);
    }

    /// <summary>
    /// The area under <see cref="RocCurve"/>: how likely a sample of class 1 has a greater score than one of class 0, equal
    /// scores counting half. 1 is perfect, 0.5 is a coin. scikit-learn's <c>roc_auc_score(y_true, y_score)</c>.
    /// </summary>
    /// <param name="y">The labels, 0 or 1, some of each, (m, 1) or (1, m).</param>
    /// <param name="score">The greater, the more likely class 1, of y's shape: such as probabilities, or Z.</param>
    /// <exception cref="ArgumentException">The two aren't columns or rows of the same length, or hold other values, or y has one class only.</exception>
    public static double RocAuc(Matrix<double> y, Matrix<double> score)
    {
        var (x, height, _) = RocCurve(y, score);
        return Enumerable.Range(1, x.Length - 1).Sum(i => (x[i] - x[i - 1]) * (height[i] + height[i - 1]) / 2);
    }
}
