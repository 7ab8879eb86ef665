using Neurones.Charts.Data;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>A weight or a bias, and the line that shows it.</summary>
internal sealed record Weight(string Name, double Value, (double X, double Y) Start, (double X, double Y) End)
{
    private const double PixelsPerUnit = 3.6;

    private static readonly double[] Shares = [0.3, 0.26, 0.34, 0.38, 0.42, 0.46, 0.5, 0.54, 0.58, 0.62, 0.66, 0.7, 0.74];
    private static readonly double[] Asides = [-11, 11, -14, 14];

    // A number's first, middle and last letter, in units from its place.
    private static readonly double[] Letters = [-2.5, 0, 2.5];

    public bool Positive => Value >= 0;

    /// <summary>A place on the line, from 0 at its start to 1.</summary>
    public (double X, double Y) At(double share) => (Start.X + (share * (End.X - Start.X)), Start.Y + (share * (End.Y - Start.Y)));

    /// <summary>How far a place is from the line, in pixels of a narrow figure.</summary>
    public double Distance((double X, double Y) place)
    {
        var (dx, dy) = (PixelsPerUnit * (End.X - Start.X), End.Y - Start.Y);
        var (px, py) = (PixelsPerUnit * (place.X - Start.X), place.Y - Start.Y);
        var share = Math.Clamp(((px * dx) + (py * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
        return Math.Sqrt(Math.Pow(px - (share * dx), 2) + Math.Pow(py - (share * dy), 2));
    }

    /// <summary>A place for each number beside its own line, where other lines and numbers are far.</summary>
    public static IEnumerable<(Weight Weight, Note Number)> Numbers(IReadOnlyList<Weight> weights)
    {
        var taken = new List<(double X, double Y)>();
        foreach (var weight in weights)
        {
            var best = Places(weight).MaxBy(place => Math.Min(
                weights.Min(line => Letters.Min(letter => line.Distance((place.X + letter, place.Y)))),
                taken.Select(other => 0.6 * Math.Max(Math.Abs(other.Y - place.Y), 0.4 * PixelsPerUnit * Math.Abs(other.X - place.X))).Append(100).Min()));
            taken.Add(best);
            yield return (weight, new Note(Math.Round(best.X, 2), Math.Round(best.Y, 2), Numerals.Short(weight.Value)));
        }

        static IEnumerable<(double X, double Y)> Places(Weight weight) =>
            from share in Shares
            from aside in Asides
            let place = weight.At(share)
            select (place.X, place.Y + aside);
    }
}
