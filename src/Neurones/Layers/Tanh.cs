namespace Neurones;

/// <summary>The activation a = tanh(z), from -1 to 1.</summary>
public sealed class Tanh : Layer
{
    /// <summary>"Tanh".</summary>
    public override string ToString() => nameof(Tanh);

    internal override TensorShape OutputFor(TensorShape input, string layer) => input;

    internal override LayerPass Pass(TensorShape input, TensorShape output, int samples, bool inPlace) =>
        new ActivationPass<TanhKernel>(input.Size, inPlace ? null : new float[samples * input.Size]);
}
