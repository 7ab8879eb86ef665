namespace Neurones;

/// <summary>The activation a = max(z, 0), the rectified linear unit.</summary>
public sealed class ReLU : Layer
{
    /// <summary>"ReLU".</summary>
    public override string ToString() => nameof(ReLU);

    internal override TensorShape OutputFor(TensorShape input, string layer) => input;

    internal override LayerPass Pass(TensorShape input, TensorShape output, int samples, bool inPlace) =>
        new ActivationPass<ReLUKernel>(input.Size, inPlace ? null : new float[samples * input.Size]);
}
