using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>Samples of a data set in a random order, which come from memory, since no processor foresees them: they are asked for ahead.</summary>
internal static unsafe class PickedSamples
{
    private const int Ahead = 4; // Samples.
    private const int LineLength = Cache.Line / sizeof(float);
    private const int MostLines = 64; // Of a sample: of a larger one the processor foresees the rest.

    /// <summary>Copies the samples one after the other.</summary>
    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(Tensor from, ReadOnlySpan<int> samples, float[] to)
    {
        var size = from.Array.Length / from.Count;
        for (var i = 0; i < samples.Length; i++)
        {
            if (i + Ahead < samples.Length)
            {
                AskFor(from.Array.AsSpan(samples[i + Ahead] * size, size));
            }

            from.Array.AsSpan(samples[i] * size, size).CopyTo(to.AsSpan(i * size));
        }
    }

    /// <summary>Has samples brought that will be wanted soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AskFor(Tensor from, ReadOnlySpan<int> samples)
    {
        var size = from.Array.Length / from.Count;
        foreach (var sample in samples)
        {
            AskFor(from.Array.AsSpan(sample * size, size));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AskFor(ReadOnlySpan<float> sample)
    {
        fixed (float* start = sample)
        {
            for (var i = 0; i < Math.Min(sample.Length, MostLines * LineLength); i += LineLength)
            {
                Cache.AskFor(start + i);
            }

            Cache.AskFor(start + sample.Length - 1); // A sample may begin inside of a line.
        }
    }
}
