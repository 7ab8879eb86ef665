using Neurones.Exercises;
using static Neurones.LinearNeuronFunctions;
using M = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Neurones.Tests;

public class Lesson11ChecksTests
{
    [Theory]
    [InlineData(4.667, "the mean squared error")]
    [InlineData(14, "the sum of the squares")]
    [InlineData(7, "You halved the sum")]
    [InlineData(2, "without their signs. Square them instead. (Or did whole numbers")]
    [InlineData(1, "half the mean of the errors without their signs")]
    [InlineData(0, "Write 1.0 / 6")]
    [InlineData(2.1602, "the root of the mean squared error")]
    [InlineData(1.5275, "No root here")]
    [InlineData(3.5, "one too few")]
    [InlineData(7.25, "It isn't 7.25.")]
    public void Half_mean_squared_error_knows_its_mistakes(double answer, string hint) => IsWrong(hint, Lesson11Checks.HalfMeanSquaredError(answer));

    [Theory]
    [InlineData(2.33)]
    [InlineData(14 / 6.0)]
    public void Half_mean_squared_error_is_right_on_paper_and_by_computer(double answer) => IsRight(Lesson11Checks.HalfMeanSquaredError(answer));

    [Theory]
    [InlineData(310, "8 samples are left over")]
    [InlineData(312.5, "no half steps")]
    [InlineData(312, "rounded at the end")]
    [InlineData(313, "rounded at the end")]
    [InlineData(32, "That's one epoch. There are 10.")]
    [InlineData(31, "That's one epoch, and its last batch")]
    [InlineData(31.25, "no quarter steps")]
    [InlineData(10, "the number of epochs")]
    [InlineData(10_000, "how many samples are seen")]
    [InlineData(320_000, "don't multiply")]
    [InlineData(7.25, "It isn't 7.25.")]
    public void Steps_know_their_mistakes(double answer, string hint) => IsWrong(hint, Lesson11Checks.Steps(answer));

    public static TheoryData<string, Func<M, double>> WrongRates => new()
    {
        { "it's the best one", X => 1 / Curvature(X) },
        { "not their sum.", X => 2 / (Curvature(X) * X.RowCount) },
        { "not their sum; and", X => 1 / (Curvature(X) * X.RowCount) },
        { "You squared the mean", X => 2 / Math.Pow(X.Enumerate().Average(), 2) },
        { "must be squared before the mean is taken.", X => 2 / X.Enumerate().Average() },
        { "not only lose their signs", X => 2 / X.Enumerate().Average(Math.Abs) },
        { "the largest square", X => 2 / X.Enumerate().Max(x => x * x) },
        { "one too few", X => 2 / (X.Enumerate().Sum(x => x * x) / (X.RowCount - 1)) },
        { "the curvature c itself", Curvature },
        { "Upside down", X => Curvature(X) / 2 },
        { "not 2 c", X => 2 * Curvature(X) },
        { "four times as large", X => 1 / (2 * Curvature(X)) },
        { "Twice too much", X => 4 / Curvature(X) },
        { "1, 2, -3, 5 and 4 it is 0.181818, but you return 9", _ => 9 },
    };

    [Theory]
    [MemberData(nameof(WrongRates))]
    public void Largest_rate_knows_its_mistakes(string hint, Func<M, double> answer) => IsWrong(hint, Lesson11Checks.LargestRate(answer));

