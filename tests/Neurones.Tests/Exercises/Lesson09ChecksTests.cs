using Neurones.Exercises;
using M = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Neurones.Tests;

public class Lesson09ChecksTests
{
    [Theory]
    [InlineData(65_536, "W1 alone")]
    [InlineData(65_552, "the weights without biases, or the first layer alone")]
    [InlineData(65_553, "the 16 biases of the hidden neurons")]
    [InlineData(65_568, "the bias of the output neuron")]
    [InlineData(4_113, "multiply")]
    [InlineData(4_097, "the single neuron of lesson 6")]
    [InlineData(129, "the network of the circles")]
    [InlineData(7, "It isn't 7.")]
    public void Parameter_count_knows_its_mistakes(int answer, string hint) => IsWrong(hint, Lesson09Checks.ParameterCount(answer));

    public static TheoryData<string, Func<M, M, double>> WrongAccuracies => new()
    {
        { "whole numbers", (A, y) => Hits(A, y) / y.ColumnCount },
        { "compared the probabilities themselves", (A, y) => A.Enumerate().Zip(y.Enumerate()).Average(p => p.First == p.Second ? 1.0 : 0.0) },
        { "6 answers are right", (A, y) => Hits(A, y) },
        { "y.RowCount is 1", (A, y) => (double)Hits(A, y) / y.RowCount },
        { "write >=, not >", (A, y) => MyAccuracy(A - 1e-12, y) },
        { "1 - accuracy", (A, y) => 1 - MyAccuracy(A, y) },
        { "answers that are 1, right or not", (A, y) => A.Enumerate().Average(a => a >= 0.5 ? 1.0 : 0.0) },
        { "errors of 1 and -1 cancel", (A, y) => 1 - (A.Map(a => a >= 0.5 ? 1.0 : 0.0) - y).Enumerate().Average() },
        { "75 is the percentage", (A, y) => 100 * MyAccuracy(A, y) },
        { "First make each of them an answer", (A, y) => 1 - (A - y).PointwiseAbs().Enumerate().Average() },
        { "only the right answers of class 1", (A, y) => A.Map(a => a >= 0.5 ? 1.0 : 0.0).PointwiseMultiply(y).RowSums()[0] / y.ColumnCount },
        { "those of class 0 too", (A, y) => Metrics.Recall(y, A.Map(a => a >= 0.5 ? 1.0 : 0.0)) },
        { "but you return 9", (_, _) => 9 },
    };

    [Theory]
    [MemberData(nameof(WrongAccuracies))]
    public void Accuracy_knows_its_mistakes(string hint, Func<M, M, double> answer) => IsWrong(hint, Lesson09Checks.Accuracy(answer));

    public static TheoryData<string, Func<M, int>> WrongRows => new()
    {
        { "all 9 rows", W => W.RowCount },
        { "W.Row(i).Equals(W.Row(j)) does", W => W.ToRowArrays().Distinct().Count() },
        { "only the first number", W => W.Column(0).Distinct().Count() },
        { "the same sum", W => W.RowSums().Distinct().Count() },
        { "They count too, once", W => W.EnumerateRows().GroupBy(row => row).Count(group => group.Count() == 1) },
        { "2 rows come twice", W => W.EnumerateRows().GroupBy(row => row).Count(group => group.Count() == 2) },
        { "7 of them different, but you return 0", _ => 0 },
    };

    [Theory]
    [MemberData(nameof(WrongRows))]
    public void Different_rows_knows_its_mistakes(string hint, Func<M, int> answer) => IsWrong(hint, Lesson09Checks.DifferentRows(answer));

    public static TheoryData<string, Func<M, M, NamedMatrices, double, int, NamedMatrices>> WrongTrainings => new()
    {
        { "came back unchanged", (_, _, p, _, _) => p },
        { "a single step", (X, y, p, rate, _) => Trained(X, y, p, rate, 1) },
        { "One step is missing", (X, y, p, rate, iterations) => Trained(X, y, p, rate, iterations - 1) },
        { "One step too many", (X, y, p, rate, iterations) => Trained(X, y, p, rate, iterations + 1) },
        { "uphill", (X, y, p, rate, iterations) => Trained(X, y, p, -rate, iterations) },
        { "The rate is 0.1", (X, y, p, _, iterations) => Trained(X, y, p, 0.1, iterations) },
        { "You began anew", (X, y, p, rate, iterations) => Trained(X, y, TwoLayerNetworkFunctions.Initialise(2, 3, 1, new RandomState(0)), rate, iterations) },
        { "Everything is 0", (_, _, p, _, _) => new(p.Select(m => (m.Key, m.Value * 0))) },
        { "The gradients are computed once", WithOldGradients },
        { "ForwardPropagation is called once", WithOldAnswers },
        { "b2 is missing", (_, _, p, _, _) => new(p.SkipLast(1).Select(m => (m.Key, m.Value))) },
        { "W1 is 2x3, but it must be 3x2", (_, _, p, _, _) => new(p.Select(m => (m.Key, m.Value.Transpose()))) },
        { "Those aren't the parameters after that many iterations", (_, _, p, _, _) => new(p.Select(m => (m.Key, m.Value + 1))) },
    };

