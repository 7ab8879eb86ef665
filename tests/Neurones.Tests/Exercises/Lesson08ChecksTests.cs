using Neurones.Exercises;
using M = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Neurones.Tests;

public class Lesson08ChecksTests
{
    public static TheoryData<string, (int, int), (int, int), (int, int), (int, int)> WrongShapes => new()
    {
        { "dZ1 isn't (50, 8). Samples are columns", (50, 8), (8, 5), (8, 1), (1, 8) },
        { "That's dZ2. Layer 1 has 8 neurons", (1, 50), (8, 5), (8, 1), (1, 8) },
        { "That's the shape of X", (5, 50), (8, 5), (8, 1), (1, 8) },
        { "In dZ1 the samples are still apart", (8, 5), (8, 5), (8, 1), (1, 8) },
        { "dZ1 isn't (7, 7). It has the shape of Z1", (7, 7), (8, 5), (8, 1), (1, 8) },
        { "Now dZ1", (0, 0), (8, 5), (8, 1), (1, 8) },
        { "W1 has a row for each neuron", (8, 50), (5, 8), (8, 1), (1, 8) },
        { "The product with Xᵀ sums over the samples", (8, 50), (8, 50), (8, 1), (1, 8) },
        { "A neuron has a weight for each variable", (8, 50), (8, 1), (8, 1), (1, 8) },
        { "Now dW1", (8, 50), (0, 0), (0, 0), (0, 0) },
        { "they stand in a column", (8, 50), (8, 5), (1, 8), (1, 8) },
        { "A bias is shared by all samples", (8, 50), (8, 5), (8, 50), (1, 8) },
        { "You summed over the neurons", (8, 50), (8, 5), (1, 50), (1, 8) },
        { "That's db2", (8, 50), (8, 5), (1, 1), (1, 8) },
        { "Now db1", (8, 50), (8, 5), (0, 0), (0, 0) },
        { "dW2 stands where W2 stands", (8, 50), (8, 5), (8, 1), (8, 1) },
        { "The product with A1ᵀ sums over the samples", (8, 50), (8, 5), (8, 1), (1, 50) },
        { "not the 5 variables", (8, 50), (8, 5), (8, 1), (1, 5) },
        { "Now dW2", (8, 50), (8, 5), (8, 1), (0, 0) },
    };

    [Theory]
    [MemberData(nameof(WrongShapes))]
    public void Shapes_know_their_mistakes(string hint, (int, int) dZ1, (int, int) dW1, (int, int) db1, (int, int) dW2) =>
        IsWrong(hint, Lesson08Checks.Shapes(dZ1, dW1, db1, dW2));

    [Theory]
    [InlineData("not y - a2", 0.2, -0.1, -0.15, -0.3)]
    [InlineData("That's a2: subtract y", 0.8, -0.1, -0.15, -0.3)]
    [InlineData("has already cancelled", -0.032, -0.1, -0.15, -0.3)]
    [InlineData("dz2 isn't 7. It's the error", 7, -0.1, -0.15, -0.3)]
    [InlineData("Now dz2", double.NaN, -0.1, -0.15, -0.3)]
    [InlineData("dw2 isn't 0.1. The sign is wrong", -0.2, 0.1, -0.15, -0.3)]
    [InlineData("That's dz2. One more step back", -0.2, -0.2, -0.15, -0.3)]
    [InlineData("You multiplied by w2", -0.2, -0.6, -0.15, -0.3)]
    [InlineData("You multiplied by a2", -0.2, -0.16, -0.15, -0.3)]
    [InlineData("You multiplied by x, the input of layer 1", -0.2, -0.4, -0.15, -0.3)]
    [InlineData("Now dw2", -0.2, double.NaN, double.NaN, double.NaN)]
    [InlineData("dz1 isn't 0.15. The sign is wrong", -0.2, -0.1, 0.15, -0.3)]
    [InlineData("the blame before the sigmoid", -0.2, -0.1, -0.6, -0.3)]
    [InlineData("You left out the wire", -0.2, -0.1, -0.05, -0.3)]
    [InlineData("You multiplied by a1. The slope", -0.2, -0.1, -0.3, -0.3)]
    [InlineData("You took the slope at a2", -0.2, -0.1, -0.096, -0.3)]
    [InlineData("Now dz1", -0.2, -0.1, double.NaN, double.NaN)]
    [InlineData("dw1 isn't 0.3. The sign is wrong", -0.2, -0.1, -0.15, 0.3)]
    [InlineData("That's dz1", -0.2, -0.1, -0.15, -0.15)]
    [InlineData("You multiplied by a1, which w1 makes", -0.2, -0.1, -0.15, -0.075)]
    [InlineData("You took dz2", -0.2, -0.1, -0.15, -0.4)]
    [InlineData("Now dw1", -0.2, -0.1, -0.15, double.NaN)]
    public void By_hand_knows_its_mistakes(string hint, double dz2, double dw2, double dz1, double dw1) =>
        IsWrong(hint, Lesson08Checks.ByHand(dz2, dw2, dz1, dw1));