    public static TheoryData<string, Func<List<(M X, M y)>, M, double, double, (M, double)>> WrongEpochs => new()
    {
        { "W and b are as they were", (_, W, b, _) => (W, b) },
        { "Only the first batch counts", (batches, W, b, rate) => Epoch(batches[..1], W, b, rate) },
        { "Only the last batch counts", (batches, W, b, rate) => Epoch(batches[^1..], W, b, rate) },
        { "The last batch is missing", (batches, W, b, rate) => Epoch(batches[..^1], W, b, rate) },
        { "You go uphill", (batches, W, b, rate) => Epoch(batches, W, b, -rate) },
        { "Your gradients are sums", (batches, W, b, rate) => Epoch(batches, W, b, rate, (dW, m) => dW * m) },
        { "the number of all samples", (batches, W, b, rate) => Epoch(batches, W, b, rate, (dW, m) => dW * m / 5) },
        { "left out the learning rate", (batches, W, b, _) => Epoch(batches, W, b, 1) },
        { "from before the epoch", Frozen },
        { "a single step with all samples", (batches, W, b, rate) => Epoch([All(batches)], W, b, rate) },
        { "backwards", (batches, W, b, rate) => Epoch(Enumerable.Reverse(batches), W, b, rate) },
        { "W is right, but b is as it was", (batches, W, b, rate) => (Epoch(batches, W, b, rate).W, b) },
        { "b moves, but W is as it was", (batches, W, b, rate) => (W, batches.Aggregate(b, (now, batch) => now - (rate * Slopes(batch, W, now).db))) },
        { "W moves, but b is as it was", (batches, W, b, rate) => (batches.Aggregate(W, (now, batch) => now - (rate * Slopes(batch, now, b).dW)), b) },
        { "yours is (1, 2)", (batches, W, b, rate) => (Epoch(batches, W, b, rate).W.Transpose(), b) },
        { "but yours are 9 and 9", (_, W, _, _) => ((0 * W) + 9, 9) },
    };

    [Theory]
    [MemberData(nameof(WrongEpochs))]
    public void Epoch_knows_its_mistakes(string hint, Func<List<(M X, M y)>, M, double, double, (M, double)> answer) => IsWrong(hint, Lesson11Checks.Epoch(answer));

    public static TheoryData<string, Func<M, M, M, double, int, (M, double)>> WrongAccumulations => new()
    {
        { "the last piece has fewer", (X, y, W, b, size) => throw new ArgumentOutOfRangeException(nameof(size)) },
        { "the plain mean", (X, y, W, b, size) => Accumulate(X, y, W, b, size, (_, pieces) => 1.0 / pieces) },
        { "You added the pieces' gradients", (X, y, W, b, size) => Accumulate(X, y, W, b, size, (_, _) => 1) },
        { "Now divide it by m", (X, y, W, b, size) => Accumulate(X, y, W, b, size, (count, _) => count) },
        { "by the number of pieces", (X, y, W, b, size) => Accumulate(X, y, W, b, size, (count, pieces) => count / pieces) },
        { "The last piece counts too much", (X, y, W, b, size) => Accumulate(X, y, W, b, size, (_, _) => (double)size / X.RowCount) },
        { "the number of its own samples", (X, y, W, b, size) => Accumulate(X, y, W, b, size, (_, _) => size) },
        { "as often as its piece has samples", (X, y, W, b, size) => Accumulate(X, y, W, b, size, (_, _) => 1.0 / X.RowCount) },
        { "The last piece is missing", (X, y, W, b, size) => Accumulate(X, y, W, b, size, (count, _) => count < size ? 0 : count / X.RowCount) },
        { "there's one sample left", (X, y, W, b, size) => Accumulate(X, y, W, b, size, (count, _) => count < size ? 0 : 0.5) },
        { "the last piece alone", (X, y, W, b, size) => Accumulate(X, y, W, b, size, (count, _) => count < size ? 1 : 0) },
        { "Only the last piece counts", (X, y, W, b, size) => Accumulate(X, y, W, b, size, (count, _) => count < size ? count / X.RowCount : 0) },
        { "the first piece alone", (X, y, W, b, size) => Accumulate(X.SubMatrix(0, size, 0, 2), y.SubMatrix(0, size, 0, 1), W, b, size, (_, _) => 1) },
        { "all zeros", (X, y, W, b, size) => Accumulate(X, y, W, b, size, (count, _) => (int)count / X.RowCount) },
        { "The sign is wrong", (X, y, W, b, size) => Accumulate(X, y, W, b, size, (count, _) => -count / X.RowCount) },
        { "yours is (1, 2)", (X, y, W, b, size) => (Right(X, y, W, b, size).dW.Transpose(), 0) },
        { "but yours are 9 and 9", (_, _, W, _, _) => ((0 * W) + 9, 9) },
        { "not with pieces of 4", (X, y, W, b, size) => size == 2 ? Right(X, y, W, b, size) : (0 * W, 0) },
        { "all 5 samples are one piece", (X, y, W, b, size) => size < 5 ? Right(X, y, W, b, size) : (0 * W, 0) },
    };