    [Theory]
    [MemberData(nameof(WrongTrainings))]
    public void Train_more_knows_its_mistakes(string hint, Func<M, M, NamedMatrices, double, int, NamedMatrices> answer) =>
        IsWrong(hint, Lesson09Checks.TrainMore(answer));

    public static TheoryData<string, Func<M, M, NamedMatrices, NamedMatrices>> WrongGradients => new()
    {
        { "with the sigmoid in the hidden layer", (X, y, p) => TwoLayerNetworkFunctions.BackPropagation(X, y, p, TwoLayerNetworkFunctions.ForwardPropagation(X, p)) },
        { "still the sigmoid's", (X, y, p) => Gradients(X, y, p, A1 => A1.PointwiseMultiply(1 - A1)) },
        { "1 minus the square", (X, y, p) => Gradients(X, y, p, A1 => 1 - A1) },
        { "the 1 minus is missing", (X, y, p) => Gradients(X, y, p, A1 => A1.PointwiseMultiply(A1)) },
        { "The slope of tanh is missing", (X, y, p) => Gradients(X, y, p, A1 => A1 * 0 + 1) },
        { "the sums over all samples", (X, y, p) => All(Right(X, y, p), dW => dW * y.ColumnCount) },
        { "divided by the number of rows", (X, y, p) => All(Right(X, y, p), dW => dW * y.ColumnCount / X.RowCount) },
        { "The sign is wrong", (X, y, p) => All(Right(X, y, p), dW => -dW) },
        { "Everything is 0", (X, y, p) => All(Right(X, y, p), dW => dW * 0) },
        { "The shapes don't fit: ", (X, y, p) => new(("dW1", p["W2"] * X)) },
        { "db1 is missing", (X, y, p) => new(("dW1", Right(X, y, p)["dW1"])) },
        { "dW1 is 2x3, but it must be 3x2", (X, y, p) => All(Right(X, y, p), dW => dW.Transpose()) },
        { "db2 isn't right", (X, y, p) => With(Right(X, y, p), "db2") },
        { "dW2 isn't right, but db2 is", (X, y, p) => With(Right(X, y, p), "dW2") },
        { "db1 isn't right, but the second layer is", (X, y, p) => With(Right(X, y, p), "db1") },
        { "dW1 isn't right, but all the others are", (X, y, p) => With(Right(X, y, p), "dW1") },
    };

    [Theory]
    [MemberData(nameof(WrongGradients))]
    public void Tanh_gradients_know_their_mistakes(string hint, Func<M, M, NamedMatrices, NamedMatrices> answer) =>
        IsWrong(hint, Lesson09Checks.TanhGradients(answer));

    [Fact]
    public void Right_answers_are_right()
    {
        IsRight(Lesson09Checks.ParameterCount(16 * 4096 + 16 + 16 + 1));
        IsRight(Lesson09Checks.Accuracy(MyAccuracy));
        IsRight(Lesson09Checks.DifferentRows(W => W.EnumerateRows().Distinct().Count()));
        IsRight(Lesson09Checks.TrainMore(Trained));
        IsRight(Lesson09Checks.TanhGradients(Right));
    }

    // What the check takes for right is what moving each parameter a little says.
    [Fact]
    public void The_gradients_that_are_right_are_those_of_finite_differences() => IsRight(Lesson09Checks.TanhGradients((X, y, p) =>
    {
        var gradients = Right(X, y, p);
        var check = GradientCheck.Of(p, moved => DeepNetworkFunctions.LogLoss(DeepNetworkFunctions.ForwardPropagation(X, moved, HiddenActivation.Tanh)["A2"], y), gradients);
        Assert.True(check.Passed, check.ToString());
        return gradients;
    }));

