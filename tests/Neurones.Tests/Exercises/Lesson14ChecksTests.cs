using Neurones.Exercises;
using M = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Neurones.Tests;

public class Lesson14ChecksTests
{
    [Theory]
    [InlineData("A isn't \"underfitting\": with a train loss of 0.01", "underfitting", "underfitting", "good", "not finished")]
    [InlineData("A isn't \"good\": on new points it pays 1.20", "good", "underfitting", "good", "not finished")]
    [InlineData("A isn't \"not finished\": its validation loss rises", "not finished", "underfitting", "good", "not finished")]
    [InlineData("B isn't \"overfitting\": there's no gap", "overfitting", "overfitting", "good", "not finished")]
    [InlineData("B isn't \"good\": the floor is 0.20", "overfitting", "good", "good", "not finished")]
    [InlineData("B isn't \"not finished\": both losses are level since long", "overfitting", "not finished", "good", "not finished")]
    [InlineData("C isn't \"underfitting\": 0.21 is nearly the floor", "overfitting", "underfitting", "underfitting", "not finished")]
    [InlineData("C isn't \"overfitting\": the gap is 0.01", "overfitting", "underfitting", "overfitting", "not finished")]
    [InlineData("C isn't \"not finished\": both losses are level, and", "overfitting", "underfitting", "not finished", "not finished")]
    [InlineData("D isn't \"overfitting\": there's no gap", "overfitting", "underfitting", "good", "overfitting")]
    [InlineData("D isn't \"good\": the floor is 0.20", "overfitting", "underfitting", "good", "good")]
    [InlineData("D isn't \"underfitting\": both losses still fall", "overfitting", "underfitting", "good", "underfitting")]
    [InlineData("C has no diagnosis yet", "overfitting", "underfitting", "?", "not finished")]
    [InlineData("\"ill\" isn't one of the four words. They are \"underfitting\", ", "overfitting", "ill", "?", "?")]
    [InlineData("There are four patients, A to D, but you gave 2 words", "overfitting", "underfitting")]
    public void Diagnoses_know_their_mistakes(string hint, params string[] answer) => IsWrong(hint, Lesson14Checks.Diagnoses(answer));

    public static TheoryData<string, Func<M, double, double, M>> WrongSlopes => new()
    {
        { "The 2 is missing", (W, l1, l2) => W.Map(w => (l1 * Math.Sign(w)) + (l2 * w)) },
        { "the penalty of each weight itself", (W, l1, l2) => W.Map(w => (l1 * Math.Abs(w)) + (l2 * w * w)) },
        { "For L2 you took w² itself", (W, l1, l2) => W.Map(w => (l1 * Math.Sign(w)) + (l2 * w * w)) },
        { "For L2 you lost the sign", (W, l1, l2) => W.Map(w => (l1 * Math.Sign(w)) + (2 * l2 * Math.Abs(w))) },
        { "For L1 you took |w| itself", (W, l1, l2) => W.Map(w => (l1 * Math.Abs(w)) + (2 * l2 * w)) },
        { "For L1 you took w. The slope", (W, l1, l2) => W.Map(w => (l1 * w) + (2 * l2 * w)) },
        { "For L1 you always took 1", (W, l1, l2) => W.Map(w => l1 + (2 * l2 * w)) },
        { "Only the weight 0", (W, l1, l2) => W.Map(w => (l1 * (w > 0 ? 1 : -1)) + (2 * l2 * w)) },
        { "Only the weight 0", (W, l1, l2) => W.Map(w => (l1 * (w < 0 ? -1 : 1)) + (2 * l2 * w)) },
        { "You exchanged them", (W, l1, l2) => W.Map(w => (l2 * Math.Sign(w)) + (2 * l1 * w)) },
        { "That's L2 alone", (W, _, l2) => 2 * l2 * W },
        { "That's L1 alone", (W, l1, _) => l1 * W.PointwiseSign() },
        { "The sign is wrong", (W, l1, l2) => -Slopes(W, l1, l2) },
        { "That's the weights after a step", (W, l1, l2) => W - Slopes(W, l1, l2) },
        { "the slopes alone, without W", (W, l1, l2) => W + Slopes(W, l1, l2) },
        { "must be (2, 3), but yours are (3, 2)", (W, l1, l2) => Slopes(W, l1, l2).Transpose() },
        { "the first number is 0.5, but yours is 7.5", (W, l1, l2) => Slopes(W, l1, l2) + 7 },
    };

