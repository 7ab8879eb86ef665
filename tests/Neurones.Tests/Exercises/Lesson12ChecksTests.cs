using Neurones.Exercises;
using M = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Neurones.Tests;

public class Lesson12ChecksTests
{
    public static TheoryData<string, double> WrongLosses => new()
    {
        { "The sign is wrong", -Math.Log(26) },
        { "That's the probability of each letter", 1 / 26.0 },
        { "the price with ten classes", Math.Log(10) },
        { "to the base 10", Math.Log10(26) },
        { "to the base 2", Math.Log2(26) },
        { "times 26", 26 * Math.Log(26) },
        { "You divided by 26", Math.Log(26) / 26 },
        { "1 / 26 is 0", 0 },
        { "It isn't 7", 7 },
        { "Write 1.0 / 26", -Math.Log(1 / 26) },
    };

    [Theory]
    [MemberData(nameof(WrongLosses))]
    public void Loss_of_letters_knows_its_mistakes(string hint, double loss) => IsWrong(hint, Lesson12Checks.LossOfLetters(loss));

    public static TheoryData<string, Func<M, int, M>> WrongCodes => new()
    {
        { "Every number is still 0", (y, k) => M.Build.Dense(y.RowCount, k) },
        { "have changed places", (y, k) => 1 - OneHot.Encode(y, k) },
        { "That's the transpose", (y, k) => OneHot.Encode(y, k).Transpose() },
        { "There is no column for class 3", (y, _) => OneHot.Encode(y) },
        { "You count the classes from 1", (y, k) => M.Build.Dense(y.RowCount, k, (i, c) => y[i, 0] == c + 1 ? 1 : 0) },
        { "You wrote the class itself", (y, k) => M.Build.Dense(y.RowCount, k, (i, c) => y[i, 0] == c ? c : 0) },
        { "Y must be (5, 4) in the check's example, but yours is (5, 1)", (y, _) => y },
        { "Y: In the check's example", (y, k) => M.Build.Dense(y.RowCount, k, 1) },
        { "Your code stopped with InvalidOperationException: too far", (_, _) => throw new InvalidOperationException("too far") },
    };

    [Theory]
    [MemberData(nameof(WrongCodes))]
    public void Encode_knows_its_mistakes(string hint, Func<M, int, M> encode) => IsWrong(hint, Lesson12Checks.Encode(encode));

    public static TheoryData<string, Func<M, double, M>> WrongSoftmaxes => new()
    {
        { "at temperature 1", (Z, _) => SoftmaxFunctions.Softmax(Z) },
        { "You multiplied the scores by T", (Z, T) => SoftmaxFunctions.Softmax(Z * T) },
        { "You divided the probabilities by T", (Z, T) => SoftmaxFunctions.Softmax(Z) / T },
        { "Those are the exponentials", (Z, T) => (Z / T).PointwiseExp() },
        { "the sum of the whole matrix", (Z, T) => (Z / T).PointwiseExp() is var e ? e / e.Enumerate().Sum() : Z },
        { "the sums of the columns", (Z, T) => SoftmaxFunctions.Softmax(Z.Transpose(), T).Transpose() },
        { "Those are the scores divided by T", (Z, T) => Z / T },
        { "That's the transpose", (Z, T) => SoftmaxFunctions.Softmax(Z, T).Transpose() },
        { "A: In the check's example the first number is", (Z, T) => SoftmaxFunctions.Softmax(Z, T) + 0.1 },
        { "A must be (4, 3)", (Z, T) => SoftmaxFunctions.Softmax(Z, T).SubMatrix(0, 1, 0, 3) },
        { "scores of 1,000 give NaN", Naive },
        { "not that of the whole matrix", (Z, T) => Naive(Z - Z.Enumerate().Max(), T) },
    };

    [Theory]
    [MemberData(nameof(WrongSoftmaxes))]
    public void Softmax_knows_its_mistakes(string hint, Func<M, double, M> softmax) => IsWrong(hint, Lesson12Checks.SoftmaxAt(softmax));