    public static TheoryData<string, Func<M, M, M, M>> WrongBlames => new()
    {
        { "not a² - 1", (W2, dZ2, A1) => -Blame(W2, dZ2, A1) },
        { "the blame before the activation", (W2, dZ2, _) => W2.Transpose() * dZ2 },
        { "a (1 - a) is the sigmoid's slope", (W2, dZ2, A1) => (W2.Transpose() * dZ2).PointwiseMultiply(A1).PointwiseMultiply(1 - A1) },
        { "the a must be squared", (W2, dZ2, A1) => (W2.Transpose() * dZ2).PointwiseMultiply(1 - A1) },
        { "You took a²", (W2, dZ2, A1) => (W2.Transpose() * dZ2).PointwiseMultiply(A1.PointwisePower(2)) },
        { "You doubled a", (W2, dZ2, A1) => (W2.Transpose() * dZ2).PointwiseMultiply(1 - (2 * A1)) },
        { "the slope alone", (_, _, A1) => 1 - A1.PointwisePower(2) },
        { "You divided by m", (W2, dZ2, A1) => Blame(W2, dZ2, A1) / dZ2.ColumnCount },
        { "The shapes don't fit: ", (W2, dZ2, _) => W2 * dZ2 },
        { "The shapes don't fit: ", (W2, dZ2, A1) => W2.Transpose() * dZ2 * (1 - A1.PointwisePower(2)) },
        { "dZ1 has the shape of A1: in the check's example (3, 4), but yours is (4, 3)", (W2, dZ2, A1) => Blame(W2, dZ2, A1).Transpose() },
        { "no second tanh", (W2, dZ2, A1) => (W2.Transpose() * dZ2).PointwiseMultiply(1 - A1.PointwiseTanh().PointwisePower(2)) },
        { "the first number is 0.432, but yours is 1.432", (W2, dZ2, A1) => Blame(W2, dZ2, A1) + 1 },
    };

    [Theory]
    [MemberData(nameof(WrongBlames))]
    public void Tanh_blame_knows_its_mistakes(string hint, Func<M, M, M, M> answer) => IsWrong(hint, Lesson08Checks.TanhBlame(answer));

    public static TheoryData<string, Func<M, M, M>> WrongSlopes => new()
    {
        { "dZ2 of the log loss", (A, y) => A - y },
        { "The sign is wrong", (A, y) => -Squares(A, y) },
        { "Twice too large", (A, y) => 2 * Squares(A, y) },
        { "Half of it", (A, y) => Squares(A, y) / 2 },
        { "You divided by m", (A, y) => Squares(A, y) / y.ColumnCount },
        { "the sigmoid's slope alone", (A, _) => A.PointwiseMultiply(1 - A) },
        { "the loss itself", (A, y) => (A - y).PointwisePower(2).PointwiseMultiply(A).PointwiseMultiply(1 - A) / 2 },
        { "the loss itself. dZ2 is its slope along z", (A, y) => (A - y).PointwisePower(2) / 2 },
        { "You left out a factor", (A, y) => (A - y).PointwiseMultiply(A) },
        { "You left out a factor", (A, y) => (A - y).PointwiseMultiply(1 - A) },
        { "Did you take y (1 - y)?", (A, y) => (A - y).PointwiseMultiply(y).PointwiseMultiply(1 - y) },
        { "The shapes don't fit: ", (A, y) => (A - y) * A },
        { "dZ2 has the shape of A2", (A, y) => Squares(A, y).Transpose() },
        { "the first number is 0.144, but yours is 1.144", (A, y) => Squares(A, y) + 1 },
    };

    [Theory]
    [MemberData(nameof(WrongSlopes))]
    public void Squared_error_knows_its_mistakes(string hint, Func<M, M, M> answer) => IsWrong(hint, Lesson08Checks.SquaredErrorSlope(answer));

