using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

/// <summary>The checks of lesson 11's exercises. Each knows the usual mistakes and has a hint for every one of them.</summary>
public static partial class Lesson11Checks
{
    /// <summary>Exercise 1: half the mean squared error of the predictions 3, 5, 9 where 4, 7, 6 are right.</summary>
    /// <param name="cost">The learner's answer; NaN while there is none.</param>
    public static Verdict HalfMeanSquaredError(double cost)
    {
        const double right = 14 / 6.0;
        if (double.IsNaN(cost)) return Verdict.NotStarted("Replace double.NaN by your answer.");

        return Answer.Is(cost, right, tolerance: 0.005)
            ? Verdict.Right("The errors are -1, -2 and 3. Look at their squares, 1, 4 and 9: the largest error makes up most of the cost.")
            : Verdict.Wrong(Answer.HintFor(
                Math.Round(cost, 2),
                (4.67, "That's the mean squared error. Ours is half of it: 1 / (2m)."),
                (14, "That's the sum of the squares. The cost is half their mean: divide by 2m."),
                (7, "You halved the sum of the squares. It must be divided by the number of samples too."),
                (2, "That's the mean of the errors without their signs. Square them instead. (Or did whole numbers cut 14 / 6 down to 2? Write 14.0 / 6.)"),
                (1, "That's half the mean of the errors without their signs. Square them instead."),
                (0, "The errors -1, -2 and 3 cancel out if you just add them up: that's why they're squared. (Or did you write 1 / 6, which is 0 for whole numbers? Write 1.0 / 6.)"),
                (2.16, "That's the root of the mean squared error. No root here, and half of the mean."),
                (1.53, "No root here: half the mean of the squares, that's all."),
                (3.5, "You divided by one too few: there are 3 samples."))
                ?? Invariant($"It isn't {cost:G6}. What are the three errors a - y, and what are their squares?"));
    }

    /// <summary>Exercise 2: the steps of 10 epochs with 1,000 samples in batches of 32.</summary>
    /// <param name="steps">The learner's answer; NaN while there is none.</param>
    public static Verdict Steps(double steps)
    {
        if (double.IsNaN(steps)) return Verdict.NotStarted("Replace double.NaN by your answer.");

        return Answer.Is(steps, 320)
            ? Verdict.Right("31 full batches and one of 8 are 32 steps in an epoch. With all samples at a time there would be only 10 in the whole training.")
            : Verdict.Wrong(Answer.HintFor(
                steps,
                (310, "In each epoch 8 samples are left over after 31 full batches. They make a batch too."),
                (312.5, "There are no half steps: round up in each epoch, since what is left makes a batch too."),
                (312, "You rounded at the end. But each epoch is cut anew: round up in each one, then multiply."),
                (313, "You rounded at the end. But each epoch is cut anew: round up in each one, then multiply."),
                (32, "That's one epoch. There are 10."),
                (31, "That's one epoch, and its last batch, with the 8 samples that are left, is missing."),
                (31.25, "That's one epoch, and there are no quarter steps: what is left makes a batch too."),
                (10, "That's the number of epochs. Each has many steps, one for each batch."),
                (10_000, "That's how many samples are seen. A step is made for each batch of 32."),
                (320_000, "Too many: divide the samples by the size of a batch, don't multiply."))
                ?? Invariant($"It isn't {steps:G6}. How many batches do 1,000 samples make, cut by 32? Then think of the 10 epochs."));
    }

    /// <summary>Exercise 3: the rate from which on a neuron w x no longer gets closer to its goal.</summary>
    /// <param name="largestRate">The learner's function: X, (m, 1), gives the rate.</param>
    public static Verdict LargestRate(Func<Matrix<double>, double> largestRate) => Verdict.Of(() => LargestRateVerdict(largestRate));

