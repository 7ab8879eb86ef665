namespace Neurones;

/// <summary>Puts the numbers of a sample one after the other, as a dense layer takes them: (28, 28, 1) becomes (784).</summary>
public sealed class Flatten : Layer
{
    /// <summary>"Flatten".</summary>
    public override string ToString() => nameof(Flatten);

    internal override TensorShape OutputFor(TensorShape input, string layer) => [input.Size];

    internal override LayerPass Pass(TensorShape input, TensorShape output, int samples, bool inPlace) => ReshapePass.Instance;
}