    public static TheoryData<string, Func<M, M, M>> WrongInputs => new()
    {
        { "the samples stand in rows", (W1, dZ1) => dZ1.Transpose() * W1 },
        { "You divided by m", (W1, dZ1) => W1.Transpose() * dZ1 / dZ1.ColumnCount },
        { "nothing is subtracted", (W1, dZ1) => -W1.Transpose() * dZ1 },
        { "You summed over the samples", (W1, dZ1) => (W1.Transpose() * dZ1).RowSums().ToColumnMatrix() },
        { "The shapes don't fit: ", (W1, dZ1) => W1 * dZ1 },
        { "dX has the shape of X, (n0, m): in the check's example (5, 4), but yours is (3, 4)", (_, dZ1) => dZ1 },
        { "In the check's example the first number is", (W1, dZ1) => W1.Transpose() * dZ1 * 3 },
    };

    [Theory]
    [MemberData(nameof(WrongInputs))]
    public void Input_slopes_know_their_mistakes(string hint, Func<M, M, M> answer) => IsWrong(hint, Lesson08Checks.InputSlopes(answer));

    [Fact]
    public void Right_answers_are_right() => Assert.All(
        [
            Lesson08Checks.Shapes((8, 50), (8, 5), (8, 1), (1, 8)),
            Lesson08Checks.ByHand(-0.2, -0.1, -0.15, -0.3),
            Lesson08Checks.TanhBlame(Blame),
            Lesson08Checks.SquaredErrorSlope(Squares),
            Lesson08Checks.InputSlopes((W1, dZ1) => W1.TransposeThisAndMultiply(dZ1)),
        ],
        verdict => Assert.Equal((VerdictKind.Right, true), (verdict.Kind, verdict.Message.Length > 20)));

    [Fact]
    public void Stubs_are_not_started() => Assert.All(
        [
            Lesson08Checks.Shapes((0, 0), (0, 0), (0, 0), (0, 0)),
            Lesson08Checks.ByHand(double.NaN, double.NaN, double.NaN, double.NaN),
            Lesson08Checks.TanhBlame((_, _, _) => throw new NotImplementedException()),
            Lesson08Checks.TanhBlame((_, _, _) => null!),
            Lesson08Checks.SquaredErrorSlope((_, _) => throw new NotImplementedException()),
            Lesson08Checks.SquaredErrorSlope((_, _) => null!),
            Lesson08Checks.InputSlopes((_, _) => throw new NotImplementedException()),
            Lesson08Checks.InputSlopes((_, _) => null!),
        ],
        verdict => Assert.Equal(VerdictKind.NotStarted, verdict.Kind));

    [Fact]
    public void Answers_that_throw_are_wrong_with_their_message() => Assert.All(
        [
            Lesson08Checks.TanhBlame((_, _, _) => throw new InvalidOperationException("too far")),
            Lesson08Checks.SquaredErrorSlope((_, _) => throw new ArgumentException("too far", "step")),
            Lesson08Checks.InputSlopes((_, _) => throw new InvalidOperationException("too far")),
        ],
        verdict =>
        {
            IsWrong("too far", verdict);
            Assert.StartsWith("Your code stopped with ", verdict.Message, StringComparison.Ordinal);
        });

    /// <summary>The right answers are the slopes that finite differences measure.</summary>
    [Fact]
    public void Right_answers_are_what_can_be_measured()
    {
        const double h = 1e-6;
        Assert.Equal(Slope(z => Math.Tanh(z)), Blame(M.Build.Dense(1, 1, 1.0), M.Build.Dense(1, 1, 1.0), M.Build.Dense(1, 1, Math.Tanh(0.7)))[0, 0], 1e-8);
        Assert.Equal(Slope(z => 0.5 * Math.Pow(Sigmoid(z) - 1, 2)), Squares(M.Build.Dense(1, 1, Sigmoid(0.7)), M.Build.Dense(1, 1, 1.0))[0, 0], 1e-8);

        static double Slope(Func<double, double> f) => (f(0.7 + h) - f(0.7 - h)) / (2 * h);

        static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
    }

    private static M Blame(M W2, M dZ2, M A1) => (W2.Transpose() * dZ2).PointwiseMultiply(1 - A1.PointwisePower(2));

    private static M Squares(M A, M y) => (A - y).PointwiseMultiply(A).PointwiseMultiply(1 - A);

    private static void IsWrong(string hint, Verdict verdict)
    {
        Assert.Equal(VerdictKind.Wrong, verdict.Kind);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }
}
