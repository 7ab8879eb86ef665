using Neurones.Exercises;

namespace Neurones.Tests;

public class Lesson02ChecksTests
{
    [Theory]
    [InlineData(0.108, "You multiplied the answers")]
    [InlineData(0.012, "The other way round")]
    [InlineData(0.432, "The third plant is harmless too")]
    [InlineData(0.072, "The second plant is harmless too")]
    [InlineData(0.29, "with all its digits")]
    [InlineData(0.72, "The third one has a factor too")]
    [InlineData(2.1, "must be multiplied, not added")]
    [InlineData(0.7, "mean of the three factors")]
    [InlineData(-1.2447947988, "That's the log-likelihood")]
    [InlineData(1.2447947988, "minus the log-likelihood")]
    [InlineData(0.4149315996, "That's the log loss")]
    [InlineData(5, "never below 0 or above 1")]
    [InlineData(0.5, "what the neuron gave to the truth")]
    public void The_likelihood_of_three_plants_knows_its_mistakes(double likelihood, string hint) =>
        IsWrong(hint, Lesson02Checks.LikelihoodOfThree(likelihood));

    public static TheoryData<string, Func<double, double>> WrongScores => new()
    {
        { "The sign is wrong", a => Math.Log((1 - a) / a) },
        { "Those are the odds", a => a / (1 - a) },
        { "to base 10", a => Math.Log10(a / (1 - a)) },
        { "to base 2", a => Math.Log2(a / (1 - a)) },
        { "That's the logarithm of a", Math.Log },
        { "A bracket is in the wrong place", a => Math.Log(a) / (1 - a) },
        { "Is a bracket missing?", a => Math.Log(a / 1 - a) },
        { "is a difference", a => Math.Log(a) / Math.Log(1 - a) },
        { "That's the sigmoid itself", a => 1 / (1 + Math.Exp(-a)) },
        { "For a = 0.9 the score is 2.1972, but yours is 7.0000", _ => 7 },
    };

    [Theory]
    [MemberData(nameof(WrongScores))]
    public void The_score_for_an_answer_knows_its_mistakes(string hint, Func<double, double> answer) => IsWrong(hint, Lesson02Checks.ScoreFor(answer));

    public static TheoryData<string, Func<double[], double[], double>> WrongLosses => new()
    {
        { "The sign is wrong", (a, y) => -LogLoss(a, y) },
        { "That's the sum", (a, y) => LogLoss(a, y) * a.Length },
        { "That's the log-likelihood", (a, y) => -LogLoss(a, y) * a.Length },
        { "to base 10", (a, y) => LogLoss(a, y) / Math.Log(10) },
        { "to base 2", (a, y) => LogLoss(a, y) / Math.Log(2) },
        { "Only the samples with y = 1 pay", (a, y) => -a.Zip(y, (a, y) => y * Math.Log(a)).Average() },
        { "Only the samples with y = 0 pay", (a, y) => -a.Zip(y, (a, y) => (1 - y) * Math.Log(1 - a)).Average() },
        { "the price of the other class", (a, y) => LogLoss([.. a.Select(a => 1 - a)], y) },
        { "stands a plus", (a, y) => -a.Zip(y, (a, y) => (y * Math.Log(a)) - ((1 - y) * Math.Log(1 - a))).Average() },
        { "A bracket is missing", (a, y) => -a.Zip(y, (a, y) => (y * Math.Log(a)) + (1 - (y * Math.Log(1 - a)))).Average() },
        { "mean squared error", (a, y) => a.Zip(y, (a, y) => (a - y) * (a - y)).Average() },
        { "Did you exchange a and y", (a, y) => LogLoss(y, a) },
        { "in C#", (a, y) => -(1 / a.Length) * a.Length * LogLoss(a, y) },
        { "Right for five samples, but not for six", (a, y) => LogLoss(a, y) * a.Length / 5 },
        { "for 2000 the product underflows", (a, y) => -Math.Log(Truths(a, y).Aggregate(1.0, (L, p) => L * p)) / a.Length },
        { "Only the last sample", (a, y) => LogLoss(a[^1..], y[^1..]) / a.Length },
        { "Only the first sample", (a, y) => LogLoss(a[..1], y[..1]) / a.Length },
        { "The first sample is missing", (a, y) => LogLoss(a[1..], y[1..]) * (a.Length - 1) / a.Length },
        { "The last sample is missing", (a, y) => LogLoss(a[..^1], y[..^1]) * (a.Length - 1) / a.Length },
        { "You divided by 100", (a, y) => LogLoss(a, y) * a.Length / 100 },
        { "That's the likelihood", (a, y) => Truths(a, y).Aggregate(1.0, (L, p) => L * p) },
        { "the log loss is 0.5473, but yours is 7.0000", (_, _) => 7 },
    };

    [Theory]
    [MemberData(nameof(WrongLosses))]
    public void The_log_loss_knows_its_mistakes(string hint, Func<double[], double[], double> answer) => IsWrong(hint, Lesson02Checks.LogLoss(answer));