    [Theory]
    [MemberData(nameof(WrongSlopes))]
    public void Penalty_slopes_know_their_mistakes(string hint, Func<M, double, double, M> answer) => IsWrong(hint, Lesson14Checks.PenaltySlopes(answer));

    public static TheoryData<string, Func<M, M, double, M>> WrongDropouts => new()
    {
        { "You don't scale", (A, U, p) => A.PointwiseMultiply(U.Map(u => u >= p ? 1.0 : 0)) },
        { "You dropped the wrong ones. An answer is dropped", (A, U, p) => A.PointwiseMultiply(U.Map(u => u < p ? 1 / (1 - p) : 0)) },
        { "the wrong ones, and those that stay must be divided", (A, U, p) => A.PointwiseMultiply(U.Map(u => u < p ? 1.0 : 0)) },
        { "drop where the number in U is below p, and divide by 1 - p", (A, U, p) => A.PointwiseMultiply(U.Map(u => u < p ? 1 / p : 0)) },
        { "You divided by p", (A, U, p) => A.PointwiseMultiply(U.Map(u => u >= p ? 1 / p : 0)) },
        { "You multiplied by 1 - p", (A, U, p) => A.PointwiseMultiply(U.Map(u => u >= p ? 1 - p : 0)) },
        { "Nothing is dropped", (A, _, p) => A / (1 - p) },
        { "That's A as it was", (A, _, _) => A },
        { "That's which answers stay", (_, U, p) => U.Map(u => u >= p ? 1.0 : 0) },
        { "That's the factor of each answer", (_, U, p) => U.Map(u => u >= p ? 1 / (1 - p) : 0) },
        { "is exactly p", (A, U, p) => A.PointwiseMultiply(U.Map(u => u > p ? 1 / (1 - p) : 0)) },
        { "must be (2, 3), but yours is (3, 2)", (A, U, p) => Dropped(A, U, p).Transpose() },
        { "draw none of your own", (A, U, p) => Dropped(A, new RandomState(1).Rand(2, 3), p) },
    };

    [Theory]
    [MemberData(nameof(WrongDropouts))]
    public void Dropout_knows_its_mistakes(string hint, Func<M, M, double, M> answer) => IsWrong(hint, Lesson14Checks.DropOut(answer));

    public static TheoryData<string, Func<double[], int, int>> WrongEpochs => new()
    {
        { "You found the lowest loss of all", (losses, _) => Array.IndexOf(losses, losses.Min()) + 1 },
        { "the epoch after which it stops", (losses, patience) => Best(losses, patience) + patience },
        { "where it stops, counted from 0", (losses, patience) => Best(losses, patience) + patience - 1 },
        { "You counted from 0", (losses, patience) => Best(losses, patience) - 1 },
        { "You stopped at the first rise", (losses, _) => Best(losses, 1) },
        { "In epoch 5 the patience begins", (losses, patience) => Best(losses, patience) + 1 },
        { "The answer is 4, but yours is 1", (_, _) => 1 },
        { "and that's only two", (losses, patience) => Best(losses, patience - 1) },
        { "The losses only fall", (losses, patience) => losses.Length == 3 ? 1 : Best(losses, patience) },
        { "Epoch 4 only equals the lowest loss", (losses, patience) => Best(losses, patience, orEqual: true) },
        { "starts the patience anew", NeverPatientAgain },
        { "There's one epoch", (losses, patience) => losses.Length == 1 ? 0 : Best(losses, patience) },
    };

