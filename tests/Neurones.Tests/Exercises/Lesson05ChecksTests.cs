using Neurones.Exercises;
using M = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Neurones.Tests;

public class Lesson05ChecksTests
{
    [Theory]
    [InlineData(-0.693, "minus sign")]
    [InlineData(69.31472, "sum over all the plants")]
    [InlineData(0.30103, "base 10")]
    [InlineData(1, "base 2")]
    [InlineData(0.34657, "only half of the plants")]
    [InlineData(1.386, "both terms")]
    [InlineData(0.5, "what the neuron answers")]
    [InlineData(0, "certain and right")]
    [InlineData(7.25, "It isn't 7.25.")]
    public void Loss_of_half_knows_its_mistakes(double answer, string hint) => IsWrong(hint, Lesson05Checks.LossOfHalf(answer));

    [Theory]
    [InlineData(0.69)]
    [InlineData(0.69314718)]
    public void Loss_of_half_is_right_on_paper_and_by_computer(double answer) => IsRight(Lesson05Checks.LossOfHalf(answer));

    public static TheoryData<string, Func<M, double, (double, double)>> WrongLines => new()
    {
        { "slope has the wrong sign", (W, b) => (W[0, 0] / W[1, 0], -b / W[1, 0]) },
        { "divided by w1", (W, b) => (-W[1, 0] / W[0, 0], -b / W[0, 0]) },
        { "mind the sign", (W, b) => (W[1, 0] / W[0, 0], b / W[0, 0]) },
        { "still multiplied by w2", (W, b) => (-W[0, 0], -b) },
        { "isn't w1 itself", (W, b) => (W[0, 0], b) },
        { "wrong order", (W, b) => (-b / W[1, 0], -W[0, 0] / W[1, 0]) },
        { "the slope is 0.75, but you return 9", (_, _) => (9, 9) },
        { "intercept has the wrong sign", (W, b) => (-W[0, 0] / W[1, 0], b / W[1, 0]) },
        { "not yet divided by w2", (W, b) => (-W[0, 0] / W[1, 0], -b) },
        { "isn't b itself", (W, b) => (-W[0, 0] / W[1, 0], b) },
        { "divided b by w1", (W, b) => (-W[0, 0] / W[1, 0], -b / W[0, 0]) },
        { "the intercept is 1.25, but you return 9", (W, _) => (-W[0, 0] / W[1, 0], 9) },
    };

    [Theory]
    [MemberData(nameof(WrongLines))]
    public void Boundary_line_knows_its_mistakes(string hint, Func<M, double, (double, double)> answer) =>
        IsWrong(hint, Lesson05Checks.BoundaryLine(answer));

    public static TheoryData<string, Func<M, M, M, (M, double)>> WrongGradients => new()
    {
        { "is X transposed, does it stand on the left, and has A - y its brackets?", (A, X, y) => (X * (A - y) / y.RowCount, 0) },
        { "dW is all zeros: with whole numbers 1 / m is 0", (A, X, y) => (1 / y.RowCount * X.Transpose() * (A - y), db(A, y)) },
        { "In dW you divided by n, not by m", (A, X, y) => (dW(A, X, y) * y.RowCount / X.ColumnCount, db(A, y)) },
        { "dW is the sum", (A, X, y) => (X.Transpose() * (A - y), db(A, y)) },
        { "by m and by n", (A, X, y) => (dW(A, X, y) / X.ColumnCount, db(A, y)) },
        { "The sign is wrong", (A, X, y) => (-dW(A, X, y), -db(A, y)) },
        { "dW has the wrong sign", (A, X, y) => (-dW(A, X, y), db(A, y)) },
        { "left out y", (A, X, y) => (X.Transpose() * A / y.RowCount, db(A, y)) },
        { "it is (1, n)", (A, X, y) => (dW(A, X, y).Transpose(), db(A, y)) },
        { "here (3, 1), but yours is (5, 3)", (A, X, y) => (X, db(A, y)) },
        { "its first element is", (A, X, y) => (dW(A, X, y) + 1, db(A, y)) },
        { "dW is right. db is 0: with whole numbers 1 / m is 0", (A, X, y) => (dW(A, X, y), 1 / y.RowCount * (A - y).Enumerate().Sum()) },
        { "dW is right. db has the wrong sign", (A, X, y) => (dW(A, X, y), -db(A, y)) },
        { "dW is right. In db you divided by n", (A, X, y) => (dW(A, X, y), db(A, y) * y.RowCount / X.ColumnCount) },
        { "dW is right. db is the sum", (A, X, y) => (dW(A, X, y), db(A, y) * y.RowCount) },
        { "dW is right. In db you left out y", (A, X, y) => (dW(A, X, y), A.Enumerate().Average()) },
        { "dW is right. db isn't the mean", (A, X, y) => (dW(A, X, y), 9) },
    };

    [Theory]
    [MemberData(nameof(WrongGradients))]
    public void Gradients_know_their_mistakes(string hint, Func<M, M, M, (M, double)> answer) => IsWrong(hint, Lesson05Checks.Gradients(answer));

    public static TheoryData<string, Func<M, M, double, double, M>> WrongPredictions => new()
    {
        { "With threshold 0.8 you answer as with 0.5", (X, W, b, _) => LogisticNeuronFunctions.Predict(X, W, b) },
        { "exchanged", (X, W, b, t) => Model(X, W, b).Map(a => a < t ? 1.0 : 0.0) },
        { "Those are the probabilities", (X, W, b, _) => Model(X, W, b) },
        { "compared z", (X, W, b, t) => (X * W + b).Map(z => z >= t ? 1.0 : 0.0) },
        { "there must be 6 answers, (6, 1); yours is (1, 6)", (X, W, b, t) => Model(X, W, b).Transpose() },
        { "must be 0 0 0 0 1 1", (X, W, b, t) => Model(X, W, b).Map(_ => 7.0) },
        { "write >=, not >", (X, W, b, t) => Model(X, W, b).Map(a => a > t ? 1.0 : 0.0) },
    };

