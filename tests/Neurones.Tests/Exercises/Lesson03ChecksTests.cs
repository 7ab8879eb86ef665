using Neurones.Exercises;

namespace Neurones.Tests;

public class Lesson03ChecksTests
{
    private const double None = double.NaN;

    public static TheoryData<string, double, double, double, double> WrongPieces => new()
    {
        { "dL/da isn't -5. The sign is wrong", -5, None, None, None },
        { "That's 1 / a.", 1.25, None, None, None },
        { "That's -1 / a", -1.25, None, None, None },
        { "the loss itself", 1.6094379, None, None, None },
        { "so dL/dz", 0.8, None, None, None },
        { "Put y = 0 into", 7, None, None, None },
        { "So far so good. Now da/dz", 5, None, None, None },
        { "Now dL/da", None, 0.16, None, None },
        { "That's a times a", 5, 0.64, None, None },
        { "slope at a = 0.5", 5, 0.25, None, None },
        { "You took 0.8 for z", 5, 0.2139096965, None, None },
        { "That's 1 - a.", 5, 0.2, None, None },
        { "The sigmoid's slope is a (1 - a)", 5, 7, None, None },
        { "That's dz/db", 5, 0.16, 1, None },
        { "no part in z", 5, 0.16, 0, None },
        { "factor in front of w?", 5, 0.16, 7, None },
        { "Now dL/dw", 5, 0.16, 3, None },
        { "all three pieces are positive", 5, 0.16, 3, -2.4 },
        { "You added the pieces", 5, 0.16, 3, 8.16 },
        { "so also dL/db", 5, 0.16, 3, 0.8 },
        { "left out da/dz", 5, 0.16, 3, 15 },
        { "left out dL/da", 5, 0.16, 3, 0.48 },
        { "slopes multiply: it's the product", 5, 0.16, 3, 7 },
    };

    [Theory]
    [MemberData(nameof(WrongPieces))]
    public void Pieces_know_their_mistakes(string hint, double dLda, double dadz, double dzdw, double dLdw) =>
        IsWrong(hint, Lesson03Checks.Pieces(dLda, dadz, dzdw, dLdw));

    public static TheoryData<string, Func<double[], double[], double[], double>> WrongLoops => new()
    {
        { "1 / m is 0", (a, y, x) => 1 / x.Length * Total(a, y, x) },
        { "not y - a", (a, y, x) => -Mean(a, y, x) },
        { "That's the sum. The loss is a mean", Total },
        { "the sum, with the wrong sign", (a, y, x) => -Total(a, y, x) },
        { "You divided by 100", (a, y, x) => Total(a, y, x) / 100 },
        { "not by 2 m", (a, y, x) => Mean(a, y, x) / 2 },
        { "The error needs its sign", (a, y, x) => x.Select((value, i) => Math.Abs(a[i] - y[i]) * value).Average() },
        { "You squared the error", (a, y, x) => x.Select((value, i) => (a[i] - y[i]) * (a[i] - y[i]) * value).Average() },
        { "A bracket is missing", (a, y, x) => x.Select((value, i) => a[i] - (y[i] * value)).Average() },
        { "a (1 - a) is one factor too many", (a, y, x) => x.Select((value, i) => (a[i] - y[i]) * a[i] * (1 - a[i]) * value).Average() },
        { "the mean loss itself", (a, y, x) => -x.Select((_, i) => Math.Log(y[i] == 1 ? a[i] : 1 - a[i])).Average() },
        { "one too few", (a, y, x) => Total(a, y, x) / (x.Length - 1) },
        { "along the bias", (a, y, x) => Mean(a, y, [.. x.Select(_ => 1.0)]) },
        { "You left out y", (a, y, x) => Mean(a, [.. y.Select(_ => 0.0)], x) },
        { "the mean error by the mean x", (a, y, x) => Mean(a, y, [.. x.Select(_ => 1.0)]) * x.Average() },
        { "Only the last plant", (a, y, x) => Mean(a, y, [0, 0, 0, 0, x[4]]) },
        { "Only the last plant", (a, y, x) => (a[^1] - y[^1]) * x[^1] },
        { "Only the first plant", (a, y, x) => Mean(a, y, [x[0], 0, 0, 0, 0]) },
        { "The last plant is missing", (a, y, x) => Mean(a, y, [.. x[..4], 0]) },
        { "The first plant is missing", (a, y, x) => Mean(a, y, [0, .. x[1..]]) },
        { "the slope is 0.44, but you return 9", (_, _, _) => 9 },
    };