    private static int NeverPatientAgain(double[] losses, int patience)
    {
        var (best, waited) = (0, 0);
        for (var epoch = 1; epoch < losses.Length && waited < patience; epoch++)
        {
            (best, waited) = losses[epoch] < losses[best] ? (epoch, waited) : (best, waited + 1);
        }

        return best + 1;
    }

    [Theory]
    [MemberData(nameof(WrongEpochs))]
    public void Best_epoch_knows_its_mistakes(string hint, Func<double[], int, int> answer) => IsWrong(hint, Lesson14Checks.BestEpoch(answer));

    public static TheoryData<string, Func<double, double, double, double, int, double, (double w, double M, double V)>> WrongSteps => new()
    {
        { "you exchanged the two numbers", (w, dw, m, v, t, rate) => Adam(w, dw, m, v, t, rate) with { M = (0.1 * m) + (0.9 * dw) } },
        { "That's momentum's velocity", (w, dw, m, v, t, rate) => Adam(w, dw, m, v, t, rate) with { M = (0.9 * m) + dw } },
        { "You returned M with its hat", (w, dw, m, v, t, rate) => Adam(w, dw, m, v, t, rate) with { M = ((0.9 * m) + (0.1 * dw)) / (1 - Math.Pow(0.9, t)) } },
        { "M is returned as it came", (w, dw, m, v, t, rate) => Adam(w, dw, m, v, t, rate) with { M = m } },
        { "their squares belong to V", (w, dw, m, v, t, rate) => Adam(w, dw, m, v, t, rate) with { M = (0.9 * m) + (0.1 * dw * dw) } },
        { "the new M is 0.1, but yours is 7", (w, dw, m, v, t, rate) => Adam(w, dw, m, v, t, rate) with { M = 7 } },
        { "V is the mean of the squares: dw * dw", (w, dw, m, v, t, rate) => Adam(w, dw, m, v, t, rate) with { V = (0.999 * v) + (0.001 * dw) } },
        { "V keeps 0.999 of itself", (w, dw, m, v, t, rate) => Adam(w, dw, m, v, t, rate) with { V = (0.001 * v) + (0.999 * dw * dw) } },
        { "0.9 and 0.1 are for M", (w, dw, m, v, t, rate) => Adam(w, dw, m, v, t, rate) with { V = (0.9 * v) + (0.1 * dw * dw) } },
        { "You returned V with its hat", (w, dw, m, v, t, rate) => Adam(w, dw, m, v, t, rate) with { V = ((0.999 * v) + (0.001 * dw * dw)) / (1 - Math.Pow(0.999, t)) } },
        { "V is returned as it came", (w, dw, m, v, t, rate) => Adam(w, dw, m, v, t, rate) with { V = v } },
        { "take dw, not M", (w, dw, m, v, t, rate) => Adam(w, dw, m, v, t, rate) with { V = (0.999 * v) + (0.001 * Math.Pow((0.9 * m) + (0.1 * dw), 2)) } },
        { "the new V is 0.05059, but yours is 7", (w, dw, m, v, t, rate) => Adam(w, dw, m, v, t, rate) with { V = 7 } },
        { "w is returned as it came", (w, dw, m, v, t, rate) => Step(w, dw, m, v, (_, _) => 0) },
        { "You step uphill", (w, dw, m, v, t, rate) => Step(w, dw, m, v, (M, V) => -rate * Hat(M, 0.9, t) / Math.Sqrt(Hat(V, 0.999, t))) },
        { "The hats are missing", (w, dw, m, v, t, rate) => Step(w, dw, m, v, (M, V) => rate * M / Math.Sqrt(V)) },
        { "The hat of V is missing", (w, dw, m, v, t, rate) => Step(w, dw, m, v, (M, V) => rate * Hat(M, 0.9, t) / Math.Sqrt(V)) },
        { "The hat of M is missing", (w, dw, m, v, t, rate) => Step(w, dw, m, v, (M, V) => rate * M / Math.Sqrt(Hat(V, 0.999, t))) },
        { "The powers are missing", (w, dw, m, v, t, rate) => Step(w, dw, m, v, (M, V) => rate * Hat(M, 0.9, 1) / Math.Sqrt(Hat(V, 0.999, 1))) },
        { "not 0.999 times t", (w, dw, m, v, t, rate) => Step(w, dw, m, v, (M, V) => rate * M / (1 - (0.9 * t)) / Math.Sqrt(V / (1 - (0.999 * t)))) },
        { "The root is missing", (w, dw, m, v, t, rate) => Step(w, dw, m, v, (M, V) => rate * Hat(M, 0.9, t) / Hat(V, 0.999, t)) },
        { "You step along the slope dw", (w, dw, m, v, t, rate) => Step(w, dw, m, v, (_, V) => rate * dw / Math.Sqrt(Hat(V, 0.999, t))) },
        { "The division is missing", (w, dw, m, v, t, rate) => Step(w, dw, m, v, (M, _) => rate * Hat(M, 0.9, t)) },
        { "The rate is missing", (w, dw, m, v, t, rate) => Step(w, dw, m, v, (M, V) => Hat(M, 0.9, t) / Math.Sqrt(Hat(V, 0.999, t))) },
        { "M and V are right. The new w must be", (w, dw, m, v, t, rate) => Step(w, dw, m, v, (_, _) => 7) },
        { "Step 3 is right, but the first isn't", (w, dw, m, v, t, rate) => Adam(w, dw, m, v, 3, rate) },
    };

