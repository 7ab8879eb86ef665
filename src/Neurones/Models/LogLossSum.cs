using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>The log loss and the wrong answers of up to <see cref="MostSamples"/> samples, added up in the lanes of one register.</summary>
/// <remarks>
/// The loss of a sample is log(1 + exp(-|z|)), and |z| more when z is on the wrong side. The sum of the logarithms is the
/// logarithm of one product. What that product is more than 1 is kept instead of the product itself, so that tiny losses keep their digits.
/// </remarks>
internal struct LogLossSum<V>
    where V : struct, ILanes<V>
{
    /// <summary>The product of so many factors, each at most 2, is still a double.</summary>
    public const int MostSamples = 1000;

    private V _product;
    private V _distance;
    private V _wrong;

    /// <summary>Adds a sample in each lane: its logit, exp(-|z|) and its label.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(V z, V expOfMinusAbs, V y)
    {
        var (zero, one) = (V.All(0), V.All(1));
        var other = one - y;
        var distance = (other - y) * z;
        _product = V.MultiplyAdd(expOfMinusAbs, one + _product, _product);
        _distance += V.WhereLess(zero, distance, distance, zero);
        _wrong += V.WhereLess(z, zero, y, other);
    }

    /// <summary>The sum of the losses.</summary>
    public readonly double Loss()
    {
        Span<double> lanes = stackalloc double[V.Count];
        V.Store(_product, ref lanes[0], 0);
        for (var half = V.Count / 2; half > 0; half /= 2)
        {
            for (var k = 0; k < half; k++)
            {
                lanes[k] += lanes[k + half] * (1 + lanes[k]);
            }
        }

        return V.Sum(_distance) + Logits.LogOnePlus(lanes[0]);
    }

    /// <summary>Adds the loss of each lane to its own sum.</summary>
    public readonly void AddTo(Span<double> sums)
    {
        Span<double> lanes = stackalloc double[2 * V.Count];
        V.Store(_product, ref lanes[0], 0);
        V.Store(_distance, ref lanes[0], V.Count);
        for (var k = 0; k < V.Count; k++)
        {
            sums[k] += lanes[V.Count + k] + Logits.LogOnePlus(lanes[k]);
        }
    }

    /// <summary>How many answers are wrong.</summary>
    public readonly double Wrong() => V.Sum(_wrong);
}
