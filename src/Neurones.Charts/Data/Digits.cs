namespace Neurones.Charts.Data;

/// <summary>Numbers as short as a drawing needs them.</summary>
internal static class Digits
{
    /// <summary>Two decimals at most.</summary>
    public static string Short(double value) => Invariant.Text(Math.Round(value, 2) + 0.0, "0.##");

    /// <summary>A number with its noun, "1 neuron" or "2 neurons".</summary>
    public static string Count(int count, string noun) => Invariant.Text($"{count} {noun}{(count == 1 ? "" : "s")}");
}