    [Theory]
    [MemberData(nameof(WrongSteps))]
    public void Adam_step_knows_its_mistakes(string hint, Func<double, double, double, double, int, double, (double w, double M, double V)> answer) =>
        IsWrong(hint, Lesson14Checks.AdamStep(answer));

    [Fact]
    public void A_network_that_does_not_fit_the_points_is_told_so()
    {
        IsWrong("your network takes samples of 3: begin with new Sequential([2])", Lesson14Checks.BetterNetwork(new Sequential([3]) { new Dense(1), new Sigmoid() }));
        IsWrong("end with new Dense(1) and new Sigmoid()", Lesson14Checks.BetterNetwork(new Sequential([2])));
        IsWrong("end with new Dense(1) and new Sigmoid()", Lesson14Checks.BetterNetwork(new Sequential([2]) { new Dense(1) }));
        IsWrong("end with new Dense(1) and new Sigmoid()", Lesson14Checks.BetterNetwork(new Sequential([2]) { new Dense(2), new Sigmoid() }));
        IsWrong("isn't trained yet", Lesson14Checks.BetterNetwork(new Sequential([2]) { new Dense(1), new Sigmoid() }));
    }

    [Theory]
    [InlineData("so it underfits", 1, 0.0, 0)]
    [InlineData("by heart", 64, 0.0, 0)]
    [InlineData("Combine two cures", 64, 0.005, 0)]
    [InlineData("The floor is about 0.2", 64, 0.005, 100)]
    public void A_network_is_judged_by_its_losses(string words, int neurons, double l2, int patience) =>
        Assert.Contains(words, Lesson14Checks.BetterNetwork(Fitted(neurons, l2, patience)).Message, StringComparison.Ordinal);

    [Fact]
    public void Right_answers_are_right() => Assert.All(
        [
            Lesson14Checks.Diagnoses(["overfitting", " Underfitting", "good", "not finished"]),
            Lesson14Checks.PenaltySlopes(Slopes),
            Lesson14Checks.DropOut(Dropped),
            Lesson14Checks.BestEpoch((losses, patience) => Best(losses, patience)),
            Lesson14Checks.AdamStep(Adam),
            Lesson14Checks.BetterNetwork(Fitted(64, 0.005, 100)),
        ],
        verdict => Assert.Equal((VerdictKind.Right, true), (verdict.Kind, verdict.Message.Length > 20)));