    [Theory]
    [MemberData(nameof(WrongAccumulations))]
    public void Accumulate_knows_its_mistakes(string hint, Func<M, M, M, double, int, (M, double)> answer) => IsWrong(hint, Lesson11Checks.Accumulate(answer));

    [Fact]
    public void Right_answers_are_right()
    {
        IsRight(Lesson11Checks.Steps(320));
        IsRight(Lesson11Checks.LargestRate(X => 2 / Curvature(X)));
        IsRight(Lesson11Checks.Epoch((batches, W, b, rate) => Epoch(batches, W, b, rate)));
        IsRight(Lesson11Checks.Accumulate(Right));
        IsRight(Lesson11Checks.Accumulate((X, y, W, b, _) => Slopes((X, y), W, b)));
    }

    [Fact]
    public void Stubs_are_not_started() => Assert.All(
        [
            Lesson11Checks.HalfMeanSquaredError(double.NaN),
            Lesson11Checks.Steps(double.NaN),
            Lesson11Checks.LargestRate(_ => throw new NotImplementedException()),
            Lesson11Checks.LargestRate(_ => double.NaN),
            Lesson11Checks.Epoch((_, _, _, _) => throw new NotImplementedException()),
            Lesson11Checks.Epoch((_, _, _, _) => (null!, 0)),
            Lesson11Checks.Accumulate((_, _, _, _, _) => throw new NotImplementedException()),
            Lesson11Checks.Accumulate((_, _, _, _, _) => (null!, 0)),
        ],
        verdict => Assert.Equal(VerdictKind.NotStarted, verdict.Kind));

    [Fact]
    public void Answers_that_throw_are_wrong_with_their_message() => Assert.All(
        [
            Lesson11Checks.LargestRate(_ => throw new InvalidOperationException("too far")),
            Lesson11Checks.Epoch((_, _, _, _) => throw new InvalidOperationException("too far")),
            Lesson11Checks.Accumulate((_, _, _, _, _) => throw new InvalidOperationException("too far")),
        ],
        verdict => IsWrong("too far", verdict));

    private static double Curvature(M X) => X.Enumerate().Average(x => x * x);

    private static (M dW, double db) Slopes((M X, M y) batch, M W, double b) => Gradients(Model(batch.X, W, b), batch.X, batch.y);

    private static (M W, double b) Epoch(IEnumerable<(M X, M y)> batches, M W, double b, double rate, Func<double, double, double>? change = null)
    {
        foreach (var batch in batches)
        {
            var (dW, db) = Slopes(batch, W, b);
            var factor = change?.Invoke(1, batch.X.RowCount) ?? 1;
            (W, b) = Update(dW, db, W, b, rate * factor);
        }

        return (W, b);
    }

    private static (M W, double b) Frozen(List<(M X, M y)> batches, M W, double b, double rate)
    {
        var slopes = batches.Select(batch => Slopes(batch, W, b)).ToList();
        return slopes.Aggregate((W, b), (now, slope) => Update(slope.dW, slope.db, now.W, now.b, rate));
    }

    private static (M X, M y) All(List<(M X, M y)> batches) => (
        batches.Select(batch => batch.X).Aggregate((above, below) => above.Stack(below)),
        batches.Select(batch => batch.y).Aggregate((above, below) => above.Stack(below)));

    private static (M dW, double db) Right(M X, M y, M W, double b, int size) => Accumulate(X, y, W, b, size, (count, _) => count / X.RowCount);

    private static (M dW, double db) Accumulate(M X, M y, M W, double b, int size, Func<double, double, double> weight)
    {
        var (dW, db) = (0 * W, 0.0);
        var pieces = Enumerable.Range(0, X.RowCount).Chunk(size).ToList();
        foreach (var rows in pieces)
        {
            var piece = Slopes((X.SubMatrix(rows[0], rows.Length, 0, X.ColumnCount), y.SubMatrix(rows[0], rows.Length, 0, 1)), W, b);
            var factor = weight(rows.Length, pieces.Count);
            (dW, db) = (dW + (factor * piece.dW), db + (factor * piece.db));
        }

        return (dW, db);
    }

    private static void IsRight(Verdict verdict) => Assert.Equal((VerdictKind.Right, true), (verdict.Kind, verdict.Message.Length > 20));

    private static void IsWrong(string hint, Verdict verdict)
    {
        Assert.Equal(VerdictKind.Wrong, verdict.Kind);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }
}
