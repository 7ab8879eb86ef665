namespace Neurones;

/// <summary>What one pass computes: a layer, or several that are faster as one.</summary>
/// <param name="Layers">The layers, in order; only the first may have parameters.</param>
internal sealed record Stage(params IReadOnlyList<PlacedLayer> Layers)
{
    /// <summary>The shape of a sample that reaches it.</summary>
    public TensorShape Input => Layers[0].Input;

    /// <summary>The shape of its answer.</summary>
    public TensorShape Output => Layers[^1].Output;

    /// <summary>Where its parameters lie.</summary>
    public Range Parameters { get; } = Layers[0].Range;

    /// <summary>Whether it has any.</summary>
    public bool Learns => Layers[0].Length > 0;

    /// <summary>Numbers of an answer that are written down.</summary>
    public int Written => Layers[0].Layer is Flatten or Reshape ? 0 : Output.Size;

    /// <summary>The stages that compute the layers.</summary>
    public static IReadOnlyList<Stage> Of(IReadOnlyList<PlacedLayer> layers)
    {
        var stages = new List<Stage>();
        for (var l = 0; l < layers.Count; l += stages[^1].Layers.Count)
        {
            stages.Add(layers.Skip(l).Take(3).ToArray() is [{ Layer: Convolution2D }, { Layer: ReLU }, { Layer: MaxPooling2D }] pooled ? new(pooled) : new(layers[l]));
        }

        return stages;
    }

    /// <summary>What computes it for up to so many samples at a time.</summary>
    /// <param name="samples">The most samples at a time.</param>
    /// <param name="inPlace">Whether the answer may overwrite the input, if it is as large.</param>
    public LayerPass Pass(int samples, bool inPlace) => Layers is [{ Layer: Convolution2D convolution }, _, { Layer: MaxPooling2D pooling } last]
        ? new PooledConvolutionPass(convolution.ShapeFor(Input), pooling.ShapeFor(last.Input), samples)
        : Layers[0].Layer.Pass(Input, Output, samples, inPlace);
}
