using MathNet.Numerics.LinearAlgebra;
using Neurones.Exercises;

namespace Neurones.Tests.Exercises;

using ScaleFunction = Func<Matrix<double>, Matrix<double>, (Matrix<double> Train, Matrix<double> Test)>;

public class Lesson06ChecksTests
{
    [Theory]
    [InlineData(0.51, VerdictKind.Right, "coin flip")]
    [InlineData(double.NaN, VerdictKind.NotStarted, "double.NaN")]
    [InlineData(0, VerdictKind.Wrong, "whole numbers")]
    [InlineData(102, VerdictKind.Wrong, "share")]
    [InlineData(51, VerdictKind.Wrong, "percentage")]
    [InlineData(0.49, VerdictKind.Wrong, "share of mistakes")]
    [InlineData(0.56, VerdictKind.Wrong, "cats alone")]
    [InlineData(0.46, VerdictKind.Wrong, "dogs alone")]
    [InlineData(1.02, VerdictKind.Wrong, "200 photos")]
    [InlineData(0.3, VerdictKind.Wrong, "How many")]
    public void Accuracy(double answer, VerdictKind kind, string hint) => Expect(Lesson06Checks.Accuracy(answer), kind, hint);

    public static TheoryData<string, ScaleFunction> WrongScales => new()
    {
        { "comes back as it went in: subtract", (train, test) => (train, test) },
        { "divided by max alone", (train, test) => (train / Max(train), test / Max(train)) },
        { "didn't subtract the minimum", (train, test) => (train / (Max(train) - Min(train)), test / (Max(train) - Min(train))) },
        { "255 isn't this set's maximum", (train, test) => (train / 255, test / 255) },
        { "Brackets around max - min too", (train, test) => (((train - Min(train)) / Max(train)) - Min(train), test) },
        { "but divided by max", (train, test) => ((train - Min(train)) / Max(train), (test - Min(train)) / Max(train)) },
        { "brackets around train - min.", (train, test) => (train - (Min(train) / (Max(train) - Min(train))), test) },
        { "around max - min", (train, test) => (train - (Min(train) / Max(train)) - Min(train), test) },
        { "each column", (train, test) => (MinMaxScaler.Fit(train).Transform(train), MinMaxScaler.Fit(train).Transform(test)) },
        { "both sets together", (train, test) => Whole(train.Stack(test), train, test) },
        { "from the test set", (train, test) => Whole(test, train, test) },
        { "wrong order", (train, test) => (Whole(train, train, test).Test, Whole(train, train, test).Train) },
        { "scaled the test set by its own minimum and maximum", (train, test) => (Whole(train, train, test).Train, Whole(test, train, test).Test) },
        { "own columns", (train, test) => (Whole(train, train, test).Train, MinMaxScaler.Fit(test).Transform(test)) },
        { "The test set comes back", (train, test) => (Whole(train, train, test).Train, test) },
        { "cut the test values off", (train, test) => (Whole(train, train, test).Train, Whole(train, train, test).Test.PointwiseMinimum(1)) },
        { "null", (train, test) => (Whole(train, train, test).Train, null!) },
        { "The numbers differ", (train, test) => (train * 7, test * 7) },
    };

    [Theory]
    [MemberData(nameof(WrongScales))]
    public void A_wrong_scaling_gets_its_own_hint(string hint, ScaleFunction answer) =>
        Expect(Lesson06Checks.Scale(answer), VerdictKind.Wrong, hint);

    [Fact]
    public void Scaling_by_the_training_set_is_right()
    {
        Expect(Lesson06Checks.Scale((train, test) => Whole(train, train, test)), VerdictKind.Right, "same number");
        Expect(Lesson06Checks.Scale((_, _) => (null!, null!)), VerdictKind.NotStarted, "Return both");
    }

    public static TheoryData<string, Func<Matrix<double>, Matrix<double>, double>> WrongLogLosses => new()
    {
        { "sign", (A, y) => -LogLoss(A, y, 1e-15) },
        { "sum over the samples", (A, y) => LogLoss(A, y, 1e-15) * A.RowCount },
        { "base 10", (A, y) => LogLoss(A, y, 1e-15) / Math.Log(10) },
        { "base 2", (A, y) => LogLoss(A, y, 1e-15) / Math.Log(2) },
        { "Only samples of class 1", (A, y) => -y.PointwiseMultiply((A + 1e-15).PointwiseLog()).Enumerate().Average() },
        { "Only samples of class 0", (A, y) => -(1 - y).PointwiseMultiply((1 - A + 1e-15).PointwiseLog()).Enumerate().Average() },
        { "swapped A and y", (A, y) => LogLoss(y, A, 1e-15) },
        { "yours is", (_, _) => 7 },
        { "epsilon too large?", (A, y) => LogLoss(A, y, 1e-5) },
        { "yours is NaN", (_, _) => double.NaN },
        { "exactly 0 breaks it", (A, y) => LogLoss(A, y, 0) },
        { "not 1 - (a + epsilon)", (A, y) => -(y.PointwiseMultiply((A + 1e-15).PointwiseLog()) + (1 - y).PointwiseMultiply((1 - (A + 1e-15)).PointwiseLog())).Enumerate().Average() },
        { "should cost nothing", (A, y) => LogLoss(A, y, 1e-15) + (A.Enumerate().All(a => a is 0 or 1) ? 0.1 : 0) },
        { "should be expensive", (A, y) => Math.Min(LogLoss(A, y, 1e-15), 5) },
    };