    [Theory]
    [MemberData(nameof(WrongLoops))]
    public void Slope_along_knows_its_mistakes(string hint, Func<double[], double[], double[], double> answer) => IsWrong(hint, Lesson03Checks.SlopeAlong(answer));

    public static TheoryData<string, Func<double, double, double, double, double>> WrongSquares => new()
    {
        { "not y - a", (w, b, x, y) => -Squared(w, b, x, y) },
        { "the slope of the log loss", (w, b, x, y) => (Sigmoid((w * x) + b) - y) * x },
        { "has used up the half", (w, b, x, y) => Squared(w, b, x, y) / 2 },
        { "That's dL/da, the first piece", (w, b, x, y) => Sigmoid((w * x) + b) - y },
        { "You left out the bias", (w, _, x, y) => Squared(w, 0, x, y) },
        { "You took w.", (w, b, x, y) => Squared(w, b, x, y) / x * w },
        { "Your slope is 0.", (_, _, _, _) => 0 },
        { "the last piece, dz/dw", (w, b, x, y) => Squared(w, b, x, y) / x },
        { "the first piece, dL/da", (w, b, x, y) => Squared(w, b, x, y) / (Sigmoid((w * x) + b) - y) },
        { "Twice too much", (w, b, x, y) => 2 * Squared(w, b, x, y) },
        { "not the loss", (w, b, x, y) => Squared(w, b, x, y) * (Sigmoid((w * x) + b) - y) / 2 },
        { "You took z", (w, b, x, y) => (Sigmoid((w * x) + b) - y) * ((w * x) + b) * (1 - ((w * x) + b)) * x },
        { "You left out the sigmoid", (w, b, x, y) => ((w * x) + b - y) * x },
        { "Write the three pieces one by one", (_, _, _, _) => 9 },
    };

    [Theory]
    [MemberData(nameof(WrongSquares))]
    public void Squared_loss_knows_its_mistakes(string hint, Func<double, double, double, double, double> answer) => IsWrong(hint, Lesson03Checks.SquaredLoss(answer));

    public static TheoryData<string, Func<Row, (double, double)>> WrongRows => new()
    {
        { "Along w2: the sign", row => (row.dw1, -row.dw2) },
        { "Return dw1 first", row => (row.dw2, row.dw1) },
        { "second neuron's input isn't x", row => (row.dw1, row.Error * row.x) },
        { "that's dL/dz2", row => (row.dw1, row.Error) },
        { "Along w2: a2 (1 - a2) is one factor too many", row => (row.dw1, row.dw2 * row.a2 * (1 - row.a2)) },
        { "You took w2", row => (row.dw1, row.Error * row.w2) },
        { "The second neuron is one as in the lesson", row => (row.dw1, 9) },
        { "Along w1: the sign is wrong", row => (-row.dw1, row.dw2) },
        { "the slope along w2 again", row => (row.dw2, row.dw2) },
        { "the link from a1 to z2", row => (row.dw1 / row.w2, row.dw2) },
        { "the first neuron's sigmoid", row => (row.Error * row.w2 * row.x, row.dw2) },
        { "the last link, dz1/dw1", row => (row.dw1 / row.x, row.dw2) },
        { "the sigmoid of the second neuron", row => (row.Error * row.w2 * row.a2 * (1 - row.a2) * row.x, row.dw2) },
        { "Along w1: a2 (1 - a2) is one factor too many", row => (row.dw1 * row.a2 * (1 - row.a2), row.dw2) },
        { "the factor is w2, not w1", row => (row.dw1 / row.w2 * row.w1, row.dw2) },
        { "and now a1 moves", row => (row.dw1 / row.w2 * row.a1, row.dw2) },
        { "as if there were one neuron only", row => (row.Error * row.x, row.dw2) },
        { "There are four links", row => (9, row.dw2) },
        { "Now the one along w1", row => (None, row.dw2) },
        { "nobody tells the first neuron", row => ((row.a1 - row.y) * row.x, row.dw2) },
        { "the factor is w2, not a1", row => (row.Error * row.a1 * row.x, row.dw2) },
    };

