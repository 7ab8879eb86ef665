using Neurones.Exercises;
using M = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Neurones.Tests;

public class Lesson07ChecksTests
{
    [Theory]
    [InlineData(3, 5, 5, 200, 1, 5, 26, "W1 is turned round")]
    [InlineData(5, 200, 5, 200, 1, 5, 26, "W1 doesn't depend on how many samples")]
    [InlineData(200, 5, 5, 200, 1, 5, 26, "W1 doesn't depend on how many samples")]
    [InlineData(7, 7, 5, 200, 1, 5, 26, "W1 isn't (7, 7)")]
    [InlineData(5, 3, 200, 5, 1, 5, 26, "A1 is turned round")]
    [InlineData(5, 3, 3, 200, 1, 5, 26, "the shape of X")]
    [InlineData(5, 3, 5, 1, 1, 5, 26, "for a single sample")]
    [InlineData(5, 3, 7, 7, 1, 5, 26, "A1 isn't (7, 7)")]
    [InlineData(5, 3, 5, 200, 5, 1, 26, "W2 is turned round")]
    [InlineData(5, 3, 5, 200, 1, 3, 26, "doesn't see the 3 variables")]
    [InlineData(5, 3, 5, 200, 1, 200, 26, "the shape of A2")]
    [InlineData(5, 3, 5, 200, 7, 7, 26, "W2 isn't (7, 7)")]
    [InlineData(5, 3, 5, 200, 1, 5, 20, "the number of weights")]
    [InlineData(5, 3, 5, 200, 1, 5, 25, "the bias of the output neuron")]
    [InlineData(5, 3, 5, 200, 1, 5, 21, "the biases of the hidden neurons")]
    [InlineData(5, 3, 5, 200, 1, 5, 15, "layer 1 alone")]
    [InlineData(5, 3, 5, 200, 1, 5, 18, "Inputs aren't neurons")]
    [InlineData(5, 3, 5, 200, 1, 5, 23, "Inputs aren't neurons")]
    [InlineData(5, 3, 5, 200, 1, 5, 6, "the number of neurons")]
    [InlineData(5, 3, 5, 200, 1, 5, 77, "it isn't 77 parameters")]
    public void Shapes_know_their_mistakes(int rows1, int columns1, int rowsA, int columnsA, int rows2, int columns2, int parameters, string hint) =>
        IsWrong(hint, Lesson07Checks.Shapes((rows1, columns1), (rowsA, columnsA), (rows2, columns2), parameters));

    [Theory]
    [InlineData(2, "Its sigmoid is still missing")]
    [InlineData(0.2689, "not with z itself")]
    [InlineData(-1, "what is the sigmoid of 0?")]
    [InlineData(0.5, "still has to weigh these two answers")]
    [InlineData(0.9526, "left out the bias of the output neuron")]
    [InlineData(0.9714, "left out the biases of layer 1")]
    [InlineData(0.8615, "took the columns of W1")]
    [InlineData(0.982, "is -1, not 1")]
    [InlineData(0.1192, "mind the minus sign")]
    [InlineData(7.25, "It isn't 7.25.")]
    public void By_hand_knows_its_mistakes(double answer, string hint) => IsWrong(hint, Lesson07Checks.ByHand(answer));

    [Theory]
    [InlineData(0.88)]
    [InlineData(0.881)]
    [InlineData(0.880797)]
    public void By_hand_is_right_on_paper_and_by_computer(double answer) => IsRight(Lesson07Checks.ByHand(answer));

