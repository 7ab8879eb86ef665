using System.Text.Json;
using System.Text.Json.Serialization;

namespace Neurones;

/// <summary>A shape as a JSON array: [28,28,1].</summary>
internal sealed class TensorShapeConverter : JsonConverter<TensorShape>
{
    public override TensorShape? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<int[]>(ref reader, options) is { } lengths ? TensorShape.Of(lengths) : null;

    public override void Write(Utf8JsonWriter writer, TensorShape value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToArray(), options);
}
