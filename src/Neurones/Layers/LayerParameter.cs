namespace Neurones;

/// <summary>A parameter of a layer: its weights W or its biases b.</summary>
/// <param name="Name">W or b.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Deviation">The standard deviation of the normal distribution that its first values are drawn from; 0: they are 0.</param>
/// <param name="L1">How much the loss grows with its absolute values.</param>
/// <param name="L2">How much the loss grows with its squares.</param>
internal sealed record LayerParameter(string Name, TensorShape Shape, double Deviation = 0, double L1 = 0, double L2 = 0)
{
    /// <summary>Whether a matrix lies column by column, as its layer is fastest with; otherwise the last index runs fastest.</summary>
    public bool ByColumns { get; init; }

    /// <summary>Where the number lies that comes at this place when the last index runs fastest.</summary>
    public int PlaceOf(int index) => ByColumns ? ((index % Shape[1]) * Shape[0]) + (index / Shape[1]) : index;
}
