using Neurones.Exercises;
using M = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Neurones.Tests;

public class Lesson13ChecksTests
{
    [Theory]
    [InlineData("upside down", 3, 5, 1, 5)]
    [InlineData("columns for its rows", 1, 7, -1, 3)]
    [InlineData("z12 and z21 are exchanged", -1, 5, 3, -3)]
    [InlineData("All signs are wrong", 1, -3, -5, 3)]
    [InlineData("z11 isn't 7. Below the kernel are 2, 0 / 1, 3", 7, 3, 5, -3)]
    [InlineData("z12 isn't 2.5. Below the kernel are 0, 1 / 3, -1", -1, 2.5, 5, -3)]
    [InlineData("Now z21: below the kernel are 1, 3 / 0, 2", -1, 3, double.NaN, double.NaN)]
    [InlineData("z22 isn't 0. Below the kernel are 3, -1 / 2, 4", -1, 3, 5, 0)]
    public void By_hand_knows_its_mistakes(string hint, double z11, double z12, double z21, double z22) =>
        IsWrong(hint, Lesson13Checks.ByHand(z11, z12, z21, z22));

    public static TheoryData<string, (int, int, int), (int, int, int), (int, int, int)> WrongShapes => new()
    {
        { "kernel stays inside", (32, 32, 16), (14, 14, 16), (7, 7, 32) },
        { "isn't (27, 27, 16). One more", (27, 27, 16), (14, 14, 16), (7, 7, 32) },
        { "16, however many went in", (28, 28, 3), (14, 14, 16), (7, 7, 32) },
        { "16 filters give 16 maps", (28, 28, 48), (14, 14, 16), (7, 7, 32) },
        { "a map for each of the 16", (28, 28, 1), (14, 14, 16), (7, 7, 32) },
        { "isn't (9, 9, 9). A kernel of 5 fits", (9, 9, 9), (14, 14, 16), (7, 7, 32) },
        { "Now the next one. Windows of 2 x 2", (28, 28, 16), (0, 0, 0), (0, 0, 0) },
        { "channel by channel", (28, 28, 16), (14, 14, 8), (7, 7, 32) },
        { "moves by its size", (28, 28, 16), (27, 27, 16), (7, 7, 32) },
        { "the map shrinks", (28, 28, 16), (28, 28, 16), (7, 7, 32) },
        { "a quarter of the numbers already", (28, 28, 16), (7, 7, 16), (7, 7, 32) },
        { "Now the next one. With same padding", (28, 28, 16), (14, 14, 16), (0, 0, 0) },
        { "left out the stride", (28, 28, 16), (14, 14, 16), (14, 14, 32) },
        { "its padding is same", (28, 28, 16), (14, 14, 16), (6, 6, 32) },
        { "stride 1 without zeros", (28, 28, 16), (14, 14, 16), (12, 12, 32) },
        { "its filters, 32", (28, 28, 16), (14, 14, 16), (7, 7, 16) },
        { "count them again", (28, 28, 16), (14, 14, 16), (8, 8, 32) },
        { "32 filters give 32 maps", (28, 28, 16), (14, 14, 16), (7, 7, 512) },
    };

    [Theory]
    [MemberData(nameof(WrongShapes))]
    public void Shapes_know_their_mistakes(string hint, (int, int, int) convolved, (int, int, int) pooled, (int, int, int) strided) =>
        IsWrong(hint, Lesson13Checks.Shapes(convolved, pooled, strided));

