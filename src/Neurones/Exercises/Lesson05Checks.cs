using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

/// <summary>The checks of lesson 5's exercises. Each knows the usual mistakes and has a hint for every one of them.</summary>
public static partial class Lesson05Checks
{
    /// <summary>Exercise 1: the log loss of a neuron that answers 0.5 for each of 100 plants, 50 of them toxic.</summary>
    /// <param name="loss">The learner's answer; NaN while there is none.</param>
    public static Verdict LossOfHalf(double loss)
    {
        if (double.IsNaN(loss)) return Verdict.NotStarted("Replace double.NaN by your answer.");

        return Answer.Is(loss, Math.Log(2), tolerance: 0.005)
            ? Verdict.Right("log(2) = 0.693 is the price of not knowing. Remember it: a loss above it is worse than honest ignorance.")
            : Verdict.Wrong(LossOfHalfHint(loss) ?? Invariant($"It isn't {loss:G6}. What does each plant pay, and what is the mean of 100 equal prices?"));
    }

    /// <summary>Exercise 2: slope and intercept of the decision boundary.</summary>
    /// <param name="line">The learner's function: W, (2, 1), and b give slope and intercept.</param>
    public static Verdict BoundaryLine(Func<Matrix<double>, double, (double Slope, double Intercept)> line) =>
        Verdict.Of(() => BoundaryLineVerdict(line));

    /// <summary>Exercise 3: the gradients of the log loss.</summary>
    /// <param name="gradients">The learner's function: A, (m, 1), X, (m, n), and y, (m, 1), give dW, (n, 1), and db.</param>
    public static Verdict Gradients(Func<Matrix<double>, Matrix<double>, Matrix<double>, (Matrix<double> dW, double db)> gradients) =>
        Verdict.Of(() => GradientsVerdict(gradients));

    /// <summary>Exercise 4: the classes of samples for any threshold.</summary>
    /// <param name="predictFrom">The learner's function: X, (m, n), W, (n, 1), b and the threshold give 0 or 1 for each sample, (m, 1).</param>
    public static Verdict PredictFrom(Func<Matrix<double>, Matrix<double>, double, double, Matrix<double>> predictFrom) =>
        Verdict.Of(() => PredictFromVerdict(predictFrom));

    /// <summary>Exercise 5: the share of the samples of class 1 that are found.</summary>
    /// <param name="recall">The learner's function: A, (m, 1), y, (m, 1), and the threshold give the recall.</param>
    public static Verdict Recall(Func<Matrix<double>, Matrix<double>, double, double> recall) =>
        Verdict.Of(() => RecallVerdict(recall));

    private static string? LossOfHalfHint(double loss) => Answer.HintFor(
        Math.Round(loss, 2),
        (-0.69, "Nearly: but a price can't be negative. The formula begins with a minus sign."),
        (69.31, "That's the sum over all the plants. The log loss is their mean: divide by m = 100."),
        (0.3, "That's the logarithm to base 10. The log loss uses the natural one: Math.Log in C#, ln on most pocket calculators."),
        (1, "That's the logarithm to base 2. The log loss uses the natural one: Math.Log in C#."),
        (0.35, "You counted only half of the plants. The harmless ones pay too: they got 1 - 0.5 for the truth."),
        (1.39, "You counted both terms for each plant. One of the two is always multiplied by 0."),
        (0.5, "0.5 is what the neuron answers. What does it pay for having given 0.5 to the truth?"),
        (0, "The loss is 0 only for a neuron that is certain and right about every plant."));
}
