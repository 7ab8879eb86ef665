namespace Neurones;

/// <summary>
/// Layers of <see cref="ThresholdLogicUnit"/>s: each unit reads the answers of all units of the layer before it, save
/// those that it isn't connected to (weight 0). The last layer is one unit, whose answer is the network's.
/// </summary>
public sealed class ThresholdNetwork
{
    private readonly ThresholdLogicUnit[][] _layers;

    /// <summary>
    /// Connects units, such as <c>new ThresholdNetwork([onlyFirst, onlySecond], [ThresholdLogicUnit.Or()])</c>.
    /// </summary>
    /// <param name="layers">The units of each layer, the layer that reads the inputs first.</param>
    /// <exception cref="ArgumentException">A layer is empty, a unit has more or fewer inputs than there are to read, or the last layer isn't one unit.</exception>
    public ThresholdNetwork(params ThresholdLogicUnit[][] layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        Check.That(layers.Length > 0, $"The network has no layers: give one or more, the last of a single unit.");
        _layers = [.. layers.Select(layer => layer?.ToArray() ?? throw new ArgumentNullException(nameof(layers)))];
        for (var k = 0; k < _layers.Length; k++)
        {
            CheckLayer(k);
        }

        Check.That(_layers[^1].Length == 1, $"The last layer has {_layers[^1].Length} units: it must have one, whose answer is the network's.");
    }

    /// <summary>The units of each layer, the layer that reads the inputs first.</summary>
    public IReadOnlyList<IReadOnlyList<ThresholdLogicUnit>> Layers => [.. _layers.Select(Array.AsReadOnly)];

    /// <summary>How many inputs the network has.</summary>
    public int InputCount => _layers[0][0].InputCount;

    /// <summary>
    /// A network that computes a function, whatever it is: a first unit for each row of the table that answers 1, which
    /// fires on that row alone, and a second layer that answers 1 when one of them fires.
    /// </summary>
    /// <remarks>It shows that two layers can do everything; smaller networks often do it too.</remarks>
    /// <param name="function">What the network must answer.</param>
    public static ThresholdNetwork For(TruthTable function)
    {
        ArgumentNullException.ThrowIfNull(function);
        ThresholdLogicUnit[] rows = [.. function.Rows.Where(row => row.Output == 1).Select(row => OnlyAt(row.Inputs))];
        ThresholdLogicUnit[] layer = rows.Length > 0 ? rows : [Never(function.InputCount)];
        return new(layer, [ThresholdLogicUnit.Or(layer.Length)]);
    }

    /// <summary>The network's answer, 0 or 1.</summary>
    /// <param name="inputs">One for each input, 0 or 1.</param>
    /// <exception cref="ArgumentException">There are more or fewer inputs than the network has, or one isn't 0 or 1.</exception>
    public int Output(params int[] inputs)
    {
        ThresholdLogicUnit.CheckInputs(inputs, InputCount);
        var values = inputs;
        foreach (var layer in _layers)
        {
            values = Array.ConvertAll(layer, unit => unit.Output(values));
        }

        return values[0];
    }

    /// <summary>A line for each unit, such as "u1 = x1 - x2 >= 1"; the last one is y, the network's answer.</summary>
    public override string ToString()
    {
        var lines = new List<string>();
        var names = Names("x", 1, InputCount);
        foreach (var layer in _layers)
        {
            var answers = layer == _layers[^1] ? ["y"] : Names("u", lines.Count + 1, layer.Length);
            lines.AddRange(layer.Zip(answers, (unit, answer) => $"{answer} = {unit.Formula(names)}"));
            names = answers;
        }

        return string.Join('\n', lines);

        static string[] Names(string letter, int first, int count) =>
            [.. Enumerable.Range(first, count).Select(i => FormattableString.Invariant($"{letter}{i}"))];
    }

    private static ThresholdLogicUnit OnlyAt(int[] inputs) =>
        new([.. inputs.Select(input => input == 1 ? 1 : -1)], threshold: inputs.Sum());

    private static ThresholdLogicUnit Never(int inputs) => new(new int[inputs], threshold: 1);

    private void CheckLayer(int k)
    {
        Check.That(_layers[k].Length > 0, $"Layer {k + 1} has no units: give it one or more.");
        Check.That(!_layers[k].Contains(null!), $"Layer {k + 1} has a unit that is null: build it first.");
        var (expected, source) = k == 0 ? (InputCount, "its first unit has") : (_layers[k - 1].Length, "there are units in the layer before");
        for (var u = 0; u < _layers[k].Length; u++)
        {
            var unit = _layers[k][u];
            Check.That(unit.InputCount == expected,
                $"The number of inputs of unit {u + 1} of layer {k + 1} ({unit}) is {unit.InputCount} but must be {expected}, as many as {source}: give it a weight for each, 0 where it isn't connected.");
        }
    }
}
