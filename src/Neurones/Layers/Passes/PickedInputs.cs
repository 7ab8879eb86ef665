namespace Neurones;

/// <summary>Some of the inputs of some samples, in place: what a product of <see cref="NarrowDense"/> reads.</summary>
/// <param name="X">A data set, sample by sample.</param>
/// <param name="size">Numbers of a sample.</param>
/// <param name="samples">Which samples, by their places in the data set.</param>
internal readonly ref struct PickedInputs(ReadOnlySpan<float> X, int size, ReadOnlySpan<int> samples)
{
    public ReadOnlySpan<float> X { get; } = X;

    /// <summary>Numbers of a sample.</summary>
    public int Size { get; } = size;

    public ReadOnlySpan<int> Samples { get; } = samples;

    /// <summary>The first number taken of each sample.</summary>
    public int Start { get; init; }

    /// <summary>How many are taken.</summary>
    public int Count { get; init; } = size;

    /// <summary>Samples that will be wanted soon, to be asked for meanwhile: a hint, which layers of five outputs or fewer follow for every other one.</summary>
    public ReadOnlySpan<int> Next { get; init; }

    /// <summary>The sample to ask for while that at a place among <see cref="Samples"/> is computed: itself, if no other is wanted.</summary>
    public int NextAfter(int place) => place < Next.Length ? Next[place] : Samples[place];
}
