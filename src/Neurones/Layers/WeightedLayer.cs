namespace Neurones;

/// <summary>A layer that learns: one with weights W and biases b.</summary>
public abstract class WeightedLayer : Layer
{
    private protected WeightedLayer()
    {
    }

    /// <summary>How large the weights begin: Xavier unless told otherwise; He suits a ReLU behind the layer. The biases begin at 0.</summary>
    /// <exception cref="ArgumentException">There is no such initialisation.</exception>
    public WeightInitialisation Initialisation
    {
        get;
        init
        {
            Check.That(Enum.IsDefined(value), $"There is no initialisation {value}: use StandardNormal, Xavier or He.");
            field = value;
        }
    } = WeightInitialisation.Xavier;

    /// <summary>The penalty on large weights, L1 Σ|w|, added to what training makes small; 0 by default. It drives needless weights to 0.</summary>
    /// <exception cref="ArgumentException">It is below 0 or not finite.</exception>
    public double L1
    {
        get;
        init => field = CheckedPenalty(value, nameof(L1));
    }

    /// <summary>The penalty on large weights, L2 Σw², added to what training makes small; 0 by default. It keeps all weights small.</summary>
    /// <exception cref="ArgumentException">It is below 0 or not finite.</exception>
    public double L2
    {
        get;
        init => field = CheckedPenalty(value, nameof(L2));
    }

    /// <summary>W and b of a layer whose every output has so many inputs, and every input so many outputs.</summary>
    private protected IReadOnlyList<LayerParameter> Parameters(TensorShape weights, int inputs, int outputs) =>
    [
        new("W", weights, Initialisation.Deviation(inputs, outputs), L1, L2) { ByColumns = weights.Count == 2 },
        new("b", [weights[^1]]),
    ];

    /// <summary>An array can hold its weights, and its answer to a sample.</summary>
    private protected static void CheckSize(Int128 weights, Int128 answers, string layer) =>
        Check.That(weights <= Array.MaxLength && answers <= Array.MaxLength,
            $"{layer} would have {weights} weights and answer with {answers} numbers, but an array has at most {Array.MaxLength}: choose a smaller layer, or pool before it.");

    private static double CheckedPenalty(double value, string name)
    {
        Check.That(value >= 0 && double.IsFinite(value), $"{name} is {value}: a penalty is a finite number, 0 or more, such as 0.001.");
        return value;
    }
}
