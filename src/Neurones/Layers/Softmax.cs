namespace Neurones;

/// <summary>Turns k numbers into the probabilities of k classes: exp(z_i) / Σ exp(z_j). What it computes is shown by <see cref="SoftmaxFunctions"/>.</summary>
public sealed class Softmax : Layer
{
    /// <summary>"Softmax".</summary>
    public override string ToString() => nameof(Softmax);

    internal override TensorShape OutputFor(TensorShape input, string layer)
    {
        Check.That(input.Count == 1, $"{layer} takes one number for each class but gets {input}: put new Flatten() or new Dense(classes) before it.");
        Check.That(input.Size > 1, $"{layer} takes one number for each class but gets {input}: for two classes use new Sigmoid() instead, for more a Dense layer of as many neurons before it.");
        return input;
    }

    internal override LayerPass Pass(TensorShape input, TensorShape output, int samples, bool inPlace) =>
        new SoftmaxPass(input.Size, inPlace ? null : new float[samples * input.Size]);
}
