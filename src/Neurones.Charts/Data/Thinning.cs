using System.Collections.Immutable;

namespace Neurones.Charts.Data;

/// <summary>A long curve drawn with fewer points that looks the same: the lowest and the highest value of each stretch stay, and a gap.</summary>
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
            if (indices.Where(i => double.IsFinite(values[i])).ToArray() is { Length: > 0 } numbers)
            {
                kept.Add(numbers.MinBy(i => values[i]));
                kept.Add(numbers.MaxBy(i => values[i]));
            }

            kept.UnionWith(indices.Where(i => !double.IsFinite(values[i])).Take(1));
        }

        return [.. kept];
    }
}
