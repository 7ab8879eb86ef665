using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>The softmax of several samples at once, one in each lane.</summary>
internal readonly struct SoftmaxLanes<V>
    where V : struct, ILanes<V>
{
    private SoftmaxLanes(V best, V greatest, V others) => (Best, Greatest, Others) = (best, greatest, others);

    /// <summary>The class of the greatest logit, the first of equal ones.</summary>
    public V Best { get; }

    /// <summary>The greatest logit.</summary>
    public V Greatest { get; }

    /// <summary>Σ exp(z - greatest) over the other classes; with exp(0) = 1 for the best, the divisor of the softmax is 1 + this.</summary>
    /// <remarks>Kept apart, so that a loss near 0 keeps its digits: it is log(1 + others) + greatest - z of the true class.</remarks>
    public V Others { get; }

    /// <summary>Replaces the logits of the samples at z, whose classes follow each other at a distance, by their probabilities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SoftmaxLanes<V> Apply(ref double z, nint distance, int classes)
    {
        var (best, greatest) = (V.All(0), V.Load(ref z, 0));
        for (var c = 1; c < classes; c++)
        {
            var logit = V.Load(ref z, c * distance);
            best = V.WhereLess(greatest, logit, V.All(c), best);
            greatest = V.WhereLess(greatest, logit, logit, greatest);
        }

        var others = V.All(0);
        for (var c = 0; c < classes; c++)
        {
            var e = LaneMath.Exp(V.Load(ref z, c * distance) - greatest);
            V.Store(e, ref z, c * distance);
            others += V.WhereLess(V.Abs(best - V.All(c)), V.All(0.5), V.All(0), e);
        }

        var factor = V.All(1) / (V.All(1) + others);
        for (var c = 0; c < classes; c++)
        {
            V.Store(V.Load(ref z, c * distance) * factor, ref z, c * distance);
        }

        return new(best, greatest, others);
    }
}
