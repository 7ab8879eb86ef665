using System.Globalization;

namespace Neurones.Charts.Data;

/// <summary>Texts with numbers, written the same in every country.</summary>
internal static class Invariant
{
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