    [Theory]
    [MemberData(nameof(WrongPredictions))]
    public void Predict_from_knows_its_mistakes(string hint, Func<M, M, double, double, M> answer) => IsWrong(hint, Lesson05Checks.PredictFrom(answer));

    public static TheoryData<string, Func<M, M, double, double>> WrongRecalls => new()
    {
        { "two whole numbers", (A, y, t) => Count(A, y, t) / Toxic(y) },
        { "3 toxic plants were found", (A, y, t) => Count(A, y, t) },
        { "the precision", (A, y, t) => (double)Count(A, y, t) / A.Enumerate().Count(a => a >= t) },
        { "That's the accuracy", (A, y, t) => Metrics.Accuracy(y, A.Map(a => a >= t ? 1.0 : 0.0)) },
        { "1 - recall", (A, y, t) => 1 - Recall(A, y, t) },
        { "divided by all the plants", (A, y, t) => (double)Count(A, y, t) / y.RowCount },
        { "called toxic, rightly or not", (A, y, t) => (double)A.Enumerate().Count(a => a >= t) / y.RowCount },
        { "harmless plants that were left in peace", (A, y, t) => Recall(1 - A, 1 - y, 1 - t) },
        { "but you return 9", (_, _, _) => 9 },
        { "use the parameter threshold", (A, y, _) => Recall(A, y, 0.5) },
        { "write >=, not >", (A, y, t) => Recall(A, y, t + 1e-12) },
        { "for 0.8 the recall is 0.5 (2 of 4), and you return 9", (A, y, t) => t > 0.7 ? 9 : Recall(A, y, t) },
    };

    [Theory]
    [MemberData(nameof(WrongRecalls))]
    public void Recall_knows_its_mistakes(string hint, Func<M, M, double, double> answer) => IsWrong(hint, Lesson05Checks.Recall(answer));

    [Fact]
    public void Right_answers_are_right()
    {
        IsRight(Lesson05Checks.BoundaryLine((W, b) => (-W[0, 0] / W[1, 0], -b / W[1, 0])));
        IsRight(Lesson05Checks.Gradients((A, X, y) => (dW(A, X, y), db(A, y))));
        IsRight(Lesson05Checks.PredictFrom((X, W, b, t) => Model(X, W, b).Map(a => a >= t ? 1.0 : 0.0)));
        IsRight(Lesson05Checks.Recall(Recall));
        IsRight(Lesson05Checks.Recall((A, y, t) => Recall(A, y, t) - 1e-12));
    }

    [Fact]
    public void Stubs_are_not_started() => Assert.All(
        [
            Lesson05Checks.LossOfHalf(double.NaN),
            Lesson05Checks.BoundaryLine((_, _) => throw new NotImplementedException()),
            Lesson05Checks.BoundaryLine((_, _) => (double.NaN, double.NaN)),
            Lesson05Checks.Gradients((_, _, _) => throw new NotImplementedException()),
            Lesson05Checks.Gradients((_, _, _) => (null!, 0)),
            Lesson05Checks.PredictFrom((_, _, _, _) => throw new NotImplementedException()),
            Lesson05Checks.PredictFrom((_, _, _, _) => null!),
            Lesson05Checks.Recall((_, _, _) => throw new NotImplementedException()),
            Lesson05Checks.Recall((_, _, _) => double.NaN),
        ],
        verdict => Assert.Equal(VerdictKind.NotStarted, verdict.Kind));

    [Fact]
    public void Answers_that_throw_are_wrong_with_their_message() => Assert.All(
        [
            Lesson05Checks.BoundaryLine((_, _) => throw new InvalidOperationException("too far")),
            Lesson05Checks.Gradients((_, _, _) => throw new InvalidOperationException("too far")),
            Lesson05Checks.Gradients((_, _, _) => throw new ArgumentException("too far", "step")),
            Lesson05Checks.PredictFrom((_, _, _, _) => throw new InvalidOperationException("too far")),
            Lesson05Checks.Recall((_, _, _) => throw new InvalidOperationException("too far")),
        ],
        verdict =>
        {
            IsWrong("too far", verdict);
            Assert.StartsWith("Your code stopped with ", verdict.Message, StringComparison.Ordinal);
        });

    private static M dW(M A, M X, M y) => X.Transpose() * (A - y) / y.RowCount;

    private static double db(M A, M y) => (A - y).Enumerate().Average();

    private static M Model(M X, M W, double b) => LogisticNeuronFunctions.Model(X, W, b);

    private static int Toxic(M y) => y.Enumerate().Count(label => label == 1);

    private static int Count(M A, M y, double threshold) => A.Enumerate().Zip(y.Enumerate()).Count(pair => pair.First >= threshold && pair.Second == 1);

    private static double Recall(M A, M y, double threshold) => (double)Count(A, y, threshold) / Toxic(y);

    private static void IsRight(Verdict verdict) => Assert.Equal((VerdictKind.Right, true), (verdict.Kind, verdict.Message.Length > 20));

    private static void IsWrong(string hint, Verdict verdict)
    {
        Assert.Equal(VerdictKind.Wrong, verdict.Kind);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }
}
