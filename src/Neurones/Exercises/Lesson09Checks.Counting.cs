using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson09Checks
{
    private static Verdict ParameterCountVerdict(int count) => count switch
    {
        0 => Verdict.NotStarted("Replace the 0 by the number of weights and biases."),
        65_569 => Verdict.Right("65,569 numbers for 1,000 photos: 65 numbers for each photo that it learns from. No wonder that it can learn them by heart."),
        65_536 => Verdict.Wrong("That's W1 alone, 16 times 4096. There are three matrices more."),
        65_552 => Verdict.Wrong("That's W1 with 16 more numbers: the weights without biases, or the first layer alone. Count all four matrices."),
        65_553 => Verdict.Wrong("Nearly: the 16 biases of the hidden neurons are missing."),
        65_568 => Verdict.Wrong("Nearly: one is missing, the bias of the output neuron."),
        4_113 => Verdict.Wrong("You added 4096 + 16 + 1. But every hidden neuron has a weight for every pixel: multiply."),
        4_097 => Verdict.Wrong("That's the single neuron of lesson 6. Here 16 of them stand in the hidden layer."),
        129 => Verdict.Wrong("That's the network of the circles, 2-32-1. The photos' network has 4096 variables and 16 hidden neurons."),
        _ => Verdict.Wrong(Invariant($"It isn't {count}. Write down the shapes of W1, b1, W2 and b2, count each, and add up.")),
    };

    private static Verdict AccuracyVerdict(Func<Matrix<double>, Matrix<double>, double> accuracy)
    {
        // Six of eight answers are right, one of them by a probability of exactly one half.
        var A2 = Matrix<double>.Build.Dense(1, 8, [0.9, 0.2, 0.5, 0.7, 0.4, 0.1, 0.3, 0.2]);
        var y = Matrix<double>.Build.Dense(1, 8, [1, 0, 1, 0, 0, 0, 1, 0]);
        var mine = accuracy(A2.Clone(), y.Clone());
        if (double.IsNaN(mine)) return Verdict.NotStarted("Return the accuracy instead of NaN.");

        return Answer.Is(mine, 0.75)
            ? Verdict.Right("One line, and the number that everybody asks for first. But it's blind to certainty: an answer of 0.51 counts as much as one of 0.99. That's what the loss is for.")
            : Verdict.Wrong(Answer.HintFor(
                mine,
                (0, "It is 0: with whole numbers 6 / 8 is 0 in C#; or you compared the probabilities themselves with y, before making them 0 or 1."),
                (6, "6 answers are right. The accuracy is their share: divide by m, the number of columns. (y.RowCount is 1.)"),
                (0.625, "A probability of exactly 0.5 means 1: write >=, not >. (Math.Round doesn't help: it rounds 0.5 to 0.)"),
                (0.25, "That's the share of wrong answers, 1 - accuracy; or you counted only the right answers of class 1."),
                (1, "It is 1, as if all were right: did you look at the first sample only (y.RowCount is 1), or let errors of 1 and -1 cancel each other?"),
                (75, "75 is the percentage. Return the share, a number between 0 and 1."),
                (0.6375, "You compared the probabilities themselves with y. First make each of them an answer, 0 or 1."),
                (0.375, "That's the share of answers that are 1, right or not. Compare each answer with y."),
                (2.0 / 3, "You looked at some of the samples only. All 8 count, those of class 0 too."))
                ?? Invariant($"Of the check's 8 answers 6 are right, so the accuracy is 0.75, but you return {mine:G6}."));
    }

    private static Verdict DifferentRowsVerdict(Func<Matrix<double>, int> differentRows)
    {
        // Nine rows, two of which come twice.
        var W = Matrix<double>.Build.DenseOfRowArrays([1, 2], [3, 4], [2, 1], [1, 2], [1, 3], [1, 9], [5, 0], [3, 4], [1, 5]);
        return differentRows(W) switch
        {
            7 => Verdict.Right("If all rows of W1 begin alike, this stays 1 forever: 32 neurons that compute one and the same thing. Random weights break the symmetry."),
            9 => Verdict.Wrong("You counted all 9 rows. Equal rows may stand far apart, so neighbours aren't enough; and == or Distinct doesn't compare the numbers of two arrays, nor == those of two vectors: W.Row(i).Equals(W.Row(j)) does."),
            4 => Verdict.Wrong("You compared only the first number of each row. Two rows are the same only if all their numbers are equal."),
            6 => Verdict.Wrong("(1, 2) and (2, 1) are different rows, though they have the same sum. Compare number by number."),
            5 => Verdict.Wrong("You left out the rows that come twice. They count too, once."),
            2 => Verdict.Wrong("2 rows come twice (and there are 2 columns). How many different rows are there in all?"),
            var other => Verdict.Wrong(Invariant($"The check's W has 9 rows, 7 of them different, but you return {other}.")),
        };
    }
}
