using Neurones.Exercises;
using M = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Neurones.Tests;

public class Lesson04ChecksTests
{
    private static readonly M P = M.Build.DenseOfArray(new double[,] { { 1, 2 }, { 3, 4 } });
    private static readonly M Q = M.Build.DenseOfArray(new double[,] { { 5, 6 }, { 7, 8 } });

    public static TheoryData<string, (int, int), (int, int), (int, int)> WrongShapes => new()
    {
        { "X W isn't (1, 100). The numbers are right, but rows come first", (1, 100), (5, 5), (100, 100) },
        { "X W isn't (5, 5). Those are the inner numbers", (5, 5), (5, 5), (100, 100) },
        { "That's the shape of X itself: the product has as many columns as W", (100, 5), (5, 5), (100, 100) },
        { "X W isn't (7, 8). Side by side: (100, 5) · (5, 1)", (7, 8), (5, 5), (100, 100) },
        { "Now X W", (0, 0), (5, 5), (100, 100) },
        { "So far so good. Now Xᵀ X", (100, 1), (0, 0), (0, 0) },
        { "Xᵀ X isn't (100, 100). Those are the inner numbers", (100, 1), (100, 100), (5, 5) },
        { "the shape of Xᵀ itself", (100, 1), (5, 100), (100, 100) },
        { "So far so good. Now X Xᵀ", (100, 1), (5, 5), (0, 0) },
        { "X Xᵀ isn't (5, 5). Those are the inner numbers", (100, 1), (5, 5), (5, 5) },
        { "as many columns as Xᵀ", (100, 1), (5, 5), (100, 5) },
        { "Side by side: (100, 5) · (5, 100)", (100, 1), (5, 5), (1, 1) },
    };

    [Theory]
    [MemberData(nameof(WrongShapes))]
    public void Shapes_know_their_mistakes(string hint, (int, int) XW, (int, int) XtX, (int, int) XXt) =>
        IsWrong(hint, Lesson04Checks.Shapes(XW, XtX, XXt));

    public static TheoryData<string, M> WrongProducts => new()
    {
        { "number by number", P.PointwiseMultiply(Q) },
        { "That's Q P", Q * P },
        { "rows times rows", P * Q.Transpose() },
        { "columns times columns", P.Transpose() * Q },
        { "two of them in the wrong place", (P * Q).Transpose() },
        { "That's the sum P + Q", P + Q },
        { "(2, 2) · (2, 2) is (2, 2), but yours is (2, 1)", P * Q.SubMatrix(0, 2, 0, 1) },
        { "Row 1, column 2 isn't 23: take row 1 of P, (1, 2), and column 2 of Q, (6, 8)", M.Build.DenseOfArray(new double[,] { { 19, 23 }, { 43, 50 } }) },
        { "Row 2, column 1 isn't NaN", M.Build.DenseOfArray(new double[,] { { 19, 22 }, { double.NaN, 50 } }) },
    };

    [Theory]
    [MemberData(nameof(WrongProducts))]
    public void Product_knows_its_mistakes(string hint, M answer) => IsWrong(hint, Lesson04Checks.Product(answer.ToArray()));

    public static TheoryData<string, Func<M, M>> WrongMeans => new()
    {
        { "with whole numbers 1 / m is 0", X => 1 / X.RowCount * Ones(1, X.RowCount) * X },
        { "Those are the sums", X => Ones(1, X.RowCount) * X },
        { "they stand in a column, (n, 1)", X => X.Transpose() * Ones(X.RowCount, 1) / X.RowCount },
        { "the means of the rows", X => X * Ones(X.ColumnCount, 1) / X.ColumnCount },
        { "Those are sums of rows", X => X * Ones(X.ColumnCount, 1) / X.RowCount },
        { "Those are sums of rows", X => X * Ones(X.ColumnCount, 1) },
        { "You divided by n, not by m", X => Ones(1, X.RowCount) * X / X.ColumnCount },
        { "The shapes don't fit: ", X => Ones(1, X.ColumnCount) * X },
        { "The shapes don't fit: ", X => X * Ones(X.RowCount, 1) },
        { "so the answer must be (1, 3), but yours is (5, 3)", X => X },
        { "mean of the first column is 1.2, but yours is 2.2", X => Means(X) + 1 },
    };

    [Theory]
    [MemberData(nameof(WrongMeans))]
    public void Means_know_their_mistakes(string hint, Func<M, M> answer) => IsWrong(hint, Lesson04Checks.Means(answer));

