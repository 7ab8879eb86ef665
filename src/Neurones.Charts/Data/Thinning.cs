using System.Collections.Immutable;

namespace Neurones.Charts.Data;

/// <summary>A long curve drawn with fewer points that looks the same: the lowest and the highest value of each stretch stay.</summary>
internal static class Thinning
{
    private const int Stretches = 1000;

    /// <summary>The indices to draw, in order; all of them when the curve is short.</summary>
    public static ImmutableArray<int> Indices(IReadOnlyList<double> values)
    {
        if (values.Count <= 2 * Stretches) return [.. Enumerable.Range(0, values.Count)];

        var kept = new SortedSet<int> { 0, values.Count - 1 };
        for (var stretch = 0; stretch < Stretches; stretch++)
        {
            var start = (int)((long)stretch * values.Count / Stretches);
            var end = (int)((stretch + 1L) * values.Count / Stretches);
            var indices = Enumerable.Range(start, end - start);
            kept.Add(indices.MinBy(i => values[i]));
            kept.Add(indices.MaxBy(i => values[i]));
        }

        return [.. kept];
    }
}