    /// <summary>Exercise 4: an epoch of training in batches.</summary>
    /// <param name="epoch">The learner's function: batches, each with X, (size, n), and y, (size, 1), W, (n, 1), b and the rate give the W and b at the epoch's end.</param>
    public static Verdict Epoch(
        Func<List<(Matrix<double> X, Matrix<double> y)>, Matrix<double>, double, double, (Matrix<double> W, double b)> epoch) =>
        Verdict.Of(() => EpochVerdict(epoch));

    /// <summary>Exercise 5: the gradient of all samples from the gradients of its pieces.</summary>
    /// <param name="accumulate">The learner's function: X, (m, n), y, (m, 1), W, (n, 1), b and how many samples a piece has give dW, (n, 1), and db.</param>
    public static Verdict Accumulate(
        Func<Matrix<double>, Matrix<double>, Matrix<double>, double, int, (Matrix<double> dW, double db)> accumulate) =>
        Verdict.Of(() => AccumulateVerdict(accumulate));

    private static Verdict LargestRateVerdict(Func<Matrix<double>, double> largestRate)
    {
        double[] x = [1, 2, -3, 5, 4];
        var (m, squares) = (x.Length, x.Sum(value => value * value));
        var c = squares / m;
        var rate = largestRate(Matrix<double>.Build.Dense(m, 1, x));
        if (double.IsNaN(rate)) return Verdict.NotStarted("Return the rate instead of NaN.");

        return Answer.Is(rate, 2 / c)
            ? Verdict.Right("So inputs ten times as large allow only a hundredth of the rate. That's why inputs are scaled before a training.")
            : Verdict.Wrong(Answer.HintFor(
                rate,
                (1 / c, "With that rate one step leads to the goal: it's the best one. Which factor 1 - αc makes the distance stay as large as it is?"),
                (2 / squares, "The curvature is the mean of the squared inputs, not their sum."),
                (1 / squares, "The curvature is the mean of the squared inputs, not their sum; and the limit is 2 / c."),
                (2 / Math.Pow(x.Average(), 2), "You squared the mean. Take the mean of the squares."),
                (2 / x.Average(), "The inputs must be squared before the mean is taken."),
                (2 / x.Average(Math.Abs), "The inputs must be squared before the mean is taken, not only lose their signs."),
                (2 / x.Max(value => value * value), "You took the largest square. The curvature is the mean of all of them."),
                (2 / (squares / (m - 1)), "You divided by one too few: take the mean over all samples."),
                (c, "That's the curvature c itself. For which rate is 1 - αc just -1?"),
                (c / 2, "Upside down: the limit is 2 / c."),
                (2 * c, "The limit is 2 / c, not 2 c."),
                (1 / (2 * c), "The limit is four times as large: 2 / c."),
                (4 / c, "Twice too much. Is the half of the cost in your c? The curvature is the mean of the squared inputs, without the half."))
                ?? Invariant($"For the inputs 1, 2, -3, 5 and 4 it is {2 / c:G6}, but you return {rate:G6}. Each step multiplies the distance by 1 - αc: when does the distance stop shrinking?"));
    }

    private static (Matrix<double> X, Matrix<double> y) FiveSamples() => (
        Matrix<double>.Build.DenseOfRowArrays([1, 2], [-3, 0.5], [2, -1], [0, 3], [4, 1]),
        Matrix<double>.Build.Dense(5, 1, [2, -1, 5, 0.5, 3]));

    private static (Matrix<double> X, Matrix<double> y) Rows(Matrix<double> X, Matrix<double> y, int start, int count) =>
        (X.SubMatrix(start, count, 0, X.ColumnCount), y.SubMatrix(start, count, 0, 1));

    private static (Matrix<double> dW, double db) Slopes((Matrix<double> X, Matrix<double> y) batch, Matrix<double> W, double b) =>
        LinearNeuronFunctions.Gradients(LinearNeuronFunctions.Model(batch.X, W, b), batch.X, batch.y);

    private static double[] Flat(Matrix<double> W, double b) => [.. W.ToColumnMajorArray(), b];
}
