using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Neurones.Player.Notebooks;

/// <summary>Reads the data of a plotly.js trace: numbers, texts, nested arrays, and typed arrays in base64.</summary>
internal static class FigureData
{
    /// <summary>Whether there is at least one value that is neither missing nor NaN nor infinite.</summary>
    public static bool HasValue(JsonNode? node) => node switch
    {
        JsonArray array => array.Any(HasValue),
        JsonObject { } typed when (string?)typed["bdata"] is { } bytes => TypedArrayHasValue((string?)typed["dtype"], bytes),
        JsonObject nested => nested.Any(property => property.Value is JsonArray or JsonObject && HasValue(property.Value)),
        JsonValue value => IsValue(value),
        _ => false,
    };

    private static bool IsValue(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => (string?)value is { Length: > 0 } text && !IsNotFinite(text),
        JsonValueKind.Null => false,
        _ => true,
    };

    // Numbers that JSON can't hold are sometimes written as texts.
    private static bool IsNotFinite(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsFinite(number);

    private static bool TypedArrayHasValue(string? type, string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
        {
            return false;
        }

        var data = bytes.AsSpan(0, length);
        return type switch
        {
            "f8" or "float64" => MemoryMarshal.Cast<byte, double>(data).ContainsAnyFinite(),
            "f4" or "float32" => MemoryMarshal.Cast<byte, float>(data).ContainsAnyFinite(),
            _ => length > 0,
        };
    }

    private static bool ContainsAnyFinite<T>(this Span<T> values)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        foreach (var value in values)
        {
            if (T.IsFinite(value))
            {
                return true;
            }
        }

        return false;
    }
}
