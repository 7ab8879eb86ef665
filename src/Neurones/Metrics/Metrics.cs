using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>How good answers are; the arguments are in scikit-learn's order, the truth first.</summary>
public static class Metrics
{
    /// <summary>The share of answers that are right, from 0 to 1.</summary>
    /// <param name="y">The labels, (m, 1).</param>
    /// <param name="predicted">The answers, (m, 1).</param>
    /// <exception cref="ArgumentException">The two aren't columns of the same length.</exception>
    public static double Accuracy(Matrix<double> y, Matrix<double> predicted)
    {
        Check.Column(y);
        Check.SameShape(predicted, y);
        return y.Column(0).Zip(predicted.Column(0), (label, answer) => label == answer ? 1.0 : 0.0).Average();
    }

    /// <summary>
    /// The log loss, -1/m Σ (y log(p) + (1 - y) log(1 - p)), scikit-learn's <c>log_loss(y_true, y_pred)</c>:
    /// no probability counts as less than 2.2e-16.
    /// </summary>
    /// <param name="y">The labels, 0 or 1, (m, 1).</param>
    /// <param name="probability">The probabilities of class 1, from 0 to 1, (m, 1).</param>
    /// <exception cref="ArgumentException">The two aren't columns of the same length, or hold other values.</exception>
    public static double LogLoss(Matrix<double> y, Matrix<double> probability)
    {
        const double Epsilon = 2.220446049250313e-16;
        Check.Labels(y);
        Check.SameShape(probability, y);
        Check.Probabilities(probability);
        return -y.Column(0).Zip(probability.Column(0), (label, p) => Math.Log(Math.Max(Epsilon, label == 1 ? p : 1 - p))).Average();
    }
}
