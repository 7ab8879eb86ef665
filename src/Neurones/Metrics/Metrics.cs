using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// How good answers are, in scikit-learn's numbers and order of arguments, the truth first. Truth and answers are both
/// one column, (m, 1), as for neurons, or both one row, (1, m), as for networks.
/// </summary>
public static partial class Metrics
{
    /// <summary>The share of answers that are right, from 0 to 1: scikit-learn's <c>accuracy_score(y_true, y_pred)</c>.</summary>
    /// <param name="y">The classes, 0, 1, 2 and so on, (m, 1) or (1, m).</param>
    /// <param name="predicted">The answers, of y's shape; classes, not probabilities.</param>
    /// <exception cref="ArgumentException">The two aren't classes in columns or rows of the same length.</exception>
    public static double Accuracy(Matrix<double> y, Matrix<double> predicted)
    {
        var axis = SampleAxis.Of(y);
        Check.Classes(y, axis);
        Check.SameShape(predicted, y);
        Check.Classes(predicted, axis);
        return Pairs(y, predicted).Average(pair => pair.Truth == pair.Answer ? 1.0 : 0.0);
    }

    /// <summary>
    /// The log loss, -1/m Σ (y log(p) + (1 - y) log(1 - p)), scikit-learn's <c>log_loss(y_true, y_pred)</c>:
    /// no probability counts as less than 2.2e-16.
    /// </summary>
    /// <param name="y">The labels, 0 or 1, (m, 1) or (1, m).</param>
    /// <param name="probability">The probabilities of class 1, from 0 to 1, of y's shape.</param>
    /// <exception cref="ArgumentException">The two aren't columns or rows of the same length, or hold other values.</exception>
    public static double LogLoss(Matrix<double> y, Matrix<double> probability)
    {
        const double Epsilon = 2.220446049250313e-16;
        Check.Labels(y, axis: SampleAxis.Of(y));
        Check.SameShape(probability, y);
        Check.Probabilities(probability);
        return -Pairs(y, probability).Average(pair => Math.Log(Math.Max(Epsilon, pair.Truth == 1 ? pair.Answer : 1 - pair.Answer)));
    }

    /// <summary>The mean of the squared errors, 1/m Σ (predicted - y)²: scikit-learn's <c>mean_squared_error(y_true, y_pred)</c>.</summary>
    /// <param name="y">The true values, (m, 1) or (1, m).</param>
    /// <param name="predicted">The answers, of y's shape.</param>
    /// <exception cref="ArgumentException">The two aren't columns or rows of the same length, or have values that aren't numbers.</exception>
    public static double MeanSquaredError(Matrix<double> y, Matrix<double> predicted)
    {
        Check.OneValuePerSample(y, nameof(y), SampleAxis.Of(y));
        Check.SameShape(predicted, y);
        Check.Finite(y, nameof(y), "replace or remove that sample first");
        Check.Finite(predicted, nameof(predicted), "a model that answers so has diverged; train it with a smaller rate");
        return Pairs(y, predicted).Average(pair => (pair.Answer - pair.Truth) * (pair.Answer - pair.Truth));
    }

    private static IEnumerable<(double Truth, double Answer)> Pairs(Matrix<double> y, Matrix<double> answers) =>
        y.Enumerate(Zeros.Include).Zip(answers.Enumerate(Zeros.Include));
}
