using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Neurones.Charts.Json;

/// <summary>Writes numbers with at most seven significant digits, more than a screen can show; NaN and infinity become null, a gap.</summary>
internal sealed class CompactNumberConverter : JsonConverter<double>
{
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (!double.IsFinite(value))
        {
            writer.WriteNullValue();
            return;
        }

        Span<byte> digits = stackalloc byte[32];
        value.TryFormat(digits, out var length, "G7", CultureInfo.InvariantCulture);
        writer.WriteRawValue(digits[..length], skipInputValidation: true);
    }

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Figures are only written.");
}