    [Fact]
    public void Stubs_are_not_started() => Assert.All(
        [
            Lesson09Checks.ParameterCount(0),
            Lesson09Checks.Accuracy((_, _) => throw new NotImplementedException()),
            Lesson09Checks.Accuracy((_, _) => double.NaN),
            Lesson09Checks.DifferentRows(_ => throw new NotImplementedException()),
            Lesson09Checks.TrainMore((_, _, _, _, _) => throw new NotImplementedException()),
            Lesson09Checks.TrainMore((_, _, _, _, _) => null!),
            Lesson09Checks.TanhGradients((_, _, _) => throw new NotImplementedException()),
            Lesson09Checks.TanhGradients((_, _, _) => null!),
        ],
        verdict => Assert.Equal(VerdictKind.NotStarted, verdict.Kind));

    [Fact]
    public void Answers_that_throw_are_wrong_with_their_message() => Assert.All(
        [
            Lesson09Checks.Accuracy((_, _) => throw new InvalidOperationException("too far")),
            Lesson09Checks.DifferentRows(_ => throw new InvalidOperationException("too far")),
            Lesson09Checks.TrainMore((_, _, _, _, _) => throw new InvalidOperationException("too far")),
            Lesson09Checks.TanhGradients((_, _, _) => throw new ArgumentException("too far", "step")),
        ],
        verdict =>
        {
            IsWrong("too far", verdict);
            Assert.StartsWith("Your code stopped with ", verdict.Message, StringComparison.Ordinal);
        });

    private static int Hits(M A, M y) => A.Enumerate().Zip(y.Enumerate()).Count(pair => (pair.First >= 0.5) == (pair.Second == 1));

    private static double MyAccuracy(M A, M y) => (double)Hits(A, y) / y.ColumnCount;

    private static NamedMatrices Trained(M X, M y, NamedMatrices p, double rate, int iterations)
    {
        for (var i = 0; i < iterations; i++)
        {
            p = Step(X, y, p, p, TwoLayerNetworkFunctions.ForwardPropagation(X, p), rate);
        }

        return p;
    }

    private static NamedMatrices WithOldGradients(M X, M y, NamedMatrices start, double rate, int iterations)
    {
        var (p, answers) = (start, TwoLayerNetworkFunctions.ForwardPropagation(X, start));
        for (var i = 0; i < iterations; i++)
        {
            p = Step(X, y, p, start, answers, rate);
        }

        return p;
    }

    private static NamedMatrices WithOldAnswers(M X, M y, NamedMatrices p, double rate, int iterations)
    {
        var answers = TwoLayerNetworkFunctions.ForwardPropagation(X, p);
        for (var i = 0; i < iterations; i++)
        {
            p = Step(X, y, p, p, answers, rate);
        }

        return p;
    }

    private static NamedMatrices Step(M X, M y, NamedMatrices p, NamedMatrices at, NamedMatrices answers, double rate) =>
        TwoLayerNetworkFunctions.Update(TwoLayerNetworkFunctions.BackPropagation(X, y, at, answers), p, rate);

    private static NamedMatrices Right(M X, M y, NamedMatrices p) => Gradients(X, y, p, A1 => 1 - A1.PointwiseMultiply(A1));

    private static NamedMatrices Gradients(M X, M y, NamedMatrices p, Func<M, M> slope)
    {
        var ones = M.Build.Dense(1, X.ColumnCount, 1);
        var A1 = M.Tanh(p["W1"] * X + p["b1"] * ones);
        var dZ2 = 1 / (1 + M.Exp(-(p["W2"] * A1 + p["b2"] * ones))) - y;
        var dZ1 = (p["W2"].Transpose() * dZ2).PointwiseMultiply(slope(A1));
        return All(
            new(("dW1", dZ1 * X.Transpose()), ("db1", dZ1 * ones.Transpose()), ("dW2", dZ2 * A1.Transpose()), ("db2", dZ2 * ones.Transpose())),
            sum => sum / X.ColumnCount);
    }

    private static NamedMatrices All(NamedMatrices matrices, Func<M, M> change) => new(matrices.Select(m => (m.Key, change(m.Value))));

    private static NamedMatrices With(NamedMatrices right, string wrong) => new(right.Select(m => (m.Key, m.Key == wrong ? m.Value + 1 : m.Value)));

    private static void IsRight(Verdict verdict) => Assert.Equal((VerdictKind.Right, true), (verdict.Kind, verdict.Message.Length > 20));

    private static void IsWrong(string hint, Verdict verdict)
    {
        Assert.Equal(VerdictKind.Wrong, verdict.Kind);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }
}
