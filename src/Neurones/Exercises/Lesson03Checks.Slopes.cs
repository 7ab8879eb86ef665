using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson03Checks
{
    private static Verdict SlopeAlongVerdict(Func<double[], double[], double[], double> slope)
    {
        double[] a = [0.9, 0.4, 0.8, 0.6, 0.7], y = [1, 0, 0, 1, 1], x = [2, -1, 3, 0.5, -2];
        var m = x.Length;
        var sum = Sum(i => (a[i] - y[i]) * x[i]);
        var mine = slope([.. a], [.. y], [.. x]);
        if (double.IsNaN(mine)) return Verdict.NotStarted("Return the slope instead of NaN.");

        return Answer.Is(mine, sum / m)
            ? Verdict.Right("The mean of error times input: with these few lines a neuron learns. The bias gets the same, with an input that is always 1.")
            : Verdict.Wrong(Answer.HintFor(
                mine,
                (0, "It is 0: with whole numbers 1 / m is 0 in C#. Write 1.0 / m, or divide the sum at the end. (Or is your loop empty?)"),
                (-sum / m, "The sign is wrong: the error is a - y, not y - a."),
                (sum, "That's the sum. The loss is a mean, so divide by the number of plants."),
                (-sum, "That's the sum, with the wrong sign: the error is a - y, and the sum is divided by the number of plants."),
                (sum / 100, "You divided by 100, but there are as many plants as the array is long: x.Length."),
                (sum / (2 * m), "That's half the slope: divide by m, not by 2 m. (The half belongs to the squared error, not to the log loss.)"),
                (sum / (m - 1), "You divided by one too few: there are x.Length plants."),
                (Sum(i => a[i] - y[i]) / m, "That's the slope along the bias. Multiply each error by its plant's x."),
                (Sum(i => Math.Abs(a[i] - y[i]) * x[i]) / m, "The error needs its sign: a - y, without Math.Abs."),
                (Sum(i => (a[i] - y[i]) * (a[i] - y[i]) * x[i]) / m, "You squared the error. The slope has the error itself, a - y."),
                (Sum(i => a[i] - (y[i] * x[i])) / m, "A bracket is missing: (a[i] - y[i]) * x[i]."),
                (Sum(i => (a[i] - y[i]) * a[i] * (1 - a[i]) * x[i]) / m, "a (1 - a) is one factor too many: with the log loss it has cancelled out."),
                (-Sum(i => (y[i] * Math.Log(a[i])) + ((1 - y[i]) * Math.Log(1 - a[i]))) / m, "That's the mean loss itself. We want its slope along the weight."),
                (Sum(i => a[i] * x[i]) / m, "You left out y: the error is a - y."),
                (Sum(i => a[i] - y[i]) / m * x.Average(), "You multiplied the mean error by the mean x. Multiply plant by plant, then take the mean."),
                ((a[^1] - y[^1]) * x[^1] / m, "Only the last plant counts. Add up with +=, don't overwrite with =."),
                ((a[^1] - y[^1]) * x[^1], "Only the last plant counts. Add up with +=, don't overwrite with =."),
                ((a[0] - y[0]) * x[0] / m, "Only the first plant counts: return after the loop, not in it."),
                ((sum - ((a[^1] - y[^1]) * x[^1])) / m, "The last plant is missing: let i run while it's smaller than x.Length."),
                ((sum - ((a[0] - y[0]) * x[0])) / m, "The first plant is missing: C# counts from 0."))
                ?? Invariant($"In the check's example the slope is {sum / m:G6}, but you return {mine:G6}."));

        double Sum(Func<int, double> term) => Enumerable.Range(0, m).Sum(term);
    }

    private static Verdict LargestDistanceVerdict(Func<Func<double[], double>, double[], double[], double> distance)
    {
        const double h = 1e-5;
        double[] w = [0.3, -0.2, 0.5, 0.1], up = [0.5, -0.2, 0.3, 0.1], down = [-0.1, -0.2, 0.15, -0.5];
        double[] slopes = [(40 * w[0]) + (w[1] * w[2]), (40 * w[1]) + (w[0] * w[2]), (40 * w[2]) + (w[0] * w[1]), 40 * w[3]];

        // Twice: the largest distance upwards and at the first weight, then downwards and at the last one.
        double[] weights = [.. w];
        double[] mine = [distance(Loss, weights, Claimed(up)), distance(Loss, weights, Claimed(down))];
        if (mine.All(double.IsNaN)) return Verdict.NotStarted("Return the largest distance instead of NaN.");
        if (!weights.Zip(w).All(pair => Math.Abs(pair.First - pair.Second) < 1e-9))
        {
            return Verdict.Wrong("After your check the weights are others than before. Keep the old value of w[i], and put it back before you go on to the next one.");
        }

        return Answer.Is(mine, Both(Largest(slopes)))
            ? Verdict.Right("That's what GradientCheck does, a few lines long. It doesn't care where a gradient comes from, so it will check every network that you'll ever write.")
            : Verdict.Wrong(Answer.HintFor(
                mine,
                (Both(claimed => claimed.Zip(slopes, (c, s) => c - s).Max()), "A large negative distance gets lost: take Math.Abs of the difference."),
                (Both(claimed => claimed.Zip(slopes, (c, s) => s - c).Max()), "A large negative distance gets lost: take Math.Abs of the difference."),
                (Both(claimed => claimed.Zip(slopes, (c, s) => Math.Abs(c - s)).Sum()), "You added the distances up. We want the largest one."),
                (Both(claimed => claimed.Zip(slopes, (c, s) => Math.Abs(c - s)).Average()), "That's the mean of the distances. A single wrong slope would get lost among many right ones: take the largest."),
                (Both(claimed => claimed.Zip(slopes, (c, s) => Math.Abs(c - s)).Min()), "That's the smallest distance. We want the largest one."),
                (Both(claimed => Math.Abs(claimed[^1] - slopes[^1])), "Only the last weight counts: keep the largest distance of all."),
                (Both(claimed => Math.Abs(claimed[0] - slopes[0])), "Only the first weight counts: return after the loop, not in it."),
                (Both(claimed => claimed.Zip(slopes, (c, s) => Math.Abs(c - s)).Skip(1).Max()), "The first weight is missing: C# counts from 0."),
                (Both(claimed => claimed.Zip(slopes, (c, s) => Math.Abs(c - s)).SkipLast(1).Max()), "The last weight is missing: let i run while it's smaller than w.Length."),
                (Both(claimed => claimed.Zip(slopes, (c, s) => Math.Abs(c - s) / Math.Abs(s)).Max()), "You divided by the slope. Here the distance itself is asked for."),
                (Both(Largest([.. slopes.Select(slope => 2 * slope)])), "Your slopes are twice too large: the run is 2h, from w - h to w + h."),
                (Both(Largest([.. slopes.Select(slope => -slope)])), "Your slopes have the wrong sign: it's the loss above minus the loss below."),
                (Both(Largest([.. slopes.Select(slope => slope / 2)])), "Your slopes are half of what they should be: do you step to both sides?"),
                (Both(Largest([0, 0, 0, 0])), "All your slopes come out as 0. In C# (above - below) / 2 * h multiplies by h: write / (2 * h). Or do the weights not move at all?"),
                (Both(Largest(OneSided(h))), "Nearly: you step to one side only. Two-sided slopes are much more precise."),
                (Both(Largest(OneSided(-h))), "Nearly: you step to one side only. Two-sided slopes are much more precise."))
                ?? Invariant($"In the check's example the largest distance is 0.5, but you return {(Answer.Is(mine[0], 0.5) ? mine[1] : mine[0]):G6}. Print the slopes that you measure: they should be {string.Join(", ", slopes.Select(slope => Invariant($"{slope:G4}")))}."));

        double[] Claimed(double[] errors) => [.. slopes.Zip(errors, (slope, error) => slope + error)];

        double[] Both(Func<double[], double> of) => [of(Claimed(up)), of(Claimed(down))];

        double[] OneSided(double step) => [.. Enumerable.Range(0, w.Length).Select(i =>
        {
            double[] moved = [.. w];
            moved[i] += step;
            return (Loss(moved) - Loss(w)) / step;
        })];

        static Func<double[], double> Largest(double[] measured) => claimed => claimed.Zip(measured, (c, s) => Math.Abs(c - s)).Max();

        // Bent enough for one-sided slopes to be seen.
        static double Loss(double[] w) => (20 * w.Sum(weight => weight * weight)) + (w[0] * w[1] * w[2]);
    }
}
