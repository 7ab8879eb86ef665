using System.Globalization;

namespace Neurones.Kernel.Formatting;

/// <summary>Single values as text, always with the invariant culture.</summary>
internal static class Scalars
{
    /// <summary>Six significant digits are enough to compare by eye, and keep columns narrow.</summary>
    private const string ShortFormat = "G6";

    public static bool Is(object? value) =>
        value is null or string or bool or char or Type or Uri or Version || IsNumber(value) || value is Enum;

    /// <summary>Whether the value is written as a number, a date or the like. A matrix is formattable too, but no scalar.</summary>
    public static bool IsNumber(object? value) => value is ValueType and IFormattable and not Enum;

    public static string Short(object? value) => value switch
    {
        double or float or decimal or System.Numerics.Complex => ((IFormattable)value).ToString(ShortFormat, CultureInfo.InvariantCulture),
        _ => Full(value),
    };

    public static string Full(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        Type type => TypeNames.Of(type),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