    public static TheoryData<string, Func<M, M, M, (M, M)>> WrongGradients => new()
    {
        { "the sum of all of A - Y", (A, X, Y) => (Right(A, X, Y).dW, 0 * Right(A, X, Y).db) },
        { "you divided db by n", (A, X, Y) => (Right(A, X, Y).dW, Right(A, X, Y).db * 5 / 3) },
        { "dW is 0 everywhere", (A, X, Y) => (0 * Right(A, X, Y).dW, Right(A, X, Y).db) },
        { "dW has the wrong sign", (A, X, Y) => (-Right(A, X, Y).dW, Right(A, X, Y).db) },
        { "dW is a sum", (A, X, Y) => (5 * Right(A, X, Y).dW, Right(A, X, Y).db) },
        { "You divided dW by n", (A, X, Y) => (X.TransposeThisAndMultiply(A - Y) / 3, Right(A, X, Y).db) },
        { "You divided dW by k", (A, X, Y) => (X.TransposeThisAndMultiply(A - Y) / 2, Right(A, X, Y).db) },
        { "dW is transposed", (A, X, Y) => (Right(A, X, Y).dW.Transpose(), Right(A, X, Y).db) },
        { "You left out Y", (A, X, Y) => (Right(A, X, 0 * Y).dW, Right(A, X, Y).db) },
        { "dW must be (3, 2) in the check's example, but yours is (5, 2)", (A, X, Y) => (A, Right(A, X, Y).db) },
        { "dW: In the check's example the first number", (A, X, Y) => (Right(A, X, Y).dW + 1, Right(A, X, Y).db) },
        { "dW is right. But db is 0", (A, X, Y) => (Right(A, X, Y).dW, 0 * Right(A, X, Y).db) },
        { "dW is right. But db has the wrong sign", (A, X, Y) => (Right(A, X, Y).dW, -Right(A, X, Y).db) },
        { "dW is right. But db is a sum", (A, X, Y) => (Right(A, X, Y).dW, 5 * Right(A, X, Y).db) },
        { "dW is right. But db stands in a column", (A, X, Y) => (Right(A, X, Y).dW, Right(A, X, Y).db.Transpose()) },
        { "But you added up the rows", (A, X, Y) => (Right(A, X, Y).dW, (A - Y).RowSums().ToColumnMatrix() / 5) },
        { "dW is right. db must be (1, 2)", (A, X, Y) => (Right(A, X, Y).dW, A) },
    };

    [Theory]
    [MemberData(nameof(WrongGradients))]
    public void Gradients_know_their_mistakes(string hint, Func<M, M, M, (M, M)> gradients) => IsWrong(hint, Lesson12Checks.Gradients(gradients));

    public static TheoryData<string, Func<M, M, int, double>> WrongShares => new()
    {
        { "It is 0", (A, y, n) => (int)Top(A, y, n) / 2 },
        { "That's how many samples", (A, y, n) => 7 * Top(A, y, n) },
        { "whose truth is not among the best n", (A, y, n) => 1 - Top(A, y, n) },
        { "That's the share for 3", (A, y, n) => Top(A, y, n + 1) },
        { "That's the share for 1. The truth counts", (A, y, n) => Top(A, y, n - 1) },
        { "n = 2 the share is", (_, _, _) => 0.123 },
        { "with n = 1 the share is", (A, y, n) => n == 2 ? Top(A, y, 2) : 0.123 },
    };

    [Theory]
    [MemberData(nameof(WrongShares))]
    public void Top_accuracy_knows_its_mistakes(string hint, Func<M, M, int, double> accuracy) => IsWrong(hint, Lesson12Checks.TopAccuracy(accuracy));

    [Fact]
    public void The_ordinary_accuracy_is_not_enough() =>
        IsWrong("The truth counts among the n itself", Lesson12Checks.TopAccuracy((A, y, _) => Top(A, y, 1)));

    [Fact]
    public void Right_answers_are_right() => Assert.All(
        [
            Lesson12Checks.LossOfLetters(Math.Log(26)),
            Lesson12Checks.LossOfLetters(3.258),
            Lesson12Checks.Encode((y, k) => OneHot.Encode(y, k)),
            Lesson12Checks.SoftmaxAt(SoftmaxFunctions.Softmax),
            Lesson12Checks.Gradients(Right),
            Lesson12Checks.TopAccuracy(Top),
        ],
        verdict => Assert.Equal((VerdictKind.Right, true), (verdict.Kind, verdict.Message.Length > 20)));

    [Fact]
    public void Stubs_are_not_started() => Assert.All(
        [
            Lesson12Checks.LossOfLetters(double.NaN),
            Lesson12Checks.Encode((_, _) => throw new NotImplementedException()),
            Lesson12Checks.Encode((_, _) => null!),
            Lesson12Checks.SoftmaxAt((_, _) => throw new NotImplementedException()),
            Lesson12Checks.SoftmaxAt((_, _) => null!),
            Lesson12Checks.Gradients((_, _, _) => throw new NotImplementedException()),
            Lesson12Checks.Gradients((_, _, _) => (null!, null!)),
            Lesson12Checks.TopAccuracy((_, _, _) => throw new NotImplementedException()),
            Lesson12Checks.TopAccuracy((_, _, _) => double.NaN),
        ],
        verdict => Assert.Equal(VerdictKind.NotStarted, verdict.Kind));

    private static M Naive(M Z, double T)
    {
        var e = (Z / T).PointwiseExp();
        return M.Build.Dense(Z.RowCount, Z.ColumnCount, (i, c) => e[i, c] / e.Row(i).Sum());
    }

    private static (M dW, M db) Right(M A, M X, M Y) =>
        (X.TransposeThisAndMultiply(A - Y) / X.RowCount, (A - Y).ColumnSums().ToRowMatrix() / X.RowCount);

    private static double Top(M A, M y, int n) =>
        Enumerable.Range(0, A.RowCount).Average(i => A.Row(i).Count(a => a > A[i, (int)y[i, 0]]) < n ? 1.0 : 0.0);

    private static void IsWrong(string hint, Verdict verdict)
    {
        Assert.Equal(VerdictKind.Wrong, verdict.Kind);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }
}