    public static TheoryData<string, Func<M, M, M, M, M, (M, M)>> WrongForwards => new()
    {
        { "the biases are repeated m times", (X, W1, b1, _, _) => (W1 * X + b1, X) },
        { "W stands on the left", (X, W1, b1, W2, b2) => (S(X * W1), X) },
        { "layer 2 reads A1", (X, W1, b1, W2, b2) => (S(L(W1, X, b1)), S(W2 * X)) },
        { "exchanged", (X, W1, b1, W2, b2) => (A2(X, W1, b1, W2, b2), A1(X, W1, b1)) },
        { "A1 must be (n1, m), here (4, 5), but yours is (3, 5)", (X, W1, b1, W2, b2) => (X, X) },
        { "A1 is still Z1", (X, W1, b1, W2, b2) => (L(W1, X, b1), X) },
        { "In layer 1 you left out the bias", (X, W1, b1, W2, b2) => (S(W1 * X), X) },
        { "The sigmoid of layer 1 is 1 / (1 + exp(-Z))", (X, W1, b1, W2, b2) => (S(-L(W1, X, b1)), X) },
        { "The bias of layer 1 is added", (X, W1, b1, W2, b2) => (S(L(W1, X, -b1)), X) },
        { "That's the tanh", (X, W1, b1, W2, b2) => (L(W1, X, b1).PointwiseTanh(), X) },
        { "the number in row 2, column 1 is", (X, W1, b1, W2, b2) => (S(W1 * X + b1[0, 0]), X) },
        { "A1 isn't the sigmoid of W1 X + b1", (X, W1, b1, W2, b2) => (A1(X, W1, b1) + 1, X) },
        { "A1 is right. A2 must be (n2, m), here (2, 5), but yours is (3, 5)", (X, W1, b1, W2, b2) => (A1(X, W1, b1), X) },
        { "A1 is right. But A2 is still Z2", (X, W1, b1, W2, b2) => (A1(X, W1, b1), L(W2, A1(X, W1, b1), b2)) },
        { "A1 is right. But layer 2 got Z1", (X, W1, b1, W2, b2) => (A1(X, W1, b1), S(L(W2, L(W1, X, b1), b2))) },
        { "A1 is right. But in layer 2 you left out the bias", (X, W1, b1, W2, b2) => (A1(X, W1, b1), S(W2 * A1(X, W1, b1))) },
        { "A1 is right. But the sigmoid of layer 2", (X, W1, b1, W2, b2) => (A1(X, W1, b1), S(-L(W2, A1(X, W1, b1), b2))) },
        { "A1 is right. But the bias of layer 2 is added", (X, W1, b1, W2, b2) => (A1(X, W1, b1), S(L(W2, A1(X, W1, b1), -b2))) },
        { "A1 is right. But A2 isn't the sigmoid of W2 A1 + b2", (X, W1, b1, W2, b2) => (A1(X, W1, b1), A2(X, W1, b1, W2, b2) + 1) },
    };

    [Theory]
    [MemberData(nameof(WrongForwards))]
    public void Forward_knows_its_mistakes(string hint, Func<M, M, M, M, M, (M, M)> answer) => IsWrong(hint, Lesson07Checks.Forward(answer));

    public static TheoryData<string, double[], double[], double[], double> WrongXors => new()
    {
        { "not sure enough: to (0, 1) it is 0.74", [4, 4, -4, -4], [-2, 6], [4, 4], -6 },
        { "The right idea, but not sure enough: to (0, 1) it is 0.44. Multiply all weights and biases by 10", [1, 1, -1, -1], [-0.5, 1.5], [1, 1], -1.5 },
        { "That's XNOR", [20, 20, -20, -20], [-10, 30], [-20, -20], 30 },
        { "That's OR", [20, 20, 20, 20], [-10, -10], [20, 20], -10 },
        { "That's NAND", [20, 20, -20, -20], [-10, 30], [0, 20], -10 },
        { "That's AND", [20, 20, 20, 20], [-30, -30], [20, 20], -10 },
        { "the same answer to all four inputs. So does hidden neuron 1,", [0, 0, 0, 0], [0, 0], [0, 0], 0 },
        { "the same answer to all four inputs. So does hidden neuron 2,", [20, 20, -20, -20], [-10, -30], [20, 20], -30 },
        { "look at the output: xorb2 says", [20, 20, -20, -20], [-10, 30], [20, 20], -50 },
        { "look at the output: xorb2 says", [20, 20, -20, -20], [-10, 30], [20, 20], -5 },
        { "it answers 0.00, 0.00, 1.00, 1.00", [20, 0, 20, 0], [-10, -10], [20, 20], -10 },
        { "Keep the shapes", [20, 20, -20, -20], [-10], [20, 20], -30 },
        { "Keep the shapes", [20, 20, -20, -20], [-10, 30], [20], -30 },
    };

    [Theory]
    [MemberData(nameof(WrongXors))]
    public void Xor_knows_its_mistakes(string hint, double[] W1, double[] b1, double[] W2, double b2) =>
        IsWrong(hint, Lesson07Checks.Xor(new[,] { { W1[0], W1[1] }, { W1[2], W1[3] } }, b1, W2, b2));

    [Fact]
    public void Xor_wants_a_square_of_weights() => IsWrong("Keep the shapes", Lesson07Checks.Xor(new double[,] { { 1, 2 } }, [1, 2], [1, 2], 1));

