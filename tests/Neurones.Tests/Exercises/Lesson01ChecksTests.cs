using Neurones.Exercises;

namespace Neurones.Tests;

public class Lesson01ChecksTests
{
    [Theory]
    [InlineData("OR", 1, 1, 1, 1)]
    [InlineData("AND", 3, 1, 1, 1)]
    [InlineData("never sounds", 4, 1, 1, 1)]
    [InlineData("never stops", 0, 1, 1, 1)]
    [InlineData("never stops", -1, 1, 1, 1)]
    [InlineData("isn't connected", 2, 1, 1, 0)]
    [InlineData("silences the alarm", 1, 1, 1, -1)]
    [InlineData("there are three sensors", 2, 1, 1)]
    [InlineData("Your unit has 4 inputs", 2, 1, 1, 1, 1)]
    public void Two_of_three_knows_its_mistakes(string hint, int threshold, params int[] weights) =>
        IsWrong(hint, Lesson01Checks.TwoOfThree(new(weights, threshold)));

    [Fact]
    public void Two_of_three_has_no_other_answer_than_one()
    {
        var right = from w1 in Weights
                    from w2 in Weights
                    from w3 in Weights
                    from threshold in Enumerable.Range(-4, 9)
                    where Lesson01Checks.TwoOfThree(new([w1, w2, w3], threshold)).Kind == VerdictKind.Right
                    select (w1, w2, w3, threshold);
        Assert.Equal([(1, 1, 1, 2)], right);
    }

    [Theory]
    [InlineData(0, 1, 1, "At z = 0 the answer is 1")]
    [InlineData(1, 0, 0, "exchanged")]
    [InlineData(0, 0, -1, "Go on with this b")]
    [InlineData(0, 0, 1, "The sign is wrong")]
    [InlineData(0, 0, 0, "b always changes")]
    [InlineData(1, 1, -1, "after all passes")]
    [InlineData(5, 6, 7, "Go sample by sample")]
    [InlineData(0, 1, double.NaN, "still double.NaN")]
    public void A_pass_over_OR_knows_its_mistakes(double w1, double w2, double b, string hint) => IsWrong(hint, Lesson01Checks.PassOverOr((w1, w2, b)));

    [Fact]
    public void A_pass_over_OR_is_what_the_perceptron_does()
    {
        var X = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowArrays([0, 0], [0, 1], [1, 0], [1, 1]);
        var y = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(4, 1, [0, 1, 1, 1]);
        var perceptron = new Perceptron();
        perceptron.Fit(X, y, new() { LearningRate = 1, Iterations = 1 });
        IsRight(Lesson01Checks.PassOverOr((perceptron.W[0, 0], perceptron.W[1, 0], perceptron.b)));
    }

    public static TheoryData<string, Func<double, (double, double)>> WrongLeaks => new()
    {
        { "plain ReLU", z => (Math.Max(0, z), z >= 0 ? 1 : 0) },
        { "in C# that's 0", z => z >= 0 ? (z, 1) : (1 / 10 * z, 0.1) },
        { "must be negative too", z => z >= 0 ? (z, 1) : (-0.1 * z, 0.1) },
        { "sides are exchanged", z => z >= 0 ? (0.1 * z, 0.1) : (z, 1) },
        { "Your leak is 0.01", z => z >= 0 ? (z, 1) : (0.01 * z, 0.01) },
        { "not 0.1 itself", z => z >= 0 ? (z, 1) : (0.1, 0.1) },
        { "wrong order", z => z >= 0 ? (1, z) : (0.1, 0.1 * z) },
        { "For z = -2 it must be -0.2 and for z = 3 it must be 3, but yours are 9 and 9", _ => (9, 9) },
        { "a is right. For negative z the slope isn't 0", z => (Leaky(z), z >= 0 ? 1 : 0) },
        { "a is right. For negative z the slope is +0.1", z => (Leaky(z), z >= 0 ? 1 : -0.1) },
        { "write z >= 0", z => (Leaky(z), z > 0 ? 1 : 0.1) },
        { "You return a twice", z => (Leaky(z), Leaky(z)) },
        { "but yours are 9 and 9", z => (Leaky(z), 9) },
    };

    [Theory]
    [MemberData(nameof(WrongLeaks))]
    public void Leaky_ReLU_knows_its_mistakes(string hint, Func<double, (double, double)> answer) => IsWrong(hint, Lesson01Checks.LeakyReLU(answer));

