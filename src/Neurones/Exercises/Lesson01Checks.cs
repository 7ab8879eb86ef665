namespace Neurones.Exercises;

/// <summary>The checks of lesson 1's exercises: each compares the answer with the right one and with the usual mistakes.</summary>
public static partial class Lesson01Checks
{
    /// <summary>Exercise 1: one unit that answers 1 when at least two of its three inputs are 1.</summary>
    /// <param name="alarm">The answer; null while there is none.</param>
    public static Verdict TwoOfThree(ThresholdLogicUnit? alarm) => TwoOfThreeVerdict(alarm);

    /// <summary>Exercise 2: the weights and the bias of a perceptron after one pass over OR, from 0 and with a rate of 1.</summary>
    /// <param name="parameters">The answer; NaN while there is none.</param>
    public static Verdict PassOverOr((double w1, double w2, double b) parameters) => PassOverOrVerdict(parameters);

    /// <summary>Exercise 3: the leaky ReLU, with 0.1 z for negative z, and its slope.</summary>
    /// <param name="leakyReLU">The function of z.</param>
    public static Verdict LeakyReLU(Func<double, (double a, double slope)> leakyReLU) =>
        Verdict.Of(() => LeakyReLUVerdict(leakyReLU));

    /// <summary>Exercise 4: one iteration of gradient descent for the line f(x) = a x + b.</summary>
    /// <param name="step">The function of a, b, x, y and the rate; it gives the new a and b.</param>
    public static Verdict DescentStep(Func<double, double, double[], double[], double, (double a, double b)> step) =>
        Verdict.Of(() => DescentStepVerdict(step));

    /// <summary>Exercise 5: a network of at most four units that answers 1 when an odd number of its three inputs is 1.</summary>
    /// <param name="odd">The answer; null while there is none.</param>
    public static Verdict Odd(ThresholdNetwork? odd) => OddVerdict(odd);

    /// <summary>The first row in which an answer differs from the right one, in words.</summary>
    private static string FirstDifference(TruthTable answer, TruthTable right)
    {
        var (mine, row) = answer.Rows.Zip(right.Rows).First(rows => rows.First.Output != rows.Second.Output);
        return FormattableString.Invariant($"For the inputs {string.Join(" ", row.Inputs)} the answer must be {row.Output}, but yours is {mine.Output}.");
    }
}