    [Theory]
    [InlineData("The first hasn't 1,200. You left out the biases", 1200, 4640)]
    [InlineData("a kernel for red, green and blue", 416, 4640)]
    [InlineData("not one for each channel", 1248, 4640)]
    [InlineData("That's one filter. There are 16", 76, 4640)]
    [InlineData("5 x 5, not 5", 256, 4640)]
    [InlineData("the size of the map doesn't count", 953_344, 4640)]
    [InlineData("one bias for its whole map", 13_744, 4640)]
    [InlineData("The first hasn't 5. Count again: 5 · 5 · 3 weights", 5, 4640)]
    [InlineData("Now the other one: 5 · 5 · 3", 0, 4640)]
    [InlineData("Now the other one: 3 · 3 · 16", 1216, 0)]
    [InlineData("The second hasn't 4,608. You left out the biases", 1216, 4608)]
    [InlineData("every one of the 16 maps", 1216, 320)]
    [InlineData("This one gets 16 maps", 1216, 896)]
    [InlineData("so 32 biases", 1216, 4624)]
    [InlineData("That's one filter. There are 32", 1216, 145)]
    [InlineData("the size of the map doesn't count", 1216, 227_360)]
    public void Parameters_know_their_mistakes(string hint, int first, int second) => IsWrong(hint, Lesson13Checks.Parameters(first, second));

    [Fact]
    public void Shift_knows_its_mistakes()
    {
        IsWrong("moves the picture to the left", Lesson13Checks.Shift(Kernel((1, 2, 1))));
        IsWrong("leaves the picture where it is", Lesson13Checks.Shift(Kernel((1, 1, 1))));
        IsWrong("moves the picture down", Lesson13Checks.Shift(Kernel((0, 1, 1))));
        IsWrong("moves the picture up", Lesson13Checks.Shift(Kernel((2, 1, 1))));
        IsWrong("right and down", Lesson13Checks.Shift(Kernel((0, 0, 1))));
        IsWrong("right and up", Lesson13Checks.Shift(Kernel((2, 0, 1))));
        IsWrong("compares each pixel", Lesson13Checks.Shift(Kernel((1, 1, 1), (1, 0, -1))));
        IsWrong("times 1", Lesson13Checks.Shift(Kernel((1, 0, 2))));
        IsWrong("mixes several pixels", Lesson13Checks.Shift(Kernel((1, 0, 1), (1, 1, 1))));
        IsWrong("3 x 3, but yours is 2 x 3", Lesson13Checks.Shift(M.Build.Dense(2, 3, 1)));
    }

    [Fact]
    public void Average_pooling_knows_its_mistakes()
    {
        Pool("those are the sums", window => window.Sum());
        Pool("that's max pooling", window => window.Max());
        Pool("you divided by 2", window => window.Sum() / 2);
        Pool("the first number is 4, but yours is 1", window => window.Min());
        IsWrong("your windows overlap", Lesson13Checks.AveragePooling(X => M.Build.Dense(2, 3, (r, c) => X.SubMatrix(r, 2, c, 2).Enumerate().Average()), Back));
        IsWrong("first rows and columns", Lesson13Checks.AveragePooling(X => X.SubMatrix(0, 2, 0, 3), Back));
        IsWrong("so A is (2, 3), but yours is (4, 6)", Lesson13Checks.AveragePooling(X => X, Back));
        IsWrong("Your code stopped with ArgumentOutOfRangeException", Lesson13Checks.AveragePooling(X => X.SubMatrix(0, 9, 0, 9), Back));

        Backward("a quarter of the slope", dA => 4 * Back(dA));
        Backward("you divided by 2", dA => 2 * Back(dA));
        Backward("you divided twice", dA => Back(dA) / 4);
        Backward("max pooling's way", dA => Spread(dA, (i, j, da) => i % 2 == 0 && j % 2 == 0 ? da : 0));
        Backward("gets its quarter", dA => Spread(dA, (i, j, da) => i % 2 == 0 && j % 2 == 0 ? da / 4 : 0));
        Backward("don't take the remainder", dA => M.Build.Dense(4, 6, (i, j) => dA[i % 2, j % 3] / 4));
        Backward("the first number is 1, but yours is 0", dA => M.Build.Dense(4, 6));
        Backward("so dX is (4, 6), but yours is (2, 3)", dA => dA);

        static void Pool(string hint, Func<IEnumerable<double>, double> of) => IsWrong(hint, Lesson13Checks.AveragePooling(X => Mean(X, of), Back));
        static void Backward(string hint, Func<M, M> back) => IsWrong(hint, Lesson13Checks.AveragePooling(X => Mean(X, Enumerable.Average), back));
    }

