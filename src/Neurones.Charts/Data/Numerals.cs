namespace Neurones.Charts.Data;

/// <summary>Numbers as short as a drawing needs them.</summary>
internal static class Numerals
{
    /// <summary>Two decimals at most.</summary>
    public static string Short(double value) => Invariant.Text(Math.Round(value, 2) + 0.0, "0.##");

    /// <summary>So many decimals, in a table; whole numbers have none.</summary>
    public static string Cell(double value, int decimals) => value == Math.Round(value) && Math.Abs(value) < 1000
        ? Invariant.Text(value + 0.0, "0")
        : Invariant.Text(Math.Round(value, decimals) + 0.0, "F" + Invariant.Text(decimals, "0"));

    /// <summary>A factor or a summand that isn't the first: a negative one stands in parentheses.</summary>
    public static string Next(string number) => number.StartsWith('-') ? $"({number})" : number;

    /// <summary>A number with its noun, "1 neuron" or "2 neurons".</summary>
    public static string Count(int count, string noun) => Count(count, noun, noun + "s");

    /// <summary>The same for a noun whose plural isn't made with an s.</summary>
    public static string Count(int count, string noun, string plural) => Invariant.Text($"{count} {(count == 1 ? noun : plural)}");
}