    [Theory]
    [MemberData(nameof(WrongRows))]
    public void Two_in_a_row_knows_its_mistakes(string hint, Func<Row, (double, double)> answer) =>
        IsWrong(hint, Lesson03Checks.TwoInARow((w1, w2, x, y) => answer(new(w1, w2, x, y))));

    public static TheoryData<string, Func<Func<double[], double>, double[], double[], double>> WrongDistances => new()
    {
        { "take Math.Abs", (loss, w, gradient) => Distances(loss, w, gradient, absolute: false).Max() },
        { "take Math.Abs", (loss, w, gradient) => Distances(loss, w, gradient, absolute: false).Max(d => -d) },
        { "You added the distances", (loss, w, gradient) => Distances(loss, w, gradient).Sum() },
        { "the mean of the distances", (loss, w, gradient) => Distances(loss, w, gradient).Average() },
        { "the smallest distance", (loss, w, gradient) => Distances(loss, w, gradient).Min() },
        { "Only the last weight", (loss, w, gradient) => Distances(loss, w, gradient)[^1] },
        { "Only the first weight", (loss, w, gradient) => Distances(loss, w, gradient)[0] },
        { "The first weight is missing", (loss, w, gradient) => Distances(loss, w, gradient)[1..].Max() },
        { "The last weight is missing", (loss, w, gradient) => Distances(loss, w, gradient)[..^1].Max() },
        { "The last weight is missing", (loss, w, gradient) => Distances(loss, w, gradient)[..2].Max() },
        { "is 0.5, but you return 9.", (loss, w, gradient) => Distances(loss, w, gradient)[0] < 0.3 ? 9 : 0.5 },
        { "the distance itself is asked for", (loss, w, gradient) => Distances(loss, w, gradient).Zip(Slopes(w), (distance, slope) => distance / Math.Abs(slope)).Max() },
        { "twice too large", (loss, w, gradient) => Distances(loss, w, gradient, factor: 2).Max() },
        { "wrong sign", (loss, w, gradient) => Distances(loss, w, gradient, factor: -1).Max() },
        { "half of what they should be", (loss, w, gradient) => Distances(loss, w, gradient, factor: 0.5).Max() },
        { "write / (2 * h)", (loss, w, gradient) => Distances(loss, w, gradient, factor: 1e-10).Max() },
        { "one side only", (loss, w, gradient) => Distances(loss, w, gradient, down: 0).Max() },
        { "one side only", (loss, w, gradient) => Distances(loss, w, gradient, up: 0).Max() },
        { "the weights are others than before", LeavesTheWeightsMoved },
        { "is 0.5, but you return 9. Print the slopes that you measure: they should be 11.9, -7.85, 19.94, 4.", (_, _, _) => 9 },
    };

    [Theory]
    [MemberData(nameof(WrongDistances))]
    public void Largest_distance_knows_its_mistakes(string hint, Func<Func<double[], double>, double[], double[], double> answer) =>
        IsWrong(hint, Lesson03Checks.LargestDistance(answer));

    [Fact]
    public void Right_answers_are_right() => Assert.All(
        [
            Lesson03Checks.Pieces(5, 0.16, 3, 2.4),
            Lesson03Checks.SlopeAlong(Mean),
            Lesson03Checks.SquaredLoss(Squared),
            Lesson03Checks.TwoInARow((w1, w2, x, y) => (new Row(w1, w2, x, y).dw1, new Row(w1, w2, x, y).dw2)),
            Lesson03Checks.LargestDistance((loss, w, gradient) => Distances(loss, w, gradient).Max()),
        ],
        verdict => Assert.Equal((VerdictKind.Right, true), (verdict.Kind, verdict.Message.Length > 20)));