    [Fact]
    public void Right_answers_are_right()
    {
        Assert.Equal(VerdictKind.Right, Lesson13Checks.ByHand(-1, 3, 5, -3).Kind);
        Assert.Equal(VerdictKind.Right, Lesson13Checks.Shapes((28, 28, 16), (14, 14, 16), (7, 7, 32)).Kind);
        Assert.Equal(VerdictKind.Right, Lesson13Checks.Parameters(1216, 4640).Kind);
        Assert.Equal(VerdictKind.Right, Lesson13Checks.Shift(Kernel((1, 0, 1))).Kind);
        Assert.Equal(VerdictKind.Right, Lesson13Checks.AveragePooling(X => Mean(X, Enumerable.Average), Back).Kind);
    }

    [Fact]
    public void Nothing_is_started_at_first()
    {
        Assert.Equal(VerdictKind.NotStarted, Lesson13Checks.ByHand(double.NaN, double.NaN, double.NaN, double.NaN).Kind);
        Assert.Equal(VerdictKind.NotStarted, Lesson13Checks.Shapes(default, default, default).Kind);
        Assert.Equal(VerdictKind.NotStarted, Lesson13Checks.Parameters(0, 0).Kind);
        Assert.Equal(VerdictKind.NotStarted, Lesson13Checks.Shift(M.Build.Dense(3, 3)).Kind);
        Assert.Equal(VerdictKind.NotStarted, Lesson13Checks.AveragePooling(_ => throw new NotImplementedException(), Back).Kind);
        Assert.Equal(VerdictKind.NotStarted, Lesson13Checks.AveragePooling(_ => null!, Back).Kind);
        foreach (var back in new Func<M, M>[] { _ => null!, _ => throw new NotImplementedException() })
        {
            var half = Lesson13Checks.AveragePooling(X => Mean(X, Enumerable.Average), back);
            Assert.Equal(VerdictKind.NotStarted, half.Kind);
            Assert.StartsWith("AveragePool is right.", half.Message);
        }
    }

    [Fact]
    public void The_numbers_of_exercises_1_and_4_are_those_of_the_library()
    {
        var X = M.Build.DenseOfRowArrays([2, 0, 1], [1, 3, -1], [0, 2, 4]);
        var Z = ConvolutionFunctions.Correlate(X, M.Build.DenseOfRowArrays([1.0, 2], [0, -1]));
        Assert.Equal(VerdictKind.Right, Lesson13Checks.ByHand(Z[0, 0], Z[0, 1], Z[1, 0], Z[1, 1]).Kind);

        var moved = ConvolutionFunctions.Correlate(X, Kernel((1, 0, 1)), padding: Padding.Same);
        Near.Equal(M.Build.DenseOfRowArrays([0.0, 2, 0], [0, 1, 3], [0, 0, 2]), moved, 0);
    }

    private static M Kernel(params (int Row, int Column, double Value)[] numbers)
    {
        var K = M.Build.Dense(3, 3);
        foreach (var (row, column, value) in numbers)
        {
            K[row, column] = value;
        }

        return K;
    }

    private static M Mean(M X, Func<IEnumerable<double>, double> of) =>
        M.Build.Dense(X.RowCount / 2, X.ColumnCount / 2, (r, c) => of(X.SubMatrix(2 * r, 2, 2 * c, 2).Enumerate()));

    private static M Back(M dA) => Spread(dA, (_, _, da) => da / 4);

    private static M Spread(M dA, Func<int, int, double, double> share) =>
        M.Build.Dense(2 * dA.RowCount, 2 * dA.ColumnCount, (i, j) => share(i, j, dA[i / 2, j / 2]));

    private static void IsWrong(string hint, Verdict verdict)
    {
        Assert.Equal(VerdictKind.Wrong, verdict.Kind);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }
}
