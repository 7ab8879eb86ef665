namespace Neurones;

/// <summary>A layer at its place in a model.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Place">Its place, counted from 1.</param>
/// <param name="Input">The shape of a sample that reaches it.</param>
/// <param name="Output">The shape of its answer.</param>
/// <param name="Start">Where its parameters begin among those of the model.</param>
internal sealed record PlacedLayer(Layer Layer, int Place, TensorShape Input, TensorShape Output, int Start)
{
    /// <summary>Its parameters, in the order in which they lie.</summary>
    public IReadOnlyList<LayerParameter> Parameters { get; } = Layer.ParametersFor(Input);

    /// <summary>How many numbers they have.</summary>
    public int Length => Parameters.Sum(parameter => parameter.Shape.Size);

    /// <summary>Where they lie.</summary>
    public Range Range => Start..checked(Start + Length);

    /// <summary>What a file calls one of them, such as "2.Dense.W".</summary>
    public string NameOf(LayerParameter parameter) => FormattableString.Invariant($"{Place}.{Layer.GetType().Name}.{parameter.Name}");

    /// <summary>Each parameter with the place of its numbers.</summary>
    public IEnumerable<(LayerParameter Parameter, int Start)> ParametersWithStarts()
    {
        var start = Start;
        foreach (var parameter in Parameters)
        {
            yield return (parameter, start);
            start += parameter.Shape.Size;
        }
    }
}
