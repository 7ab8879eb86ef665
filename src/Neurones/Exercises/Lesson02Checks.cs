namespace Neurones.Exercises;

/// <summary>The checks of lesson 2's exercises: each compares the answer with the right one and with the usual mistakes.</summary>
public static partial class Lesson02Checks
{
    /// <summary>Exercise 1: the likelihood of the answers 0.9, 0.2 and 0.6 for a toxic plant and two harmless ones.</summary>
    /// <param name="likelihood">The answer; NaN while there is none.</param>
    public static Verdict LikelihoodOfThree(double likelihood) => LikelihoodOfThreeVerdict(likelihood);

    /// <summary>Exercise 2: the score z whose sigmoid is a.</summary>
    /// <param name="scoreFor">The learner's function of a, between 0 and 1.</param>
    public static Verdict ScoreFor(Func<double, double> scoreFor) => Verdict.Of(() => ScoreForVerdict(scoreFor));

    /// <summary>Exercise 3: the log loss of answers.</summary>
    /// <param name="logLoss">The learner's function of the answers a and the labels y, arrays of the same length.</param>
    public static Verdict LogLoss(Func<double[], double[], double> logLoss) => Verdict.Of(() => LogLossVerdict(logLoss));

    /// <summary>Exercise 4: the ratio of two likelihoods, each of which underflows.</summary>
    /// <param name="timesAsPlausible">The learner's function of the answers of the first neuron, those of the second, and the labels.</param>
    public static Verdict TimesAsPlausible(Func<double[], double[], double[], double> timesAsPlausible) =>
        Verdict.Of(() => TimesAsPlausibleVerdict(timesAsPlausible));

    /// <summary>Exercise 5: the factor k with which the neuron (k, -k, k) has its lowest log loss on the lesson's plants.</summary>
    /// <param name="k">The answer; NaN while there is none.</param>
    public static Verdict BestK(double k) => BestKVerdict(k);
}