    public static TheoryData<string, Func<double, double, double[], double[], double, (double, double)>> WrongSteps => new()
    {
        { "You went uphill", (a, b, x, y, rate) => (a + (rate * da(a, b, x, y)), b + (rate * db(a, b, x, y))) },
        { "divide by m", (a, b, x, y, rate) => (a - (rate * da(a, b, x, y) * x.Length), b - (rate * db(a, b, x, y) * x.Length)) },
        { "You divided by 2, but here are three", (a, b, x, y, rate) => (a - (rate * da(a, b, x, y) * x.Length / 2), b - (rate * db(a, b, x, y) * x.Length / 2)) },
        { "Twice too far", (a, b, x, y, rate) => (a - (rate * 2 * da(a, b, x, y)), b - (rate * 2 * db(a, b, x, y))) },
        { "Half too short", (a, b, x, y, rate) => (a - (rate * da(a, b, x, y) / 2), b - (rate * db(a, b, x, y) / 2)) },
        { "multiplied by its x", (a, b, x, y, rate) => (a - (rate * db(a, b, x, y)), b - (rate * db(a, b, x, y))) },
        { "use the parameter rate", (a, b, x, y, _) => (a - (0.1 * da(a, b, x, y)), b - (0.1 * db(a, b, x, y))) },
        { "left out the rate", (a, b, x, y, _) => (a - da(a, b, x, y), b - db(a, b, x, y)) },
        { "at the *new* a", (a, b, x, y, rate) => (a - (rate * da(a, b, x, y)), b - (rate * db(a - (rate * da(a, b, x, y)), b, x, y))) },
        { "wrong order", (a, b, x, y, rate) => (b - (rate * db(a, b, x, y)), a - (rate * da(a, b, x, y))) },
        { "Those are the slopes", (a, b, x, y, _) => (da(a, b, x, y), db(a, b, x, y)) },
        { "Nothing has moved", (a, b, x, _, _) => (a - (1 / x.Length), b) },
        { "but yours to a = 9.0000, b = 9.0000", (_, _, _, _, _) => (9, 9) },
    };

    [Theory]
    [MemberData(nameof(WrongSteps))]
    public void A_step_downhill_knows_its_mistakes(string hint, Func<double, double, double[], double[], double, (double, double)> answer) =>
        IsWrong(hint, Lesson01Checks.DescentStep(answer));

    public static TheoryData<string, ThresholdNetwork> WrongNetworks => new()
    {
        { "It answers rightly, but has 5 units", ThresholdNetwork.For(TruthTable.Of(3, x => x.Sum() % 2)) },
        { "the other way round", Counting(new([-1, 1, -1], 0)) },
        { "three are an odd number too", Counting(new([1, -1, 0], 1)) },
        { "as soon as one input is on", Counting(ThresholdLogicUnit.Or(3)) },
        { "A single layer can't do it", new([[new([1, 1, 1], 2)]]) },
        { "For the inputs 0 0 1 the answer must be 1, but yours is 0.", Counting(ThresholdLogicUnit.And(3)) },
        { "Your network has 2 inputs", new([ThresholdLogicUnit.Or(), ThresholdLogicUnit.And()], [new([1, -1], 1)]) },
    };

    [Theory]
    [MemberData(nameof(WrongNetworks))]
    public void Odd_knows_its_mistakes(string hint, ThresholdNetwork answer) => IsWrong(hint, Lesson01Checks.Odd(answer));

    [Fact]
    public void Right_answers_are_right()
    {
        IsRight(Lesson01Checks.LeakyReLU(z => (Leaky(z), z >= 0 ? 1 : 0.1)));
        IsRight(Lesson01Checks.DescentStep((a, b, x, y, rate) => (a - (rate * da(a, b, x, y)), b - (rate * db(a, b, x, y)))));
        IsRight(Lesson01Checks.Odd(Counting(new([1, -1, 1], 1))));
    }

    [Fact]
    public void Stubs_are_not_started() => Assert.All(
        [
            Lesson01Checks.TwoOfThree(null),
            Lesson01Checks.PassOverOr((double.NaN, double.NaN, double.NaN)),
            Lesson01Checks.LeakyReLU(_ => throw new NotImplementedException()),
            Lesson01Checks.LeakyReLU(_ => (double.NaN, double.NaN)),
            Lesson01Checks.DescentStep((_, _, _, _, _) => throw new NotImplementedException()),
            Lesson01Checks.DescentStep((_, _, _, _, _) => (double.NaN, double.NaN)),
            Lesson01Checks.Odd(null),
        ],
        verdict => Assert.Equal(VerdictKind.NotStarted, verdict.Kind));

    [Fact]
    public void Answers_that_throw_are_wrong_with_their_message() => Assert.All(
        [
            Lesson01Checks.LeakyReLU(_ => throw new InvalidOperationException("too far")),
            Lesson01Checks.DescentStep((_, _, _, _, _) => throw new InvalidOperationException("too far")),
        ],
        verdict => IsWrong("Your code stopped with InvalidOperationException: too far", verdict));

    private static int[] Weights => [-1, 0, 1];

    private static double Leaky(double z) => z >= 0 ? z : 0.1 * z;

    private static double da(double a, double b, double[] x, double[] y) => x.Zip(y, (x, y) => ((a * x) + b - y) * x).Average();

    private static double db(double a, double b, double[] x, double[] y) => x.Zip(y, (x, y) => (a * x) + b - y).Average();

    /// <summary>Three units that count the active inputs, then one more.</summary>
    private static ThresholdNetwork Counting(ThresholdLogicUnit last) =>
        new([new([1, 1, 1], 1), new([1, 1, 1], 2), new([1, 1, 1], 3)], [last]);

    private static void IsRight(Verdict verdict) => Assert.Equal((VerdictKind.Right, true), (verdict.Kind, verdict.Message.Length > 20));

    private static void IsWrong(string hint, Verdict verdict)
    {
        Assert.Equal(VerdictKind.Wrong, verdict.Kind);
        Assert.Contains(hint, verdict.Message, StringComparison.Ordinal);
    }
}
