using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson12Checks
{
    private static Verdict LossOfLettersVerdict(double loss)
    {
        const double k = 26;
        const string WholeNumbers = "With whole numbers 1 / 26 is 0 in C#, and its logarithm is infinite. Write 1.0 / 26.";
        var right = Math.Log(k);
        if (double.IsNaN(loss)) return Verdict.NotStarted("Replace double.NaN: each letter gets 1/26. What does the model pay for a letter?");
        if (double.IsInfinity(loss)) return Verdict.Wrong(WholeNumbers);

        return Answer.Is(loss, right, 1e-3)
            ? Verdict.Right("It's log(k) for any k: your loss before the first step must be near it, or something is wrong already.")
            : Verdict.Wrong(Answer.HintFor(
                Math.Round(loss, 3),
                (Math.Round(-right, 3), "The sign is wrong: log(1/26) is negative, and the price is minus that."),
                (Math.Round(1 / k, 3), "That's the probability of each letter. The price is minus its logarithm."),
                (Math.Round(Math.Log(10), 3), "That's log(10), the price with ten classes. There are 26 letters."),
                (Math.Round(Math.Log10(k), 3), "That's the logarithm to the base 10. The natural one is Math.Log."),
                (Math.Round(Math.Log2(k), 3), "That's the logarithm to the base 2. The natural one is Math.Log."),
                (Math.Round(k * right, 3), "That's the price times 26. Only the true letter counts, one of the 26 terms."),
                (Math.Round(right / k, 3), "You divided by 26. The mean is over the samples, and each of them pays the same."),
                (0, WholeNumbers))
                ?? Invariant($"It isn't {loss:G6}. The model gives 1/26 to the truth, whatever letter it is: what is -log of that?"));
    }

    private static Verdict EncodeVerdict(Func<Matrix<double>, int, Matrix<double>> encode)
    {
        const int k = 4;
        var y = Matrix<double>.Build.Dense(5, 1, [2, 0, 1, 2, 0]);
        var right = OneHot.Encode(y, k);
        var mine = encode(y.Clone(), k);
        if (mine is null) return Verdict.NotStarted("Return a matrix with a row for each sample and a column for each class.");
        if (Answer.Is(mine, right)) return Verdict.Right("A truth of the same form as the answer: now the two can be subtracted.");

        var counted = Matrix<double>.Build.Dense(5, k, (i, c) => y[i, 0] == c + 1 ? 1 : 0);
        return Verdict.Wrong(Answer.HintFor(
            mine,
            (0 * right, "Every number is still 0: each row needs a 1 at the place of its class."),
            (1 - right, "The 0s and 1s have changed places: 1 stands for the true class."),
            (right.Transpose(), "That's the transpose: the samples must stand in rows, (m, k)."),
            (right.SubMatrix(0, 5, 0, 3), "There is no column for class 3, which none of these samples has. k says how many columns there are."),
            (counted, "You count the classes from 1. The first column stands for class 0."),
            (Matrix<double>.Build.Dense(5, k, (i, c) => c == y[i, 0] ? y[i, 0] : 0), "You wrote the class itself into its place. Write 1: class 0 would vanish otherwise."))
            ?? WrongShapeOrNumber("Y", mine, right));
    }

    private static Verdict TopAccuracyVerdict(Func<Matrix<double>, Matrix<double>, int, double> accuracy)
    {
        var A = Matrix<double>.Build.DenseOfRowArrays(
            [0.5, 0.3, 0.15, 0.05], [0.1, 0.2, 0.3, 0.4], [0.25, 0.45, 0.1, 0.2], [0.05, 0.1, 0.25, 0.6], [0.4, 0.35, 0.05, 0.2], [0.1, 0.6, 0.25, 0.05], [0.2, 0.7, 0.06, 0.04]);
        var y = Matrix<double>.Build.Dense(7, 1, [0, 1, 0, 3, 2, 2, 1]);
        foreach (var n in new[] { 2, 1, 3, 4 })
        {
            var mine = accuracy(A.Clone(), y.Clone(), n);
            if (double.IsNaN(mine)) return Verdict.NotStarted("Return a share from 0 to 1 instead of NaN.");

            var right = Share(n);
            if (Answer.Is(mine, right)) continue;

            return Verdict.Wrong(Answer.HintFor(
                mine,
                (0, "It is 0: is a whole number divided by a whole number? Write 1.0 * right / A.RowCount, or count in a double."),
                (right * 7, "That's how many samples. Divide by m for their share."),
                (1 - right, "That's the share of samples whose truth is not among the best n."),
                (Share(n + 1), Invariant($"That's the share for {n + 1}: the truth is among the best n if fewer than n classes got more than it.")),
                (Share(n - 1), Invariant($"That's the share for {n - 1}. The truth counts among the n itself.")),
                (Share(1), "That's the ordinary accuracy, for the best one alone: n must play a part."))
                ?? Invariant($"In the check's example with n = {n} the share is {right:G4}, but you return {mine:G4}."));
        }

        return Verdict.Right("With n = 1 it's the accuracy, with n = k it's 1. Competitions on a thousand classes are judged by the best five.");

        double Share(int n) => Enumerable.Range(0, 7).Count(i => A.Row(i).Count(a => a > A[i, (int)y[i, 0]]) < n) / 7.0;
    }
}