    [Fact]
    public void Stubs_are_not_started() => Assert.All(
        [
            Lesson14Checks.Diagnoses(["?", "?", "?", "?"]),
            Lesson14Checks.PenaltySlopes((_, _, _) => throw new NotImplementedException()),
            Lesson14Checks.PenaltySlopes((_, _, _) => null!),
            Lesson14Checks.DropOut((_, _, _) => throw new NotImplementedException()),
            Lesson14Checks.DropOut((_, _, _) => null!),
            Lesson14Checks.BestEpoch((_, _) => throw new NotImplementedException()),
            Lesson14Checks.AdamStep((_, _, _, _, _, _) => throw new NotImplementedException()),
            Lesson14Checks.BetterNetwork(null),
        ],
        verdict => Assert.Equal(VerdictKind.NotStarted, verdict.Kind));

    [Fact]
    public void Answers_that_throw_are_wrong_with_their_message() => Assert.All(
        [
            Lesson14Checks.PenaltySlopes((_, _, _) => throw new InvalidOperationException("too far")),
            Lesson14Checks.DropOut((_, _, _) => throw new InvalidOperationException("too far")),
            Lesson14Checks.BestEpoch((_, _) => throw new InvalidOperationException("too far")),
            Lesson14Checks.AdamStep((_, _, _, _, _, _) => throw new InvalidOperationException("too far")),
        ],
        verdict => IsWrong("Your code stopped with InvalidOperationException: too far", verdict));

    private static M Slopes(M W, double l1, double l2) => W.Map(w => (l1 * Math.Sign(w)) + (2 * l2 * w));

    private static M Dropped(M A, M U, double p) => A.PointwiseMultiply(U.Map(u => u >= p ? 1 / (1 - p) : 0));

    private static int Best(double[] losses, int patience, bool orEqual = false)
    {
        var best = 1;
        for (var epoch = 2; epoch <= losses.Length && epoch - best <= patience; epoch++)
        {
            if (losses[epoch - 1] < losses[best - 1] || (orEqual && losses[epoch - 1] == losses[best - 1])) best = epoch;
        }

        return best;
    }

    private static (double w, double M, double V) Adam(double w, double dw, double M, double V, int t, double rate) =>
        Step(w, dw, M, V, (m, v) => rate * Hat(m, 0.9, t) / (Math.Sqrt(Hat(v, 0.999, t)) + 1e-8));

    private static (double w, double M, double V) Step(double w, double dw, double M, double V, Func<double, double, double> length)
    {
        var (m, v) = ((0.9 * M) + (0.1 * dw), (0.999 * V) + (0.001 * dw * dw));
        return (w - length(m, v), m, v);
    }

    private static double Hat(double mean, double beta, int t) => mean / (1 - Math.Pow(beta, t));

    private static Sequential Fitted(int neurons, double l2, int patience)
    {
        Dense Layer(int outputs) => new(outputs) { Initialisation = WeightInitialisation.He, L2 = l2 };

        var (X, y) = Datasets.MakeMoons(samples: 50, noise: 0.3, seed: 5);
        var (XV, yV) = Datasets.MakeMoons(samples: 1000, noise: 0.3, seed: 6);
        var network = new Sequential([2]) { Layer(neurons), new ReLU(), Layer(neurons), new ReLU(), Layer(1), new Sigmoid() };
        network.Fit(X, y, new FitOptions
        {
            Optimiser = new Adam(0.01),
            Epochs = 300,
            BatchSize = 20,
            Validation = (XV, yV),
            EarlyStopping = patience > 0 ? new EarlyStopping { Patience = patience } : null,
        });
        return network;
    }

    private static void IsWrong(string hint, Verdict verdict)
    {
        Assert.Equal(VerdictKind.Wrong, verdict.Kind);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }
}
