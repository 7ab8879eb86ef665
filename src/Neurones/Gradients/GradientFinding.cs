namespace Neurones;

/// <summary>What the numbers of a wrong gradient have in common with the right ones.</summary>
internal static class GradientFinding
{
    private const double Close = 1e-4;

    public static string Of(string name, (int Row, int Column)[] places, double[] yours, double[] measured)
    {
        if (yours.Any(value => !double.IsFinite(value)))
        {
            return $"d{name} has numbers that are infinite or NaN.";
        }

        if (measured.Any(slope => !double.IsFinite(slope)))
        {
            return $"The loss is infinite or NaN when {name} moves a little, so no slope can be measured there: scale X, or choose other parameters.";
        }

        if (yours.All(value => value == 0))
        {
            return $"d{name} is 0 everywhere.";
        }

        if (CommonFactor(yours, measured) is { } factor)
        {
            return Math.Abs(factor + 1) < Close
                ? $"d{name} has the wrong sign: is something subtracted in the wrong order, such as y - A for A - y?"
                : FormattableString.Invariant($"d{name} is {factor:G6} times the measured slope everywhere: is a factor missing or too many, such as 1/m?");
        }

        return IsTranspose(places, yours, measured)
            ? $"d{name} is the transpose of what it must be: are the factors of its product in the wrong order?"
            : $"d{name} differs from place to place by different factors: a term or a derivative inside its formula is missing or wrong.";
    }

    /// <summary>The c for which yours = c measured everywhere, if there is one.</summary>
    private static double? CommonFactor(double[] yours, double[] measured)
    {
        var squares = measured.Sum(slope => slope * slope);
        if (squares == 0)
        {
            return null;
        }

        var factor = yours.Zip(measured, (a, n) => a * n).Sum() / squares;
        var largest = yours.Max(Math.Abs);
        return yours.Zip(measured).All(pair => Math.Abs(pair.First - (factor * pair.Second)) <= Close * largest) ? factor : null;
    }

    private static bool IsTranspose((int Row, int Column)[] places, double[] yours, double[] measured)
    {
        var slopes = places.Zip(measured).ToDictionary(pair => pair.First, pair => pair.Second);
        var pairs = places.Zip(yours).Where(pair => slopes.ContainsKey((pair.First.Column, pair.First.Row)))
            .Select(pair => (Yours: pair.Second, Mirrored: slopes[(pair.First.Column, pair.First.Row)])).ToArray();
        var largest = yours.Max(Math.Abs);
        return pairs.Length > 1 && pairs.Length * 2 >= places.Length && pairs.All(pair => Math.Abs(pair.Yours - pair.Mirrored) <= Close * largest);
    }
}
