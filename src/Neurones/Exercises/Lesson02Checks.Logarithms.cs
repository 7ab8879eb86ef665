using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson02Checks
{
    private const int ManySamples = 2000;

    private static Verdict LogLossVerdict(Func<double[], double[], double> logLoss)
    {
        double[] a = [0.9, 0.2, 0.6, 0.3, 0.75], y = [1, 0, 0, 1, 1];
        var mine = logLoss([.. a], [.. y]);
        double Mean(Func<double, double, double> term) => a.Zip(y, term).Average();
        var right = -Mean((a, y) => (y * Math.Log(a)) + ((1 - y) * Math.Log(1 - a)));
        if (Answer.Is(mine, right))
        {
            // With one sample more, so that a number of samples written into the code shows.
            if (!Answer.Is(logLoss([.. a, 0.5], [.. y, 1]), ((a.Length * right) + Math.Log(2)) / (a.Length + 1)))
            {
                return Verdict.Wrong("Right for five samples, but not for six: divide by a.Length.");
            }

            // So many samples that the product of their probabilities underflows.
            return Answer.Is(logLoss([.. Enumerable.Repeat(0.5, ManySamples)], new double[ManySamples]), Math.Log(2))
                ? Verdict.Right("This line is the cost of every neuron and network in this course that tells two classes apart.")
                : Verdict.Wrong("Right for a few samples, but for 2000 the product underflows before you take its logarithm. Add the logarithms instead.");
        }

        if (!double.IsFinite(mine))
        {
            return Verdict.Wrong("Your loss isn't a finite number: somewhere you take the logarithm of 0. Did you exchange a and y? The logarithms are those of a and 1 - a.");
        }

        return Verdict.Wrong(
            Answer.HintFor(
                mine,
                (-right, "The sign is wrong: the formula begins with a minus, so that the loss is never negative."),
                (right * a.Length, "That's the sum over all samples. The log loss is their mean: divide by m."),
                (-right * a.Length, "That's the log-likelihood. The log loss is its mean with the sign changed: -1/m times it."),
                (right / Math.Log(10), "You took the logarithm to base 10. The log loss uses the natural one: Math.Log."),
                (right / Math.Log(2), "You took the logarithm to base 2. The log loss uses the natural one: Math.Log."),
                (-Mean((a, y) => y * Math.Log(a)), "Only the samples with y = 1 pay. The others pay too: (1 - y) log(1 - a)."),
                (-Mean((a, y) => (1 - y) * Math.Log(1 - a)), "Only the samples with y = 0 pay. The others pay too: y log(a)."),
                (-Mean((a, y) => (y * Math.Log(1 - a)) + ((1 - y) * Math.Log(a))), "You gave each sample the price of the other class: y goes with log(a), 1 - y with log(1 - a)."),
                (-Mean((a, y) => (y * Math.Log(a)) - ((1 - y) * Math.Log(1 - a))), "Between the two terms stands a plus."),
                (-Mean((a, y) => (y * Math.Log(a)) + (1 - (y * Math.Log(1 - a)))), "A bracket is missing: (1 - y) * Math.Log(1 - a)."),
                (Mean((a, y) => (a - y) * (a - y)), "That's the mean squared error, the other cost of section 8."),
                (Price(a[^1], y[^1]) / a.Length, "Only the last sample counts. Add up with +=, don't overwrite with =."),
                (Price(a[0], y[0]) / a.Length, "Only the first sample counts: return after the loop, not in it."),
                (right - (Price(a[0], y[0]) / a.Length), "The first sample is missing: C# counts from 0."),
                (right - (Price(a[^1], y[^1]) / a.Length), "The last sample is missing: let i run while it's smaller than a.Length."),
                (right * a.Length / 100, "You divided by 100, but there are as many samples as the array is long: a.Length."),
                (Math.Exp(-right * a.Length), "That's the likelihood. The log loss is the mean of the logarithms, with the sign changed."),
                (0, "Your loss is 0. (If you wrote 1 / m: with whole numbers that's 0 in C#. Divide at the end.)"))
            ?? Invariant($"For a = (0.9, 0.2, 0.6, 0.3, 0.75) and y = (1, 0, 0, 1, 1) the log loss is {right:0.0000}, but yours is {mine:0.0000}."));

        static double Price(double a, double y) => -Math.Log(y == 1 ? a : 1 - a);
    }

    private static Verdict TimesAsPlausibleVerdict(Func<double[], double[], double[], double> timesAsPlausible)
    {
        // Both likelihoods are far below the smallest double, but their ratio is a handy number.
        const int m = 4000;
        double[] y = [.. Enumerable.Range(0, m).Select(i => i % 2.0)];
        double[] a1 = [.. y.Select(y => y == 1 ? 0.801 : 0.7)], a2 = [.. y.Select(y => y == 1 ? 0.8 : 0.7)];
        var mine = timesAsPlausible([.. a1], [.. a2], [.. y]);
        if (double.IsNaN(mine)) return Verdict.Wrong("Your ratio is NaN, not a number: both likelihoods underflowed, and 0 / 0 is undefined. Subtract their logarithms instead of dividing them.");

        var difference = m / 2 * (Math.Log(0.801) - Math.Log(0.8));
        var right = Math.Exp(difference);
        var both = timesAsPlausible([0.9, 0.4], [0.6, 0.8], [1, 0]);
        if (Answer.Is(mine, right))
        {
            return Answer.Is(both, 4.5)
                ? Verdict.Right("Both likelihoods are below 1e-1200, where no double reaches, and still you can compare them. Logarithms do that everywhere in statistics.")
                : Verdict.Wrong(Invariant($"Right where the two differ on toxic plants only. But for a1 = (0.9, 0.4), a2 = (0.6, 0.8), y = (1, 0) the ratio is (0.9 * 0.6) / (0.6 * 0.2) = 4.5, and yours is {both:0.0000}: what did the truth get if y = 0?"));
        }

        var (first, second) = (m / 2 * (Math.Log(0.801) + Math.Log(0.3)), m / 2 * (Math.Log(0.8) + Math.Log(0.3)));
        return Verdict.Wrong(
            Answer.HintFor(
                mine,
                (1 / right, "That's the other way round: the first likelihood divided by the second one."),
                (difference, "That's the difference of the log-likelihoods, the logarithm of the ratio. Undo the logarithm with Math.Exp."),
                (-difference, "Nearly: take the first log-likelihood minus the second one, then undo the logarithm with Math.Exp."),
                (first / second, "You divided the log-likelihoods. The logarithm of a ratio is the *difference* of the logarithms."),
                (Math.Exp(difference / m), "You used means. Likelihoods are products over all plants, so the log-likelihoods are sums: don't divide by m."),
                (Math.Exp(-difference / m), "You used the log loss, a mean with the sign changed. Here you need the sums: the log-likelihoods."),
                (Math.Exp(difference / Math.Log(10)), "You took logarithms to base 10, but Math.Exp undoes natural ones: use Math.Log."),
                (0, "Your ratio is 0: somewhere a product of thousands of probabilities underflowed. Add logarithms instead."))
            ?? (double.IsInfinity(mine)
                ? "Your ratio is infinite: you divided by a likelihood that had underflowed to 0. Subtract logarithms instead."
                : Invariant($"For the check's 4000 plants the ratio is {right:0.0000}, but yours is {mine:0.0000}. Add up the logarithms of what each neuron gave to the truth, subtract, and take Math.Exp.")));
    }

    private static Verdict BestKVerdict(double k)
    {
        const double best = 1.875355, lowestLoss = 0.185066;
        if (double.IsNaN(k)) return Verdict.NotStarted("Replace double.NaN by the k that you've found.");
        if (Answer.Is(k, best, tolerance: 3e-4)) return Verdict.Right("Maximum likelihood has told the neuron how sure it may be. With all three parameters free, that's training.");

        return Verdict.Wrong(
            Answer.HintFor(
                k,
                (2, "2 was the best of four. Between 1 and 3 there's a better one."),
                (-best, "The sign is wrong: a negative k calls toxic plants harmless. Is the neuron (k, -k, k)?"),
                (1.011918, "That's the best w of section 9, where only w1 varies. Here w1, w2 and b vary together: LogLoss(X, y, k, -k, k)."))
            ?? (Answer.Is(k, best, tolerance: 0.02) ? "Close. Three decimals are asked for: take more steps."
                : Answer.Is(k, lowestLoss, tolerance: 1e-3) ? "That looks like the log loss at the bottom. The question is the k that has it."
                : Invariant($"Not the bottom yet: it's at a {(k < best ? "larger" : "smaller")} k than {k:0.####}. Does Slope use your J of k, and have you taken enough steps?")));
    }
}
