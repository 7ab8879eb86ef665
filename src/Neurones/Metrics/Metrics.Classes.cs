using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

public static partial class Metrics
{
    /// <summary>
    /// How often each class was taken for each: scikit-learn's <c>confusion_matrix(y_true, y_pred, labels=range(k))</c>,
    /// the truth in rows.
    /// </summary>
    /// <param name="y">The classes, 0 to k - 1, (m, 1) or (1, m).</param>
    /// <param name="predicted">The answers, of y's shape; classes, not probabilities.</param>
    /// <param name="classNames">
    /// The name of each class, such as cat, dog; null: they are called 0 to k - 1, and k is one more than the greatest
    /// of y and predicted, at least 2.
    /// </param>
    /// <exception cref="ArgumentException">The two aren't classes in columns or rows of the same length, or a class has no name.</exception>
    public static ConfusionMatrix ConfusionMatrix(Matrix<double> y, Matrix<double> predicted, IReadOnlyList<string>? classNames = null)
    {
        var axis = SampleAxis.Of(y);
        Check.Classes(y, axis);
        Check.SameShape(predicted, y);
        Check.Classes(predicted, axis);

        var classes = 1 + (int)Pairs(y, predicted).Max(pair => Math.Max(pair.Truth, pair.Answer));
        Check.That(classNames is null || classes <= classNames.Count,
            $"classNames has {classNames?.Count} names, but y or predicted has class {classes - 1}: classes are counted from 0; give each its name.");
        var k = classNames?.Count ?? Math.Max(2, classes);
        var counts = new int[k, k];
        foreach (var (truth, answer) in Pairs(y, predicted))
        {
            counts[(int)truth, (int)answer]++;
        }

        return new(counts, classNames ?? [.. Enumerable.Range(0, k).Select(label => FormattableString.Invariant($"{label}"))]);
    }

    /// <summary>
    /// Of the samples called class 1, the share that is: TP / (TP + FP), scikit-learn's <c>precision_score(y_true, y_pred)</c>.
    /// 0 if none is called 1.
    /// </summary>
    /// <param name="y">The labels, 0 or 1, (m, 1) or (1, m).</param>
    /// <param name="predicted">The answers, 0 or 1, of y's shape.</param>
    /// <exception cref="ArgumentException">The two aren't labels in columns or rows of the same length.</exception>
    public static double Precision(Matrix<double> y, Matrix<double> predicted)
    {
        var (right, _, falseAlarms) = CountsOfClass1(y, predicted);
        return Share(right, right + falseAlarms);
    }

    /// <summary>
    /// Of the samples of class 1, the share that is called so: TP / (TP + FN), scikit-learn's <c>recall_score(y_true, y_pred)</c>.
    /// 0 if there is none of class 1.
    /// </summary>
    /// <inheritdoc cref="Precision"/>
    public static double Recall(Matrix<double> y, Matrix<double> predicted)
    {
        var (right, missed, _) = CountsOfClass1(y, predicted);
        return Share(right, right + missed);
    }

    /// <summary>
    /// The harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN): scikit-learn's <c>f1_score(y_true, y_pred)</c>.
    /// 0 if no sample is of class 1 or called so.
    /// </summary>
    /// <inheritdoc cref="Precision"/>
    public static double F1(Matrix<double> y, Matrix<double> predicted)
    {
        var (right, missed, falseAlarms) = CountsOfClass1(y, predicted);
        return Share(2 * right, (2 * right) + missed + falseAlarms);
    }

    private static (double Right, double Missed, double FalseAlarms) CountsOfClass1(Matrix<double> y, Matrix<double> predicted)
    {
        var axis = SampleAxis.Of(y);
        Check.Labels(y, axis: axis);
        Check.SameShape(predicted, y);
        Check.Labels(predicted, axis: axis);
        var counts = ConfusionMatrix(y, predicted);
        return (counts[1, 1], counts[1, 0], counts[0, 1]);
    }

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;
}
