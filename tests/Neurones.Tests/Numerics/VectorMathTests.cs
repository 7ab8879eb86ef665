namespace Neurones.Tests;

public class VectorMathTests
{
    private const double Tolerance = 5e-16;

    /// <summary>What each function is to the last digit, from numerics.py.</summary>
    private static readonly ExactValues Exact = ParityValues.Load<ExactValues>("numerics.json");

    private static readonly Dictionary<string, (SpanFunction Span, Func<double, double> Reference)> Functions = new()
    {
        ["Exp"] = (VectorMath.Exp, Math.Exp),
        ["Exp of 8"] = (VectorMath.Map<VectorMath.ExpFunction, Lanes512>, Math.Exp),
        ["Exp of 4"] = (VectorMath.Map<VectorMath.ExpFunction, Lanes256>, Math.Exp),
        ["Exp of 2"] = (VectorMath.Map<VectorMath.ExpFunction, Lanes128>, Math.Exp),
        ["Sigmoid"] = (VectorMath.Sigmoid, Logits.Sigmoid),
        ["Sigmoid of 8"] = (VectorMath.Map<VectorMath.SigmoidFunction, Lanes512>, Logits.Sigmoid),
        ["Sigmoid of 4"] = (VectorMath.Map<VectorMath.SigmoidFunction, Lanes256>, Logits.Sigmoid),
        ["Sigmoid of 2"] = (VectorMath.Map<VectorMath.SigmoidFunction, Lanes128>, Logits.Sigmoid),
        ["Tanh"] = (VectorMath.Tanh, Math.Tanh),
        ["Tanh of 8"] = (VectorMath.Map<VectorMath.TanhFunction, Lanes512>, Math.Tanh),
        ["Tanh of 4"] = (VectorMath.Map<VectorMath.TanhFunction, Lanes256>, Math.Tanh),
        ["Tanh of 2"] = (VectorMath.Map<VectorMath.TanhFunction, Lanes128>, Math.Tanh),
    };

    public delegate void SpanFunction(ReadOnlySpan<double> x, Span<double> result);

    public static TheoryData<string> Names { get; } = [.. Functions.Keys];

    [Fact]
    public void The_functions_have_the_exact_values()
    {
        AllNear(Exact.Exp.Select(value => value ?? double.PositiveInfinity), Of(VectorMath.Exp, Exact.x));
        AllNear(Exact.Sigmoid, Of(VectorMath.Sigmoid, Exact.x));
        AllNear(Exact.Tanh, Of(VectorMath.Tanh, Exact.x));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_functions_agree_with_those_of_one_number_everywhere(string name)
    {
        var (function, reference) = Functions[name];
        double[] x = [
            .. Enumerable.Range(-40_000, 80_001).Select(i => i / 50.0),
            .. Enumerable.Range(-5000, 10_001).Select(i => i / 10_000.0),
            .. Enumerable.Range(0, 2100).Select(i => Math.ScaleB(1 + (i / 2100.0), -i / 2)),
        ];
        AllNear(x.Select(reference), Of(function, x));
    }

    [Theory, MemberData(nameof(Names))]
    public void Numbers_that_are_none_and_the_signs_of_zero_come_through(string name)
    {
        var (function, reference) = Functions[name];
        double[] x = [0, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon];
        var actual = Of(function, x);
        Assert.Equal(x.Select(reference), actual);
        Assert.Equal(double.IsNegative(reference(-0.0)), double.IsNegative(actual[1]));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_number_has_the_same_bits_wherever_it_is_and_in_any_width(string name)
    {
        var (function, _) = Functions[name];
        var (first, _) = Functions[name.Split(' ')[0]];
        var x = new RandomState(5).Normal(0, 5, 33, 1).ToColumnMajorArray();
        for (var length = 0; length <= x.Length; length++)
        {
            var all = Of(function, x[..length]);
            Assert.Equal(x[..length].Select(value => Of(first, [value])[0]), all);

            var inPlace = x[..length];
            function(inPlace, inPlace);
            Assert.Equal(all, inPlace);
        }
    }

    [Fact]
    public void What_is_beside_the_span_is_left_alone()
    {
        var values = new double[40];
        for (var length = 0; length < 20; length++)
        {
            Array.Fill(values, 7);
            VectorMath.Exp(values.AsSpan(10, length), values.AsSpan(10, length));
            Assert.All(values[..10].Concat(values[(10 + length)..]), value => Assert.Equal(7, value));
        }
    }

    [Fact]
    public void A_result_that_is_too_short_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VectorMath.Exp(new double[3], new double[2]));

    [Fact]
    public void The_loss_of_one_sample_has_the_exact_values()
    {
        AllNear(Exact.Softplus, Exact.x.Select(Logits.Softplus));
        AllNear(Exact.Softplus, Exact.x.Select(z => Logits.Evaluate([z], [0]).Loss));
        AllNear(Exact.Softplus, Exact.x.Select(z => Logits.Evaluate([-z], [1]).Loss));
    }

    private static double[] Of(SpanFunction function, double[] x)
    {
        var result = new double[x.Length];
        function(x, result);
        return result;
    }

    private static void AllNear(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.True(
            pair.First == pair.Second || Math.Abs(pair.First - pair.Second) <= (Tolerance * Math.Abs(pair.First)) + double.Epsilon,
            $"{pair.Second:R} should be {pair.First:R}"));

    internal sealed record ExactValues(double[] x, double?[] Exp, double[] Sigmoid, double[] Tanh, double[] Softplus);
}
