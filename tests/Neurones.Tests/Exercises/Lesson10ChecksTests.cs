using Neurones.Exercises;
using M = MathNet.Numerics.LinearAlgebra.Matrix<double>;
using Matrices = System.Collections.Generic.Dictionary<string, MathNet.Numerics.LinearAlgebra.Matrix<double>>;

namespace Neurones.Tests;

public class Lesson10ChecksTests
{
    [Theory]
    [InlineData("Those are the weights alone", 132_128)]
    [InlineData("without the output neuron", 132_160)]
    [InlineData("without the first layer", 1_089)]
    [InlineData("you counted one", 131_137)]
    [InlineData("you counted it twice", 133_249)]
    [InlineData("the bias of the output neuron", 132_192)]
    [InlineData("The 4,096 pixels are no neurons", 136_289)]
    [InlineData("Those are the inputs and neurons", 4_161)]
    [InlineData("add up their numbers, don't multiply", 4_194_304)]
    [InlineData("It isn't 7. Write down the shapes", 7)]
    public void Numbers_know_their_mistakes(string hint, int answer) => IsWrong(hint, Lesson10Checks.Numbers(answer));

    [Theory]
    [InlineData("That's eight steps", 0.0000152587890625)]
    [InlineData("That's six steps", 0.000244140625)]
    [InlineData("You multiplied a quarter by seven", 1.75)]
    [InlineData("You divided by seven", 0.25 / 7)]
    [InlineData("You multiplied by 4", 16384)]
    [InlineData("That's what is lost", 0.99993896484375)]
    [InlineData("with whole numbers 1 / 4 is 0", 0)]
    [InlineData("It isn't 0.5. One step leaves 0.25", 0.5)]
    [InlineData("It isn't 7E-05", 0.00007)]
    public void What_is_left_knows_its_mistakes(string hint, double answer) => IsWrong(hint, Lesson10Checks.WhatIsLeft(answer));

    public static TheoryData<string, Func<M, M>> WrongSlopes => new()
    {
        { "That's the sigmoid's slope", A => A.PointwiseMultiply(1 - A) },
        { "The square is missing", A => 1 - A },
        { "The sign is wrong", A => A.PointwisePower(2) - 1 },
        { "That's a² alone", A => A.PointwisePower(2) },
        { "A is tanh(Z) already", A => A.Map(a => 1 - (Math.Tanh(a) * Math.Tanh(a))) },
        { "That's tanh itself", A => A.PointwiseTanh() },
        { "A * A multiplies rows by columns", A => 1 - (A * A) },
        { "For a = 0.5 the slope is 0.75, but yours is 2.75", A => 3 - A.PointwisePower(2) },
        { "must be (2, 3), but yours is (3, 2)", A => 1 - A.PointwisePower(2).Transpose() },
    };

    [Theory]
    [MemberData(nameof(WrongSlopes))]
    public void Tanh_slope_knows_its_mistakes(string hint, Func<M, M> answer) => IsWrong(hint, Lesson10Checks.TanhSlope(answer));

    public static TheoryData<string, Func<int[], RandomState, IReadOnlyDictionary<string, M>>> WrongFirstWeights => new()
    {
        { "names must be W1, b1, W2, b2, W3, b3, but yours are none", (_, _) => new Matrices() },
        { "names must be W1, b1, W2, b2, W3, b3, but yours are W1, b1, W2, b2", (sizes, random) => Draw(sizes[..^1], random, (before, _) => Math.Sqrt(2.0 / before)) },
        { "W1 must be (8, 3), but yours is (3, 8): a row for each neuron", (sizes, random) => Changed(He(sizes, random), "W1", W => W.Transpose()) },
        { "b2 must be (5, 1), but yours is (1, 5): one bias for each neuron", (sizes, random) => Changed(He(sizes, random), "b2", b => b.Transpose()) },
        { "with whole numbers 2 / 3 is 0", (sizes, random) => Draw(sizes, random, (before, _) => Math.Sqrt(2 / before)) },
        { "W1 is Randn alone", (sizes, random) => Draw(sizes, random, (_, _) => 1) },
        { "Math.Sqrt", (sizes, random) => Draw(sizes, random, (before, _) => 2.0 / before) },
        { "over the whole fraction", (sizes, random) => Draw(sizes, random, (before, _) => Math.Sqrt(2) / before) },
        { "Xavier's recipe", (sizes, random) => Draw(sizes, random, (before, here) => Math.Sqrt(2.0 / (before + here))) },
        { "its own layer's width, 8. It's that of the layer before, 3", (sizes, random) => Draw(sizes, random, (_, here) => Math.Sqrt(2.0 / here)) },
        { "1 instead of 2", (sizes, random) => Draw(sizes, random, (before, _) => Math.Sqrt(1.0 / before)) },
        { "Multiply by it", (sizes, random) => Draw(sizes, random, (before, _) => 1 / Math.Sqrt(2.0 / before)) },
        { "The first number of W1 must be 1.44", (sizes, _) => He(sizes, new RandomState(7)) },
        { "The first number of W2 must be ", (sizes, random) => Changed(He(sizes, random), "W2", W => W + 1) },
        { "b3 isn't 0", (sizes, random) => Changed(He(sizes, random), "b3", b => b + 0.5) },
    };

    [Theory]
    [MemberData(nameof(WrongFirstWeights))]
    public void First_weights_know_their_mistakes(string hint, Func<int[], RandomState, IReadOnlyDictionary<string, M>> answer) =>
        IsWrong(hint, Lesson10Checks.InitialiseHe(answer));

