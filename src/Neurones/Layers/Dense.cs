namespace Neurones;

/// <summary>A layer of neurons that each see all numbers of the sample: A = X W + b.</summary>
/// <remarks>W is (inputs, outputs), b is (outputs). An activation is a layer of its own, put behind it.</remarks>
public sealed class Dense : WeightedLayer
{
    /// <summary>A layer such as <c>new Dense(128)</c>.</summary>
    /// <param name="outputs">How many neurons it has, 1 or more.</param>
    /// <exception cref="ArgumentException">It has none.</exception>
    public Dense(int outputs)
    {
        Check.That(outputs > 0, $"A dense layer of {outputs} neurons was asked for: it has 1 neuron or more.");
        Outputs = outputs;
    }

    /// <summary>How many neurons it has.</summary>
    public int Outputs { get; }

    /// <summary>Such as "Dense(128)".</summary>
    public override string ToString() => FormattableString.Invariant($"Dense({Outputs})");

    internal override TensorShape OutputFor(TensorShape input, string layer)
    {
        Check.That(input.Count == 1, $"{layer} takes samples of one axis but gets {input}: put new Flatten() before it.");
        CheckSize((Int128)input.Size * Outputs, Outputs, layer);
        return [Outputs];
    }

    internal override IReadOnlyList<LayerParameter> ParametersFor(TensorShape input) => Parameters([input.Size, Outputs], input.Size, Outputs);

    internal override long WorkFor(TensorShape input) => (long)input.Size * Outputs;

    internal override LayerPass Pass(TensorShape input, TensorShape output, int samples, bool inPlace) => new DensePass(input.Size, Outputs, samples);
}
