using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Neurones.Charts.Plotly;

namespace Neurones.Charts.Json;

/// <summary>Writes a colour stop as plotly.js wants it: <c>[0.5,"#ffffff"]</c>.</summary>
internal sealed class ColorStopConverter : JsonConverter<ColorStop>
{
    public override void Write(Utf8JsonWriter writer, ColorStop value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteRawValue(value.At.ToString("G7", CultureInfo.InvariantCulture));
        writer.WriteStringValue(value.Color);
        writer.WriteEndArray();
    }

    public override ColorStop Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Figures are only written.");
}
