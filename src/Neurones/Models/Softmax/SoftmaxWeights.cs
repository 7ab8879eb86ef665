namespace Neurones;

/// <summary>
/// W and b, or their gradients, as the kernel takes them: the weights of each class, and the classes, are filled up with 0,
/// which adds nothing to any sum.
/// </summary>
internal sealed class SoftmaxWeights
{
    /// <summary>Classes at once: their sums for two rows, or for two registers of W, stay in registers.</summary>
    public const int Tile = 5;

    private readonly int _variables;
    private readonly int _classes;

    public SoftmaxWeights(int variables, int classes)
    {
        const int TwoRegisters = 16;
        (_variables, _classes) = (variables, classes);
        Stride = LogisticBatch.RoundUp(variables, TwoRegisters);
        Stride += Stride % 512 == 0 ? TwoRegisters : 0; // A multiple of 4096 bytes apart, they would compete for the same few places in the cache.
        b = new double[LogisticBatch.RoundUp(classes, Tile)];
        W = new(checked(b.Length * Stride));
    }

    /// <summary>Numbers from the start of one class's weights, or of one sample, to the next.</summary>
    public int Stride { get; }

    /// <summary>A row for each class.</summary>
    public AlignedArray<double> W { get; }

    public double[] b { get; }

    public void Clear()
    {
        W.Span.Clear();
        b.AsSpan().Clear();
    }

    /// <summary>Takes over parameters in the order of their layout.</summary>
    public void Load(ReadOnlySpan<double> parameters)
    {
        for (var c = 0; c < _classes; c++)
        {
            parameters.Slice(c * _variables, _variables).CopyTo(W.Span[(c * Stride)..]);
        }

        parameters[(_classes * _variables)..].CopyTo(b);
    }

    /// <summary>Adds these to parameters in the order of their layout.</summary>
    public void AddTo(Span<double> parameters)
    {
        for (var c = 0; c < _classes; c++)
        {
            VectorSums.AddScaled(W.Span.Slice(c * Stride, _variables), 1, parameters[(c * _variables)..]);
        }

        VectorSums.AddScaled(b.AsSpan(0, _classes), 1, parameters[(_classes * _variables)..]);
    }
}
