using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Neurones;

/// <summary>Samples of a data set in a random order, which come from memory, since no processor foresees them: they are asked for ahead.</summary>
internal static unsafe class PickedSamples
{
    private const int Ahead = 4; // Samples.
    private const int Line = 16; // Numbers in a line of the cache.
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AskFor(ReadOnlySpan<float> sample)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        fixed (float* start = sample)
        {
            for (var i = 0; i < Math.Min(sample.Length, MostLines * Line); i += Line)
            {
                Sse.PrefetchNonTemporal(start + i);
            }
        }
    }
}
