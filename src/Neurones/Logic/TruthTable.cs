using Neurones.Formatting;

namespace Neurones;

/// <summary>A Boolean function: its answer, 0 or 1, for each of the 2^n rows that n inputs can have.</summary>
/// <remarks>
/// Rows are in the order of counting in binary: for two inputs 0 0, 0 1, 1 0, 1 1. Two tables are equal when all their
/// answers are. A notebook shows a table as a table.
/// </remarks>
[TypeFormatterSource(typeof(TruthTableFormatterSource), PreferredMimeTypes = [TruthTableFormatterSource.Html, TruthTableFormatterSource.Text])]
public sealed record TruthTable
{
    private const int MostInputs = 10;
    private const int MostInputsOfAll = 4;

    private readonly int[] _outputs;

    /// <summary>The function that has these answers, such as <c>new TruthTable(0, 1, 1, 0)</c> for XOR.</summary>
    /// <param name="outputs">The answer of each row, 0 or 1, in the order of the rows.</param>
    /// <exception cref="ArgumentException">There aren't 2, 4, 8, ..., 1024 of them, or one isn't 0 or 1.</exception>
    public TruthTable(params int[] outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Check.That(outputs.Length is >= 2 and <= 1 << MostInputs && int.IsPow2(outputs.Length),
            $"The number of outputs given is {outputs.Length}: n inputs make 2^n rows, so give 2 outputs (1 input), 4 (2 inputs), 8 (3 inputs) and so on to 1024 (10 inputs).");
        for (var row = 0; row < outputs.Length; row++)
        {
            Check.That(outputs[row] is 0 or 1, $"The output of row {row} (counted from 0) is {outputs[row]}: it must be 0 or 1.");
        }

        _outputs = [.. outputs];
        InputCount = int.Log2(outputs.Length);
    }

    /// <summary>n, how many inputs the function has.</summary>
    public int InputCount { get; }

    /// <summary>The answer of each row, 0 or 1, in the order of the rows.</summary>
    public IReadOnlyList<int> Outputs => _outputs.AsReadOnly();

    /// <summary>The rows: the inputs, and the function's answer to them.</summary>
    public IEnumerable<(int[] Inputs, int Output)> Rows => _outputs.Select((output, row) => (InputsOf(row, InputCount), output));

    /// <summary>The usual name of a function of one or two inputs, such as AND or x1 IMPLIES x2; null for those of more.</summary>
    public string? Name => (InputCount, string.Concat(_outputs)) switch
    {
        (1, "00") or (2, "0000") => "FALSE",
        (1, "01") or (2, "0011") => "x1",
        (1, "10") or (2, "1100") => "NOT x1",
        (1, "11") or (2, "1111") => "TRUE",
        (2, "0001") => "AND",
        (2, "0010") => "x1 AND NOT x2",
        (2, "0100") => "x2 AND NOT x1",
        (2, "0101") => "x2",
        (2, "0110") => "XOR",
        (2, "0111") => "OR",
        (2, "1000") => "NOR",
        (2, "1001") => "XNOR",
        (2, "1010") => "NOT x2",
        (2, "1011") => "x2 IMPLIES x1",
        (2, "1101") => "x1 IMPLIES x2",
        (2, "1110") => "NAND",
        _ => null,
    };

    /// <summary>The function that a unit computes.</summary>
    /// <param name="unit">A unit of 10 inputs at most.</param>
    /// <exception cref="ArgumentException">The unit has more inputs.</exception>
    public static TruthTable Of(ThresholdLogicUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Of(unit.InputCount, unit.Output);
    }

    /// <summary>The function that a network computes.</summary>
    /// <param name="network">A network of 10 inputs at most.</param>
    /// <exception cref="ArgumentException">The network has more inputs.</exception>
    public static TruthTable Of(ThresholdNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Of(network.InputCount, network.Output);
    }

    /// <summary>The table of a function that you write, such as <c>TruthTable.Of(3, x => x.Sum() >= 2 ? 1 : 0)</c>.</summary>
    /// <param name="inputs">n, from 1 to 10.</param>
    /// <param name="function">Given n inputs, 0 or 1 each, it answers 0 or 1.</param>
    /// <exception cref="ArgumentException"><paramref name="inputs"/> isn't from 1 to 10, or an answer isn't 0 or 1.</exception>
    public static TruthTable Of(int inputs, Func<int[], int> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        Check.That(inputs is >= 1 and <= MostInputs, $"A truth table of {inputs} inputs was asked for: it has 2^n rows, so n must be from 1 to {MostInputs}.");
        return new([.. Enumerable.Range(0, 1 << inputs).Select(row => function(InputsOf(row, inputs)))]);
    }

    /// <summary>All functions of n inputs, of which there are 2^(2^n): 4, 16, 256 or 65,536.</summary>
    /// <param name="inputs">n, from 1 to 4.</param>
    /// <returns>They are made one by one, in the order of counting in binary: FALSE is the first, TRUE the last.</returns>
    /// <exception cref="ArgumentException"><paramref name="inputs"/> isn't from 1 to 4.</exception>
    public static IEnumerable<TruthTable> All(int inputs)
    {
        Check.That(inputs is >= 1 and <= MostInputsOfAll,
            $"All functions of {inputs} inputs were asked for: n must be from 1 to {MostInputsOfAll}; with 5 there are 4,294,967,296 of them.");
        return Enumerable.Range(0, 1 << (1 << inputs)).Select(number => new TruthTable(InputsOf(number, 1 << inputs)));
    }

    /// <summary>Whether both have the same inputs and answers.</summary>
    public bool Equals(TruthTable? other) => other is not null && _outputs.AsSpan().SequenceEqual(other._outputs);

    /// <inheritdoc/>
    public override int GetHashCode() => _outputs.Aggregate(InputCount, HashCode.Combine);

    /// <summary>The table in text: a line of names, then a line for each row.</summary>
    public override string ToString() => TruthTableFormatterSource.PlainText(this);

    /// <summary>What switching an input on does to the answer: +1 if it mostly raises it, -1 if it mostly lowers it, else 0.</summary>
    /// <param name="input">Which input, counted from 0.</param>
    internal int EffectOf(int input)
    {
        var bit = 1 << (InputCount - 1 - input);
        return Math.Sign(_outputs.Select((output, row) => (row & bit) == 0 ? -output : output).Sum());
    }

    // The first input changes slowest, as the first digit does in counting.
    private static int[] InputsOf(int row, int inputs)
    {
        var values = new int[inputs];
        for (var i = 0; i < inputs; i++)
        {
            values[i] = (row >> (inputs - 1 - i)) & 1;
        }

        return values;
    }
}