    public static TheoryData<string, Func<M, M, M, M, (M, M)>> WrongLayers => new()
    {
        { "keep the order of the matrices", (W1, b1, W2, b2) => (W2 * W1.Transpose(), b2) },
        { "W must be (n2, n0), here (2, 2), but yours is (3, 3)", (W1, b1, W2, b2) => (W1 * W2, b2) },
        { "W isn't the matrix that stands before X", (W1, b1, W2, b2) => (W2 * W1 + 1, b2) },
        { "W is right. b must be (n2, 1), here (2, 1), but yours is (3, 1)", (W1, b1, W2, b2) => (W2 * W1, b1) },
        { "b isn't b2 alone", (W1, b1, W2, b2) => (W2 * W1, b2) },
        { "in b you left out b2", (W1, b1, W2, b2) => (W2 * W1, W2 * b1) },
        { "b2 is added, not taken away", (W1, b1, W2, b2) => (W2 * W1, W2 * b1 - b2) },
        { "b isn't what remains beside W X", (W1, b1, W2, b2) => (W2 * W1, W2 * b1 + b2 + 1) },
    };

    [Theory]
    [MemberData(nameof(WrongLayers))]
    public void One_layer_knows_its_mistakes(string hint, Func<M, M, M, M, (M, M)> answer) => IsWrong(hint, Lesson07Checks.OneLayer(answer));

    [Fact]
    public void Right_answers_are_right()
    {
        IsRight(Lesson07Checks.Shapes((5, 3), (5, 200), (1, 5), 26));
        IsRight(Lesson07Checks.Forward((X, W1, b1, W2, b2) => (A1(X, W1, b1), A2(X, W1, b1, W2, b2))));
        IsRight(Lesson07Checks.OneLayer((W1, b1, W2, b2) => (W2 * W1, W2 * b1 + b2)));
    }

    // OR and NAND, then AND; AND and OR, then "OR but not AND"; and "one without the other" twice, then OR.
    [Theory]
    [InlineData(20, 20, -20, -20, -10, 30, 20, 20, -30)]
    [InlineData(20, 20, 20, 20, -30, -10, -20, 20, -10)]
    [InlineData(20, -20, -20, 20, -10, -10, 20, 20, -10)]
    public void Any_network_that_computes_xor_is_right(double w11, double w12, double w21, double w22, double b1, double b2, double v1, double v2, double c) =>
        IsRight(Lesson07Checks.Xor(new[,] { { w11, w12 }, { w21, w22 } }, [b1, b2], [v1, v2], c));

    [Fact]
    public void Stubs_are_not_started() => Assert.All(
        [
            Lesson07Checks.Shapes((0, 0), (0, 0), (0, 0), 0),
            Lesson07Checks.Shapes((5, 3), (5, 200), (1, 5), 0),
            Lesson07Checks.ByHand(double.NaN),
            Lesson07Checks.Forward((_, _, _, _, _) => throw new NotImplementedException()),
            Lesson07Checks.Forward((_, _, _, _, _) => (null!, null!)),
            Lesson07Checks.Xor(new[,] { { 20, 20 }, { double.NaN, -20 } }, [-10, 30], [20, 20], -30),
            Lesson07Checks.Xor(new double[,] { { 20, 20 }, { -20, -20 } }, [-10, 30], [20, 20], double.NaN),
            Lesson07Checks.OneLayer((_, _, _, _) => throw new NotImplementedException()),
            Lesson07Checks.OneLayer((_, _, _, _) => (null!, null!)),
        ],
        verdict => Assert.Equal(VerdictKind.NotStarted, verdict.Kind));

    [Fact]
    public void Answers_that_throw_are_wrong_with_their_message() => Assert.All(
        [
            Lesson07Checks.Forward((_, _, _, _, _) => throw new InvalidOperationException("too far")),
            Lesson07Checks.Forward((_, _, _, _, _) => throw new ArgumentException("too far", "step")),
            Lesson07Checks.OneLayer((_, _, _, _) => throw new InvalidOperationException("too far")),
        ],
        verdict =>
        {
            IsWrong("too far", verdict);
            Assert.StartsWith("Your code stopped with ", verdict.Message, StringComparison.Ordinal);
        });

    private static M S(M Z) => 1 / (1 + (-Z).PointwiseExp());

    private static M L(M W, M X, M b) => W * X + b * M.Build.Dense(1, X.ColumnCount, 1);

    private static M A1(M X, M W1, M b1) => S(L(W1, X, b1));

    private static M A2(M X, M W1, M b1, M W2, M b2) => S(L(W2, A1(X, W1, b1), b2));

    private static void IsRight(Verdict verdict) => Assert.Equal((VerdictKind.Right, true), (verdict.Kind, verdict.Message.Length > 20));

    private static void IsWrong(string hint, Verdict verdict)
    {
        Assert.Equal(VerdictKind.Wrong, verdict.Kind);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }
}
