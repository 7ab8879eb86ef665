using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson02Checks
{
    private static Verdict LikelihoodOfThreeVerdict(double likelihood)
    {
        if (double.IsNaN(likelihood)) return Verdict.NotStarted("Replace double.NaN by your likelihood.");
        if (Answer.Is(likelihood, 0.9 * 0.8 * 0.4)) return Verdict.Right("Each factor is what the neuron gave to the truth: 0.9, 0.8 and 0.4. The whole lesson is built on such products.");

        return Verdict.Wrong(
            Answer.HintFor(
                likelihood,
                (0.9 * 0.2 * 0.6, "You multiplied the answers. For a harmless plant the truth got 1 - a."),
                (0.1 * 0.2 * 0.6, "The other way round: a toxic plant's factor is a, a harmless one's is 1 - a."),
                (0.9 * 0.8 * 0.6, "The third plant is harmless too, so its factor is 1 - 0.6."),
                (0.9 * 0.2 * 0.4, "The second plant is harmless too, so its factor is 1 - 0.2."),
                (0.29, "Nearly, but the product is exact: give it with all its digits."),
                (0.9 * 0.8, "Those are two plants. The third one has a factor too."),
                (0.9 + 0.8 + 0.4, "The three factors are right, but they must be multiplied, not added."),
                (0.7, "That's the mean of the three factors. A likelihood is their product."),
                (Math.Log(0.288), "That's the log-likelihood: the question is the likelihood itself, before the logarithm."),
                (-Math.Log(0.288), "That's minus the log-likelihood: the question is the likelihood itself."),
                (-Math.Log(0.288) / 3, "That's the log loss: the question is the likelihood itself, the product."))
            ?? (likelihood is < 0 or > 1
                ? "A likelihood is a product of probabilities: it's never below 0 or above 1."
                : "Write down for each plant what the neuron gave to the truth: a if it's toxic, 1 - a if it's harmless. Then multiply the three."));
    }

    private static Verdict ScoreForVerdict(Func<double, double> scoreFor)
    {
        double[] a = [0.1, 0.25, 0.5, 0.9];
        double[] Of(Func<double, double> formula) => [.. a.Select(formula)];
        var mine = Of(scoreFor);
        if (mine.All(double.IsNaN)) return Verdict.NotStarted("Return z instead of NaN.");
        if (Answer.Is(mine, Of(a => Math.Log(a / (1 - a))))) return Verdict.Right("This is the logit, the logarithm of the odds: a score is nothing but odds, on a scale where they can be added.");
        if (mine.Contains(double.NegativeInfinity)) return Verdict.Wrong("You take the logarithm of 0. Is a bracket missing? a / 1 - a is 0: write a / (1 - a).");

        return Verdict.Wrong(
            Answer.HintFor(
                mine,
                (Of(a => Math.Log((1 - a) / a)), "The sign is wrong: an a above 0.5 needs a positive score. The odds are a / (1 - a), not the other way round."),
                (Of(a => a / (1 - a)), "Those are the odds, e^z. The logarithm is still missing."),
                (Of(a => Math.Log10(a / (1 - a))), "You took the logarithm to base 10. e^z is undone by the natural one: Math.Log."),
                (Of(a => Math.Log2(a / (1 - a))), "You took the logarithm to base 2. e^z is undone by the natural one: Math.Log."),
                (Of(Math.Log), "That's the logarithm of a. You need that of the odds, a / (1 - a)."),
                (Of(a => Math.Log(a) / (1 - a)), "A bracket is in the wrong place: the logarithm is taken of the whole fraction, Math.Log(a / (1 - a))."),
                (Of(a => Math.Log(a) / Math.Log(1 - a)), "The logarithm of a fraction is a difference: log(a) - log(1 - a)."),
                (Of(a => 1 / (1 + Math.Exp(-a))), "That's the sigmoid itself. You need the way back: given a, which z?"))
            ?? Invariant($"For a = 0.9 the score is {Math.Log(9):0.0000}, but yours is {mine[3]:0.0000}. Put your score into the sigmoid: it should give back a."));
    }
}