    public static TheoryData<string, Func<M, Matrices, Func<M, M>, M>> WrongForwards => new()
    {
        { "You used the sigmoid in every layer", (X, p, _) => Run(X, p, 3, Sigmoid, Sigmoid) },
        { "You used g in every layer", (X, p, g) => Run(X, p, 3, g, g) },
        { "the other way round", (X, p, g) => Run(X, p, 3, Sigmoid, g) },
        { "the sigmoid is still to be applied", (X, p, g) => Run(X, p, 3, g, Z => Z) },
        { "no more than one neuron", (X, p, _) => Run(X, p, 3, Z => Z, Sigmoid) },
        { "The biases are missing", (X, p, g) => Run(X, p.ToDictionary(m => m.Key, m => m.Key[0] == 'b' ? m.Value * 0 : m.Value), 3, g, Sigmoid) },
        { "That's the last hidden layer", (X, p, g) => Run(X, p, 2, g, g) },
        { "You stopped one layer early", (X, p, g) => Run(X, p, 2, g, Sigmoid) },
        { "the first layer's answer", (X, p, g) => Run(X, p, 1, g, g) },
        { "W stands left of A", (X, p, _) => X * p["W1"] },
        { "as wide as W * A", (X, p, _) => (p["W1"] * X) + p["b1"] },
        { "There is no such name: ", (X, p, g) => Run(X, p, 4, g, Sigmoid) },
        { "the answers must be (1, 4), but yours are (4, 1)", (X, p, g) => Run(X, p, 3, g, Sigmoid).Transpose() },
        { "the first answer is 0.", (X, p, g) => Run(X, p, 3, g, Sigmoid) + 1 },
    };

    [Theory]
    [MemberData(nameof(WrongForwards))]
    public void Forward_knows_its_mistakes(string hint, Func<M, Matrices, Func<M, M>, M> answer) => IsWrong(hint, Lesson10Checks.Forward(answer));

    [Fact]
    public void Right_answers_are_right() => Assert.All(
        [
            Lesson10Checks.Numbers(132_193),
            Lesson10Checks.WhatIsLeft(Math.Pow(0.25, 7)),
            Lesson10Checks.WhatIsLeft(1.0 / 16384),
            Lesson10Checks.WhatIsLeft(0.00006),
            Lesson10Checks.TanhSlope(A => 1 - A.PointwisePower(2)),
            Lesson10Checks.InitialiseHe(He),
            Lesson10Checks.Forward((X, p, g) => Run(X, p, 3, g, Sigmoid)),
        ],
        verdict => Assert.Equal((VerdictKind.Right, true), (verdict.Kind, verdict.Message.Length > 20)));

    [Fact]
    public void Stubs_are_not_started() => Assert.All(
        [
            Lesson10Checks.Numbers(0),
            Lesson10Checks.WhatIsLeft(double.NaN),
            Lesson10Checks.TanhSlope(_ => throw new NotImplementedException()),
            Lesson10Checks.TanhSlope(_ => null!),
            Lesson10Checks.InitialiseHe((_, _) => throw new NotImplementedException()),
            Lesson10Checks.InitialiseHe((_, _) => null!),
            Lesson10Checks.Forward((_, _, _) => throw new NotImplementedException()),
            Lesson10Checks.Forward((_, _, _) => null!),
        ],
        verdict => Assert.Equal(VerdictKind.NotStarted, verdict.Kind));

    [Fact]
    public void Answers_that_throw_are_wrong_with_their_message() => Assert.All(
        [
            Lesson10Checks.TanhSlope(_ => throw new InvalidOperationException("too far")),
            Lesson10Checks.InitialiseHe((_, _) => throw new InvalidOperationException("too far")),
            Lesson10Checks.Forward((_, _, _) => throw new ArgumentException("too far", "step")),
        ],
        verdict =>
        {
            IsWrong("too far", verdict);
            Assert.StartsWith("Your code stopped with ", verdict.Message, StringComparison.Ordinal);
        });

    private static Matrices He(int[] sizes, RandomState random) => Draw(sizes, random, (before, _) => Math.Sqrt(2.0 / before));

    private static Matrices Draw(int[] sizes, RandomState random, Func<int, int, double> deviation)
    {
        var parameters = new Matrices();
        for (var l = 1; l < sizes.Length; l++)
        {
            parameters[$"W{l}"] = random.Randn(sizes[l], sizes[l - 1]) * deviation(sizes[l - 1], sizes[l]);
            parameters[$"b{l}"] = M.Build.Dense(sizes[l], 1);
        }

        return parameters;
    }

    private static Matrices Changed(Matrices parameters, string name, Func<M, M> change)
    {
        parameters[name] = change(parameters[name]);
        return parameters;
    }

    private static M Run(M X, Matrices parameters, int layers, Func<M, M> g, Func<M, M> last)
    {
        var A = X;
        for (var l = 1; l <= layers; l++)
        {
            var Z = (parameters[$"W{l}"] * A) + (parameters[$"b{l}"] * M.Build.Dense(1, X.ColumnCount, 1.0));
            A = (l < layers ? g : last)(Z);
        }

        return A;
    }

    private static M Sigmoid(M Z) => Z.Map(z => 1 / (1 + Math.Exp(-z)));

    private static void IsWrong(string hint, Verdict verdict)
    {
        Assert.Equal(VerdictKind.Wrong, verdict.Kind);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }
}