    public static TheoryData<string, Func<double[], double[], double[], double>> WrongRatios => new()
    {
        { "Your ratio is NaN", (a1, a2, y) => Truths(a1, y).Aggregate(1.0, (L, p) => L * p) / Truths(a2, y).Aggregate(1.0, (L, p) => L * p) },
        { "Your ratio is infinite", (a1, a2, y) => 1 / Truths(a2, y).Aggregate(1.0, (L, p) => L * p) },
        { "Your ratio is 0", (a1, _, y) => Truths(a1, y).Aggregate(1.0, (L, p) => L * p) },
        { "the other way round", (a1, a2, y) => Math.Exp(LogLikelihood(a2, y) - LogLikelihood(a1, y)) },
        { "Undo the logarithm", (a1, a2, y) => LogLikelihood(a1, y) - LogLikelihood(a2, y) },
        { "Nearly: take the first", (a1, a2, y) => LogLikelihood(a2, y) - LogLikelihood(a1, y) },
        { "the *difference* of the logarithms", (a1, a2, y) => LogLikelihood(a1, y) / LogLikelihood(a2, y) },
        { "You used means", (a1, a2, y) => Math.Exp(LogLoss(a2, y) - LogLoss(a1, y)) },
        { "You used the log loss", (a1, a2, y) => Math.Exp(LogLoss(a1, y) - LogLoss(a2, y)) },
        { "Math.Exp undoes natural ones", (a1, a2, y) => Math.Exp((LogLikelihood(a1, y) - LogLikelihood(a2, y)) / Math.Log(10)) },
        { "(0.9 * 0.6) / (0.6 * 0.2) = 4.5", (a1, a2, _) => Math.Exp(a1.Zip(a2, (a1, a2) => Math.Log(a1) - Math.Log(a2)).Sum()) },
        { "the ratio is 12.1", (_, _, _) => 7 },
    };

    [Theory]
    [MemberData(nameof(WrongRatios))]
    public void The_ratio_of_likelihoods_knows_its_mistakes(string hint, Func<double[], double[], double[], double> answer) =>
        IsWrong(hint, Lesson02Checks.TimesAsPlausible(answer));

    [Theory]
    [InlineData(2, "2 was the best of four")]
    [InlineData(-1.875355, "The sign is wrong")]
    [InlineData(1.0119177, "the best w of section 9")]
    [InlineData(1.87, "Three decimals")]
    [InlineData(0.185066, "the log loss at the bottom")]
    [InlineData(1.5, "it's at a larger k than 1.5")]
    [InlineData(3.25, "it's at a smaller k than 3.25")]
    public void The_best_k_knows_its_mistakes(double k, string hint) => IsWrong(hint, Lesson02Checks.BestK(k));

    [Fact]
    public void The_best_k_has_the_lowest_log_loss_on_the_plants()
    {
        var (X, y) = Datasets.MakeBlobs(samples: 100, features: 2, centers: 2, seed: 0);
        double Loss(double k) => LogisticNeuronFunctions.LogLoss(
            LogisticNeuronFunctions.Model(X, MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(2, 1, [k, -k]), k), y);
        var best = Enumerable.Range(0, 5000).Select(i => i / 1000.0).MinBy(Loss);
        IsRight(Lesson02Checks.BestK(best));
    }

    [Fact]
    public void Right_answers_are_right()
    {
        IsRight(Lesson02Checks.LikelihoodOfThree(0.288));
        IsRight(Lesson02Checks.ScoreFor(a => Math.Log(a) - Math.Log(1 - a)));
        IsRight(Lesson02Checks.LogLoss(LogLoss));
        IsRight(Lesson02Checks.TimesAsPlausible((a1, a2, y) => Math.Exp(LogLikelihood(a1, y) - LogLikelihood(a2, y))));
        IsRight(Lesson02Checks.TimesAsPlausible((a1, a2, y) => Truths(a1, y).Zip(Truths(a2, y), (first, second) => first / second).Aggregate(1.0, (ratio, p) => ratio * p)));
        IsRight(Lesson02Checks.BestK(1.875));
    }

    [Fact]
    public void Stubs_are_not_started() => Assert.All(
        [
            Lesson02Checks.LikelihoodOfThree(double.NaN),
            Lesson02Checks.ScoreFor(_ => throw new NotImplementedException()),
            Lesson02Checks.ScoreFor(_ => double.NaN),
            Lesson02Checks.LogLoss((_, _) => throw new NotImplementedException()),
            Lesson02Checks.TimesAsPlausible((_, _, _) => throw new NotImplementedException()),
            Lesson02Checks.BestK(double.NaN),
        ],
        verdict => Assert.Equal(VerdictKind.NotStarted, verdict.Kind));

    [Fact]
    public void Answers_that_throw_are_wrong_with_their_message() => Assert.All(
        [
            Lesson02Checks.ScoreFor(_ => throw new InvalidOperationException("too far")),
            Lesson02Checks.LogLoss((_, _) => throw new InvalidOperationException("too far")),
            Lesson02Checks.TimesAsPlausible((_, _, _) => throw new InvalidOperationException("too far")),
        ],
        verdict => IsWrong("Your code stopped with InvalidOperationException: too far", verdict));

    private static IEnumerable<double> Truths(double[] a, double[] y) => a.Zip(y, (a, y) => y == 1 ? a : 1 - a);

    private static double LogLikelihood(double[] a, double[] y) => Truths(a, y).Sum(Math.Log);

    private static double LogLoss(double[] a, double[] y) => -a.Zip(y, (a, y) => (y * Math.Log(a)) + ((1 - y) * Math.Log(1 - a))).Average();

    private static void IsRight(Verdict verdict) => Assert.Equal((VerdictKind.Right, true), (verdict.Kind, verdict.Message.Length > 20));

    private static void IsWrong(string hint, Verdict verdict)
    {
        Assert.Equal(VerdictKind.Wrong, verdict.Kind);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }
}
