using System.Globalization;
using System.Text;

namespace Neurones;

/// <summary>
/// The threshold logic unit of Warren McCulloch and Walter Pitts (1943), the first model of a neuron: it adds its
/// excitatory inputs, subtracts its inhibitory ones, and answers 1 when the sum reaches the threshold, else 0.
/// It learns nothing: whoever builds it chooses everything.
/// </summary>
/// <remarks>
/// In the paper itself one active inhibitory input silences the unit, whatever the others do. Here, as in most courses,
/// it takes 1 away. Inputs are named x1, x2, ... in formulas and messages.
/// </remarks>
public sealed class ThresholdLogicUnit
{
    private readonly int[] _weights;

    /// <summary>Builds a unit, such as <c>new ThresholdLogicUnit([1, -1], threshold: 1)</c>, which is x1 - x2 >= 1.</summary>
    /// <param name="weights">One for each input: +1 if it excites the unit, -1 if it inhibits it, 0 if it isn't connected.</param>
    /// <param name="threshold">The sum at which the unit answers 1.</param>
    /// <exception cref="ArgumentException">There are no weights, or one is something else than +1, -1 or 0.</exception>
    public ThresholdLogicUnit(IReadOnlyList<int> weights, int threshold)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Check.That(weights.Count > 0, $"weights is empty: give one for each input, +1, -1 or 0.");
        for (var i = 0; i < weights.Count; i++)
        {
            Check.That(weights[i] is 1 or -1 or 0,
                $"The weight of x{i + 1} is {weights[i]}: an input excites (+1), inhibits (-1) or isn't connected (0); only the neurons that came later weigh their inputs.");
        }

        (_weights, Threshold) = ([.. weights], threshold);
    }

    /// <summary>One for each input: +1 excites, -1 inhibits, 0 isn't connected.</summary>
    public IReadOnlyList<int> Weights => _weights.AsReadOnly();

    /// <summary>The sum at which the unit answers 1.</summary>
    public int Threshold { get; }

    /// <summary>How many inputs the unit has, connected or not.</summary>
    public int InputCount => _weights.Length;

    /// <summary>Answers 1 when all inputs are 1.</summary>
    /// <param name="inputs">How many inputs, at least 1.</param>
    /// <exception cref="ArgumentException"><paramref name="inputs"/> is less than 1.</exception>
    public static ThresholdLogicUnit And(int inputs = 2) => new(AllExcite(inputs), threshold: inputs);

    /// <summary>Answers 1 when one input or more is 1.</summary>
    /// <inheritdoc cref="And"/>
    public static ThresholdLogicUnit Or(int inputs = 2) => new(AllExcite(inputs), threshold: 1);

    /// <summary>Answers 1 when its input is 0.</summary>
    public static ThresholdLogicUnit Not() => new([-1], threshold: 0);

    /// <summary>The unit that computes a function, or null where no single unit can, as for XOR.</summary>
    /// <remarks>
    /// There is no need to search. Switching an input on may raise the answer in some rows of the table: then it must
    /// excite. If it lowers the answer in some, it must inhibit; if it never changes it, it needs no connection. An
    /// input that does both, depending on the others, is beyond one unit. The threshold is the least sum that must reach it.
    /// </remarks>
    /// <param name="function">What the unit must answer.</param>
    public static ThresholdLogicUnit? Find(TruthTable function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var weights = Enumerable.Range(0, function.InputCount).Select(function.EffectOf).ToArray();
        var sums = function.Rows.Where(row => row.Output == 1).Select(row => Sum(weights, row.Inputs));
        var unit = new ThresholdLogicUnit(weights, threshold: sums.DefaultIfEmpty(1).Min());
        return TruthTable.Of(unit) == function ? unit : null;
    }

    /// <summary>The unit's answer: 1 when the sum of its inputs, each with its sign, reaches the threshold, else 0.</summary>
    /// <param name="inputs">One for each weight, 0 or 1.</param>
    /// <exception cref="ArgumentException">There are more or fewer inputs than weights, or one isn't 0 or 1.</exception>
    public int Output(params int[] inputs)
    {
        CheckInputs(inputs, InputCount);
        return Sum(_weights, inputs) >= Threshold ? 1 : 0;
    }

    /// <summary>The unit as a formula, such as "x1 - x2 >= 1".</summary>
    public override string ToString() => Formula([.. Enumerable.Range(1, InputCount).Select(i => FormattableString.Invariant($"x{i}"))]);

    /// <summary>The unit as a formula of inputs that have names.</summary>
    internal string Formula(IReadOnlyList<string> names)
    {
        var sum = new StringBuilder();
        foreach (var (weight, name) in _weights.Zip(names).Where(input => input.First != 0))
        {
            sum.Append((weight, sum.Length) switch
            {
                (1, 0) => "",
                (1, _) => " + ",
                (_, 0) => "-",
                _ => " - ",
            }).Append(name);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(sum.Length == 0 ? "0" : sum)} >= {Threshold}");
    }

    internal static void CheckInputs(int[] inputs, int expected)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Check.That(inputs.Length == expected, $"The number of inputs given is {inputs.Length} but must be {expected}: give a 0 or a 1 for each.");
        for (var i = 0; i < inputs.Length; i++)
        {
            Check.That(inputs[i] is 0 or 1, $"x{i + 1} is {inputs[i]}: an input is off (0) or on (1).");
        }
    }

    private static int[] AllExcite(int inputs)
    {
        Check.That(inputs > 0, $"inputs is {inputs}: a unit has 1 input or more.");
        return [.. Enumerable.Repeat(1, inputs)];
    }

    private static int Sum(int[] weights, int[] inputs)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * inputs[i];
        }

        return sum;
    }
}
