using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson01Checks
{
    private static Verdict PassOverOrVerdict((double w1, double w2, double b) parameters)
    {
        double[] answer = [parameters.w1, parameters.w2, parameters.b];
        if (answer.All(double.IsNaN)) return Verdict.NotStarted("Replace the three double.NaN by w1, w2 and b.");
        if (answer.Any(double.IsNaN)) return Verdict.Wrong("One of the three is still double.NaN.");
        if (Answer.Is(answer, [0, 1, 0])) return Verdict.Right("Two mistakes, two corrections; the second pass will find the next ones. That's all that a perceptron does.");

        return Verdict.Wrong(
            Answer.HintFor(
                answer,
                ([0, 1, 1], "At z = 0 the answer is 1, not 0. So the very first sample is answered wrongly already."),
                ([1, 0, 0], "w1 and w2 are exchanged: when (0, 1) is answered wrongly, x2 is the active input."),
                ([0, 0, -1], "The first sample makes b = -1, that's right. Go on with this b: how large is z for (0, 1) now?"),
                ([0, 0, 1], "The sign is wrong: for (0, 0) the error is y - answer = 0 - 1 = -1, so b goes down."),
                ([0, 0, 0], "After a wrong answer b always changes, but of the weights only those whose input is 1. Did you follow both?"),
                ([1, 1, -1], "There it ends after all passes. The question is where it is after the first one."))
            ?? "Go sample by sample. After (0, 0): w1 = 0, w2 = 0, b = -1. Then (0, 1): z = b = -1, so the answer is 0, and the error is +1.");
    }

    private static Verdict LeakyReLUVerdict(Func<double, (double a, double slope)> leakyReLU)
    {
        double[] z = [-2, -0.5, 0, 0.5, 3];
        var answers = z.Select(leakyReLU).ToArray();
        double[] a = [.. answers.Select(answer => answer.a)], slopes = [.. answers.Select(answer => answer.slope)];
        double[] rightA = [-0.2, -0.05, 0, 0.5, 3], rightSlopes = [0.1, 0.1, 1, 1, 1];
        if (a.All(double.IsNaN) && slopes.All(double.IsNaN)) return Verdict.NotStarted("Return a and its slope instead of NaN.");
        if (Answer.Is(a, rightSlopes) && Answer.Is(slopes, rightA)) return Verdict.Wrong("The two are in the wrong order: return (a, slope).");

        if (!Answer.Is(a, rightA))
        {
            return Verdict.Wrong(
                Answer.HintFor(
                    a,
                    ([0, 0, 0, 0.5, 3], "That's the plain ReLU: for negative z it must be 0.1 z. (If you wrote 1 / 10: in C# that's 0.)"),
                    ([0.2, 0.05, 0, 0.5, 3], "For negative z the answer must be negative too: 0.1 z, without a minus sign."),
                    ([-2, -0.5, 0, 0.05, 0.3], "The two sides are exchanged: the 0.1 belongs to negative z."),
                    ([-0.02, -0.005, 0, 0.5, 3], "Your leak is 0.01; here it's 0.1."),
                    ([0.1, 0.1, 0, 0.5, 3], "For negative z the answer is 0.1 times z, not 0.1 itself."))
                ?? Invariant($"For z = -2 it must be -0.2 and for z = 3 it must be 3, but yours are {a[0]:G4} and {a[4]:G4}."));
        }

        return Answer.Is(slopes, rightSlopes)
            ? Verdict.Right("A slope of 0.1 is enough to find the way back: no neuron stays stuck at 0.")
            : Verdict.Wrong("a is right. " + (Answer.HintFor(
                slopes,
                ([0, 0, 1, 1, 1], "For negative z the slope isn't 0: 0.1 z rises by 0.1 when z rises by 1."),
                ([-0.1, -0.1, 1, 1, 1], "For negative z the slope is +0.1: the line rises there too, only less steeply."),
                ([0.1, 0.1, 0.1, 1, 1], "At z = 0 take the slope of the right side, 1: write z >= 0."),
                ([-0.2, -0.05, 0, 0.5, 3], "You return a twice. The slope says how fast a rises, and it's the same all along a straight line."))
                ?? Invariant($"The slope is 0.1 for z = -2 and 1 for z = 3, but yours are {slopes[0]:G4} and {slopes[4]:G4}.")));
    }

    private static Verdict DescentStepVerdict(Func<double, double, double[], double[], double, (double a, double b)> step)
    {
        // Three examples and a rate that isn't the lesson's, so that a 2 or a 0.1 written into the code shows.
        const double a = 0.5, b = -1, rate = 0.25;
        double[] x = [1, 2, 4], y = [3, 1, 5];
        var answer = step(a, b, [.. x], [.. y], rate);
        double[] mine = [answer.a, answer.b];
        if (mine.All(double.IsNaN)) return Verdict.NotStarted("Return the new a and b instead of NaN.");

        double[] errors = [.. x.Zip(y, (x, y) => (a * x) + b - y)];
        var (da, db) = (errors.Zip(x, (error, x) => error * x).Average(), errors.Average());
        var m = x.Length;
        var afterA = x.Zip(y, (x, y) => ((a - (rate * da)) * x) + b - y).Average();
        double[] Moved(double da, double db) => [a - (rate * da), b - (rate * db)];
        var right = Moved(da, db);
        if (Answer.Is(mine, right)) return Verdict.Right("These lines are the optimiser of the whole course; only the slopes will get longer.");

        return Verdict.Wrong(
            Answer.HintFor(
                mine,
                (Moved(-da, -db), "You went uphill: step against the slopes, or check that the error is f(x) - y."),
                (Moved(da * m, db * m), "You added up the slopes of all examples. They must be averaged: divide by m."),
                (Moved(da * m / 2, db * m / 2), "You divided by 2, but here are three examples: divide by x.Length."),
                (Moved(da * 2, db * 2), "Twice too far: the 2 of the square is cancelled by the half in the cost."),
                (Moved(da / 2, db / 2), "Half too short: the half of the cost is no longer in the slopes. Divide by m, not by 2 m."),
                (Moved(db, db), "In da each error is multiplied by its x."),
                (Moved(da * 0.1 / rate, db * 0.1 / rate), "You stepped with rate 0.1: use the parameter rate."),
                (Moved(da / rate, db / rate), "You left out the rate."),
                (Moved(da, afterA), "a is right, but b was moved by a slope at the *new* a. Compute both slopes first, then move both."),
                ([right[1], right[0]], "The two are in the wrong order: return (a, b)."),
                ([da, db], "Those are the slopes. The step is still missing: a - rate * da, and b in the same way."),
                ([a, b], "Nothing has moved. (If you wrote 1 / m: with whole numbers that's 0 in C#.)"))
            ?? Invariant($"For a = 0.5, b = -1, x = (1, 2, 4), y = (3, 1, 5) and rate 0.25 the step leads to a = {right[0]:0.0000}, b = {right[1]:0.0000}, but yours to a = {mine[0]:0.0000}, b = {mine[1]:0.0000}."));
    }
}