    public static TheoryData<string, Func<M, M, double>> WrongLosses => new()
    {
        { "1 / m is 0", (A, y) => 1 / y.RowCount * Toxic(A, y) },
        { "begins with a minus", (A, y) => -Loss(A, y) },
        { "That's the sum over all the plants. The log loss is their mean", (A, y) => Loss(A, y) * y.RowCount },
        { "without the minus", (A, y) => -Loss(A, y) * y.RowCount },
        { "the toxic plants alone", (A, y) => Toxic(A, y) },
        { "the harmless plants alone", (A, y) => Toxic(1 - A, 1 - y) },
        { "The second product is subtracted", (A, y) => Toxic(A, y) - Toxic(1 - A, 1 - y) },
        { "put brackets around the sum of both", (A, y) => Toxic(1 - A, 1 - y) - Toxic(A, y) },
        { "the log loss is 0.6186", (_, _) => 9 },
        { "The shapes don't fit: ", (A, y) => (y * A.PointwiseLog())[0, 0] },
    };

    [Theory]
    [MemberData(nameof(WrongLosses))]
    public void Loss_by_products_knows_its_mistakes(string hint, Func<M, M, double> answer) => IsWrong(hint, Lesson04Checks.LossByProducts(answer));

    public static TheoryData<string, Func<M, M, M, M>> WrongGradients => new()
    {
        { "with whole numbers 1 / m is 0", (A, X, y) => 1 / y.RowCount * All(A, X, y) },
        { "not y - A", (A, X, y) => -All(A, X, y) },
        { "Those are the sums", (A, X, y) => All(A, X, y) * y.RowCount },
        { "divided by n, not by m", (A, X, y) => All(A, X, y) * y.RowCount / X.ColumnCount },
        { "divided by n + 1", (A, X, y) => All(A, X, y) * y.RowCount / (X.ColumnCount + 1) },
        { "db stands last", (A, X, y) => X.Append(Ones(X.RowCount, 1)).Transpose() * (A - y) / y.RowCount },
        { "in a row, (1, n + 1)", (A, X, y) => All(A, X, y).Transpose() },
        { "dW alone, without db", (A, X, y) => X.Transpose() * (A - y) / y.RowCount },
        { "You left out y", (A, X, y) => All(A, X, 0 * y) },
        { "The shapes don't fit: ", (A, X, y) => Ones(X.RowCount, 1).Append(X) * (A - y) },
        { "so the answer must be (4, 1), but yours is (5, 1)", (A, _, y) => A - y },
        { "first element is 0.08, but yours is 1.08", (A, X, y) => All(A, X, y) + 1 },
    };

    [Theory]
    [MemberData(nameof(WrongGradients))]
    public void All_gradients_know_their_mistakes(string hint, Func<M, M, M, M> answer) => IsWrong(hint, Lesson04Checks.AllGradients(answer));

    [Fact]
    public void Right_answers_are_right() => Assert.All(
        [
            Lesson04Checks.Shapes((100, 1), (5, 5), (100, 100)),
            Lesson04Checks.Product((P * Q).ToArray()),
            Lesson04Checks.Means(Means),
            Lesson04Checks.LossByProducts(Loss),
            Lesson04Checks.AllGradients(All),
        ],
        verdict => Assert.Equal((VerdictKind.Right, true), (verdict.Kind, verdict.Message.Length > 20)));

    [Fact]
    public void Stubs_are_not_started() => Assert.All(
        [
            Lesson04Checks.Shapes((0, 0), (0, 0), (0, 0)),
            Lesson04Checks.Product(new[,] { { double.NaN, double.NaN }, { double.NaN, double.NaN } }),
            Lesson04Checks.Means(_ => throw new NotImplementedException()),
            Lesson04Checks.Means(_ => null!),
            Lesson04Checks.LossByProducts((_, _) => throw new NotImplementedException()),
            Lesson04Checks.LossByProducts((_, _) => double.NaN),
            Lesson04Checks.AllGradients((_, _, _) => throw new NotImplementedException()),
            Lesson04Checks.AllGradients((_, _, _) => null!),
        ],
        verdict => Assert.Equal(VerdictKind.NotStarted, verdict.Kind));

    [Fact]
    public void Answers_that_throw_are_wrong_with_their_message() => Assert.All(
        [
            Lesson04Checks.Means(_ => throw new InvalidOperationException("too far")),
            Lesson04Checks.LossByProducts((_, _) => throw new InvalidOperationException("too far")),
            Lesson04Checks.AllGradients((_, _, _) => throw new ArgumentException("too far", "step")),
        ],
        verdict =>
        {
            IsWrong("too far", verdict);
            Assert.StartsWith("Your code stopped with ", verdict.Message, StringComparison.Ordinal);
        });

    private static M Ones(int rows, int columns) => M.Build.Dense(rows, columns, 1.0);

    private static M Means(M X) => Ones(1, X.RowCount) * X / X.RowCount;

    private static double Toxic(M A, M y) => -(y.Transpose() * A.PointwiseLog())[0, 0] / y.RowCount;

    private static double Loss(M A, M y) => Toxic(A, y) + Toxic(1 - A, 1 - y);

    private static M All(M A, M X, M y) => Ones(X.RowCount, 1).Append(X).Transpose() * (A - y) / y.RowCount;

    private static void IsWrong(string hint, Verdict verdict)
    {
        Assert.Equal(VerdictKind.Wrong, verdict.Kind);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }
}
