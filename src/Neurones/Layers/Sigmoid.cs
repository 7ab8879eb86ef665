namespace Neurones;

/// <summary>The activation a = 1 / (1 + exp(-z)), from 0 to 1.</summary>
public sealed class Sigmoid : Layer
{
    /// <summary>"Sigmoid".</summary>
    public override string ToString() => nameof(Sigmoid);

    internal override TensorShape OutputFor(TensorShape input, string layer) => input;

    internal override LayerPass Pass(TensorShape input, TensorShape output, int samples, bool inPlace) =>
        new ActivationPass<SigmoidKernel>(input.Size, inPlace ? null : new float[samples * input.Size]);
}
