using System.Collections.Immutable;

namespace Neurones.Charts.Data;

/// <summary>A range of numbers, from <paramref name="Min"/> to <paramref name="Max"/>.</summary>
internal readonly record struct Interval(double Min, double Max)
{
    /// <summary>The range of the values that are numbers; 0 to 1 when none is.</summary>
    public static Interval Of(IEnumerable<double> values)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Where(double.IsFinite))
        {
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        return min <= max ? new(min, max) : new(0, 1);
    }

    /// <summary>A range that was given as an argument of that name.</summary>
    /// <exception cref="ArgumentException">It is empty or not finite.</exception>
    public static Interval Checked((double Min, double Max) range, string name) =>
        double.IsFinite(range.Min) && double.IsFinite(range.Max) && range.Min < range.Max
            ? new(range.Min, range.Max)
            : throw new ArgumentException(Invariant.Text($"{name} goes from {range.Min} to {range.Max}: give a finite range whose first end is the smaller one."), name);

    public double Length => Max - Min;

    /// <summary>How far from 0 its farther end is.</summary>
    public double Largest => Math.Max(Math.Abs(Min), Math.Abs(Max));

    public ImmutableArray<double> Ends => [Min, Max];

    public bool Contains(double value) => value >= Min && value <= Max;

    /// <summary>A little more room on both sides, so that nothing lies on the edge.</summary>
    public Interval Padded(double share = 0.08)
    {
        var room = Length > 0 ? share * Length : 0.5;
        return new(Min - room, Max + room);
    }

    /// <summary>Evenly spaced numbers, both ends included.</summary>
    public ImmutableArray<double> Steps(int count)
    {
        var (min, step) = (Min, Length / (count - 1));
        return [.. Enumerable.Range(0, count).Select(i => min + (i * step))];
    }

    public override string ToString() => Invariant.Text($"{Min:G3} to {Max:G3}");
}
