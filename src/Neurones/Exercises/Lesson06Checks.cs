using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Exercises;

/// <summary>The checks of lesson 6's exercises: each compares the answer with the right one and with the usual mistakes.</summary>
public static partial class Lesson06Checks
{
    /// <summary>Exercise 1: the accuracy of a neuron that recognises 56 of 100 cats and 46 of 100 dogs.</summary>
    /// <param name="accuracy">The answer; NaN while there is none.</param>
    public static Verdict Accuracy(double accuracy)
    {
        if (double.IsNaN(accuracy)) return Verdict.NotStarted("Replace double.NaN by the accuracy.");
        if (Answer.Is(accuracy, 0.51)) return Verdict.Right("A coin flip earns 0.5 here: compare every accuracy with that of guessing.");

        return Verdict.Wrong(
            Answer.HintFor(
                accuracy,
                (0, "C# divided two whole numbers, and 102 / 200 is 0 in whole numbers: write 200.0."),
                (102, "102 is how many answers are right; accuracy is their share: divide by the number of photos."),
                (51, "That's the percentage; accuracy is a share, from 0 to 1."),
                (0.49, "That's the share of mistakes; accuracy is the share of right answers."),
                (0.56, "You counted the cats alone; the dogs are photos too."),
                (0.46, "You counted the dogs alone; the cats are photos too."),
                (1.02, "You divided by 100, but there are 200 photos: 100 cats and 100 dogs."))
            ?? "How many photos did it get right in all, cats and dogs together? Divide that by the number of photos.");
    }

    /// <summary>Exercise 2: min-max scaling of two sets by one minimum and one maximum, those of the training set.</summary>
    /// <param name="scale">The function: the training set, (m, n), and the test set, (k, n), give both scaled.</param>
    public static Verdict Scale(Func<Matrix<double>, Matrix<double>, (Matrix<double> Train, Matrix<double> Test)> scale) =>
        Verdict.Of(() => ScaleVerdict(scale));

    /// <summary>Exercise 3: a log loss that answers of exactly 0 and 1 can't break.</summary>
    /// <param name="logLoss">The function of A and y, both (m, 1).</param>
    public static Verdict LogLoss(Func<Matrix<double>, Matrix<double>, double> logLoss) =>
        Verdict.Of(() => LogLossVerdict(logLoss));

    /// <summary>Exercise 4: the iteration at which the test loss was lowest.</summary>
    /// <param name="bestIteration">The function of a history whose records all have test losses.</param>
    public static Verdict BestIteration(Func<History, int> bestIteration) =>
        Verdict.Of(() => BestIterationVerdict(bestIteration));

    /// <summary>Exercise 5: the log loss of one sample computed from z, right for every z.</summary>
    /// <param name="loss">The function of z and of the label, 0 or 1.</param>
    public static Verdict LossFromZ(Func<double, double, double> loss) =>
        Verdict.Of(() => LossFromZVerdict(loss));
}
