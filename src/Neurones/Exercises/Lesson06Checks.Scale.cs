using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Exercises;

public static partial class Lesson06Checks
{
    private static Verdict ScaleVerdict(Func<Matrix<double>, Matrix<double>, (Matrix<double> Train, Matrix<double> Test)> scale)
    {
        var train = Matrix<double>.Build.DenseOfRowArrays([20, 60], [100, 40], [30, 80]);
        var test = Matrix<double>.Build.DenseOfRowArrays([35, 60], [55, 125]);
        var answer = scale(train.Clone(), test.Clone());
        if (answer is { Train: null, Test: null }) return Verdict.NotStarted("Return both sets, scaled: (train, test).");
        if (answer is { Train: null } or { Test: null }) return Verdict.Wrong("One of the two sets is null: return both, scaled.");

        var (min, max) = (20.0, 100.0);
        var right = MinMaxScaler.FitWhole(train);
        if (Answer.Is(answer.Train, right.Transform(train)) && Answer.Is(answer.Test, right.Transform(test)))
        {
            return Verdict.Right("The same measurement always becomes the same number, whichever set it is in; the test set had no say in the scale.");
        }

        var together = MinMaxScaler.FitWhole(train.Stack(test));
        return Verdict.Wrong(
            Answer.HintFor(
                answer.Train,
                (train, "The training set comes back as it went in: subtract the minimum and divide by max - min."),
                (train / max, "You divided by max alone: subtract the minimum first, and divide by max - min."),
                (train / (max - min), "You divided by max - min but didn't subtract the minimum, so the least value isn't 0."),
                (train / 255, "255 isn't this set's maximum, and the minimum isn't subtracted: look both up in the training set."),
                (((train - min) / max) - min, "Brackets around max - min too: C# divides before it subtracts."),
                ((train - min) / max, "You subtracted the minimum but divided by max; the range is max - min."),
                (train - (min / (max - min)), "C# divides before it subtracts: put brackets around train - min."),
                (train - (min / max) - min, "C# divides before it subtracts: put brackets around train - min and around max - min."),
                (MinMaxScaler.Fit(train).Transform(train), "You scaled each column by its own minimum and maximum; here one minimum and one maximum serve the whole set."),
                (together.Transform(train), "Your minimum and maximum are those of both sets together, so the test set isn't hidden any more: take them from train alone."),
                (MinMaxScaler.FitWhole(test).Transform(train), "You took minimum and maximum from the test set: take them from train."),
                (right.Transform(test), "The two sets come back in the wrong order: return (train, test)."))
            ?? Answer.HintFor(
                answer.Test,
                (MinMaxScaler.FitWhole(test).Transform(test), "You scaled the test set by its own minimum and maximum, so the same grey becomes two different numbers: use the training set's for both."),
                (MinMaxScaler.Fit(test).Transform(test), "You scaled the test set by its own columns' minimum and maximum: use the training set's for both."),
                (test, "The test set comes back as it went in: scale it too, with the training set's minimum and maximum."),
                (right.Transform(test).Map(v => Math.Clamp(v, 0, 1)), "You cut the test values off at 0 and 1; a value beyond the training set's range may stay there."))
            ?? "The numbers differ from (x - min) / (max - min) with the training set's min and max: try it on a small matrix by hand.");
    }
}