    [Theory]
    [MemberData(nameof(WrongLogLosses))]
    public void A_wrong_log_loss_gets_its_own_hint(string hint, Func<Matrix<double>, Matrix<double>, double> answer) =>
        Expect(Lesson06Checks.LogLoss(answer), VerdictKind.Wrong, hint);

    [Fact]
    public void A_log_loss_that_overwrites_its_arguments_is_judged_by_what_it_returns() =>
        Expect(
            Lesson06Checks.LogLoss((A, y) =>
            {
                A.Clear();
                y.Clear();
                return LogLoss(A, y, 1e-15);
            }),
            VerdictKind.Wrong, "the log loss is 0.7305");

    [Theory]
    [InlineData(1e-15)]
    [InlineData(1e-12)]
    [InlineData(1e-8)]
    public void A_log_loss_with_any_small_epsilon_is_right(double epsilon) =>
        Expect(Lesson06Checks.LogLoss((A, y) => LogLoss(A, y, epsilon)), VerdictKind.Right, "NaN");

    [Theory]
    [InlineData(3, "place in the list")]
    [InlineData(60, "where the train loss is lowest")]
    [InlineData(0, "began at 0 or at null")]
    [InlineData(50, "accuracy")]
    [InlineData(10, "only a bump")]
    [InlineData(20, "only a bump")]
    [InlineData(40, "you return 40")]
    [InlineData(30, "rises from the start")]
    public void A_wrong_iteration_gets_its_own_hint(int answer, string hint) =>
        Expect(Lesson06Checks.BestIteration(_ => answer), VerdictKind.Wrong, hint);

    [Fact]
    public void The_iteration_of_the_lowest_test_loss_is_right() =>
        Expect(Lesson06Checks.BestIteration(history => history.MinBy(record => record.TestLoss)!.Iteration), VerdictKind.Right, "early stopping");

    public static TheoryData<string, Func<double, double, double>> WrongLosses => new()
    {
        { "never negative", (z, y) => (y * z) - Math.Log(1 + Math.Exp(z)) },
        { "class 0 alone", (z, _) => Math.Log(1 + Math.Exp(z)) },
        { "added y z", (z, y) => Math.Log(1 + Math.Exp(z)) + (y * z) },
        { "max(z, 0) is missing", (z, y) => Math.Log(1 + Math.Exp(-Math.Abs(z))) - (y * z) },
        { "minus is missing", (z, y) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(Math.Abs(z))) - (y * z) },
        { "with -z", (z, y) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(-z)) - (y * z) },
        { "with z", (z, y) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(z)) - (y * z) },
        { "yours is 0.0000", (_, _) => 0 },
        { "breaks it", (z, y) => Math.Log(1 + Math.Exp(z)) - (y * z) },
        { "For z = 1000 and y = 0 the loss is 1000, but yours is 700.0000. Use", (z, y) => Math.Log(1 + Math.Exp(Math.Min(z, 700))) - (y * z) },
        { "an epsilon hides", (z, y) => -(y * Math.Log(Sigmoid(z) + 1e-15)) - ((1 - y) * Math.Log(1 - Sigmoid(z) + 1e-15)) },
    };

    [Theory]
    [MemberData(nameof(WrongLosses))]
    public void A_wrong_loss_from_z_gets_its_own_hint(string hint, Func<double, double, double> answer) =>
        Expect(Lesson06Checks.LossFromZ(answer), VerdictKind.Wrong, hint);

    [Fact]
    public void The_stable_loss_from_z_is_right() =>
        Expect(
            Lesson06Checks.LossFromZ((z, y) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z))) - (y * z)),
            VerdictKind.Right, "No overflow");

    [Fact]
    public void Stubs_are_not_started_and_errors_are_told()
    {
        Verdict[] stubs =
        [
            Lesson06Checks.Scale((_, _) => throw new NotImplementedException()),
            Lesson06Checks.LogLoss((_, _) => throw new NotImplementedException()),
            Lesson06Checks.BestIteration(_ => throw new NotImplementedException()),
            Lesson06Checks.LossFromZ((_, _) => throw new NotImplementedException()),
        ];
        Verdict[] failures =
        [
            Lesson06Checks.Scale((_, _) => throw new InvalidOperationException("the learner's mistake")),
            Lesson06Checks.LogLoss((_, _) => throw new InvalidOperationException("the learner's mistake")),
            Lesson06Checks.BestIteration(_ => throw new InvalidOperationException("the learner's mistake")),
            Lesson06Checks.LossFromZ((_, _) => throw new InvalidOperationException("the learner's mistake")),
        ];

        Assert.All(stubs, verdict => Assert.Equal(VerdictKind.NotStarted, verdict.Kind));
        Assert.All(failures, verdict => Expect(verdict, VerdictKind.Wrong, "the learner's mistake"));
    }

    private static void Expect(Verdict verdict, VerdictKind kind, string hint)
    {
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
        Assert.Equal(kind, verdict.Kind);
    }

    private static double Min(Matrix<double> X) => X.Enumerate().Min();

    private static double Max(Matrix<double> X) => X.Enumerate().Max();

    private static (Matrix<double> Train, Matrix<double> Test) Whole(Matrix<double> fitted, Matrix<double> train, Matrix<double> test) =>
        ((train - Min(fitted)) / (Max(fitted) - Min(fitted)), (test - Min(fitted)) / (Max(fitted) - Min(fitted)));

    private static double LogLoss(Matrix<double> A, Matrix<double> y, double epsilon) =>
        A.Enumerate().Zip(y.Enumerate(), (a, label) => -(label * Math.Log(a + epsilon)) - ((1 - label) * Math.Log(1 - a + epsilon))).Average();

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}