    /// <summary>What the checks take for right is what finite differences measure.</summary>
    [Fact]
    public void Measured_slopes_are_right_too() => Assert.All(
        [
            Lesson03Checks.SquaredLoss((w, b, x, y) => Measured(w => Math.Pow(Sigmoid((w * x) + b) - y, 2) / 2, w)),
            Lesson03Checks.TwoInARow((w1, w2, x, y) => (Measured(w1 => Log(w1, w2), w1), Measured(w2 => Log(w1, w2), w2))),
        ],
        verdict => Assert.Equal(VerdictKind.Right, verdict.Kind));

    [Fact]
    public void Stubs_are_not_started() => Assert.All(
        [
            Lesson03Checks.Pieces(None, None, None, None),
            Lesson03Checks.SlopeAlong((_, _, _) => throw new NotImplementedException()),
            Lesson03Checks.SlopeAlong((_, _, _) => None),
            Lesson03Checks.SquaredLoss((_, _, _, _) => throw new NotImplementedException()),
            Lesson03Checks.SquaredLoss((_, _, _, _) => None),
            Lesson03Checks.TwoInARow((_, _, _, _) => throw new NotImplementedException()),
            Lesson03Checks.TwoInARow((_, _, _, _) => (None, None)),
            Lesson03Checks.LargestDistance((_, _, _) => throw new NotImplementedException()),
            Lesson03Checks.LargestDistance((_, _, _) => None),
        ],
        verdict => Assert.Equal(VerdictKind.NotStarted, verdict.Kind));

    [Fact]
    public void Answers_that_throw_are_wrong_with_their_message() => Assert.All(
        [
            Lesson03Checks.SlopeAlong((_, _, _) => throw new InvalidOperationException("too far")),
            Lesson03Checks.SquaredLoss((_, _, _, _) => throw new InvalidOperationException("too far")),
            Lesson03Checks.TwoInARow((_, _, _, _) => throw new InvalidOperationException("too far")),
            Lesson03Checks.LargestDistance((_, _, _) => throw new InvalidOperationException("too far")),
        ],
        verdict => IsWrong("too far", verdict));

    /// <summary>The two neurons in a row, with x = 2 and y = 1 as in the check.</summary>
    public sealed record Row(double w1, double w2, double x, double y)
    {
        public double a1 => Sigmoid(w1 * x);

        public double a2 => Sigmoid(w2 * a1);

        public double Error => a2 - y;

        public double dw1 => Error * w2 * a1 * (1 - a1) * x;

        public double dw2 => Error * a1;
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double Log(double w1, double w2) => -Math.Log(Sigmoid(w2 * Sigmoid(w1 * 2)));

    private static double Measured(Func<double, double> f, double at) => (f(at + 1e-5) - f(at - 1e-5)) / 2e-5;

    private static double Total(double[] a, double[] y, double[] x) => x.Select((value, i) => (a[i] - y[i]) * value).Sum();

    private static double Mean(double[] a, double[] y, double[] x) => Total(a, y, x) / x.Length;

    private static double Squared(double w, double b, double x, double y)
    {
        var a = Sigmoid((w * x) + b);
        return (a - y) * a * (1 - a) * x;
    }

    private static double[] Distances(
        Func<double[], double> loss, double[] w, double[] gradient, double factor = 1, double up = 1e-5, double down = 1e-5, bool absolute = true) =>
        [.. w.Select((_, i) =>
        {
            var difference = gradient[i] - (factor * (loss(Moved(i, up)) - loss(Moved(i, -down))) / (up + down));
            return absolute ? Math.Abs(difference) : difference;

            double[] Moved(int i, double step) => [.. w.Select((weight, j) => j == i ? weight + step : weight)];
        })];

    /// <summary>The slopes of the check's loss, with its formula.</summary>
    private static double[] Slopes(double[] w) => [(40 * w[0]) + (w[1] * w[2]), (40 * w[1]) + (w[0] * w[2]), (40 * w[2]) + (w[0] * w[1]), 40 * w[3]];

    private static double LeavesTheWeightsMoved(Func<double[], double> loss, double[] w, double[] gradient)
    {
        w[0] += 1e-5;
        return Distances(loss, w, gradient).Max();
    }

    private static void IsWrong(string hint, Verdict verdict)
    {
        Assert.Equal(VerdictKind.Wrong, verdict.Kind);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }
}
