namespace Neurones;

/// <summary>Gives the same numbers of each sample another shape: (784) becomes (28, 28, 1).</summary>
public sealed class Reshape : Layer
{
    /// <summary>A layer such as <c>new Reshape([28, 28, 1])</c>.</summary>
    /// <param name="shape">The new shape of a sample.</param>
    public Reshape(TensorShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Check.That(shape.Count > 0, $"Reshape needs a shape of an axis or more, such as [28, 28, 1].");
        Shape = shape;
    }

    /// <summary>The new shape of a sample.</summary>
    public TensorShape Shape { get; }

    /// <summary>Such as "Reshape(28x28x1)".</summary>
    public override string ToString() => $"Reshape({Shape})";

    internal override TensorShape OutputFor(TensorShape input, string layer)
    {
        Check.That(Shape.Size == input.Size, $"{layer} makes samples of {Shape.Size} numbers but gets {input}, of {input.Size}: choose a shape of {input.Size} numbers.");
        return Shape;
    }

    internal override LayerPass Pass(TensorShape input, TensorShape output, int samples, bool inPlace) => ReshapePass.Instance;
}
