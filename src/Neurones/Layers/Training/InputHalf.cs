namespace Neurones;

/// <summary>Half of a layer's inputs, and what the thread that has them writes.</summary>
/// <param name="start">The first input.</param>
/// <param name="end">The end of them.</param>
/// <param name="outputs">How many outputs the layer has.</param>
/// <param name="samples">The most samples at a time.</param>
internal sealed class InputHalf(int start, int end, int outputs, int samples)
{
    // Numbers to the next half: what a processor core fetches ahead beyond its own rows, it would take away from the core that writes there.
    private const int Apart = 4096;

    private readonly AlignedArray<float> _numbers = new(checked(((end - start) * outputs) + (samples * outputs) + Apart));

    public int Start => start;

    public int Count => end - start;

    /// <summary>Their weights, output by output.</summary>
    public Span<float> W => _numbers.Span[..(Count * outputs)];

    /// <summary>Their part of the logits, sample by sample.</summary>
    public Span<float> Z => _numbers.Span.Slice(Count * outputs, samples * outputs);

    /// <summary>The biases of a part of the logits: none.</summary>
    public float[] NoBias { get; } = new float[outputs];

    /// <summary>The weights of an output.</summary>
    public Span<float> WeightsOf(int output) => W.Slice(output * Count, Count);
}
