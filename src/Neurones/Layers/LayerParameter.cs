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

    /// <summary>Lays numbers whose last index runs fastest as the layer is fastest with.</summary>
    public void Lay(ReadOnlySpan<float> numbers, Span<float> laid) => Copy(numbers, ByColumns ? Shape[0] : 1, laid);

    /// <summary>The inverse of <see cref="Lay"/>.</summary>
    public void Collect(ReadOnlySpan<float> laid, Span<float> numbers) => Copy(laid, ByColumns ? Shape[1] : 1, numbers);

    // Transposed, if there is more than one row.
    private static void Copy(ReadOnlySpan<float> from, int rows, Span<float> to)
    {
        if (rows == 1)
        {
            from.CopyTo(to);
            return;
        }

        var columns = from.Length / rows;
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                to[(j * rows) + i] = from[(i * columns) + j];
            }
        }
    }
}
