using System.Text.Json;
using System.Text.Unicode;
using Neurones.Protocol;

namespace Neurones.Player.Jupyter;

/// <summary>What both framings of a WebSocket share: JSON parts in, a message out, and the errors of bad ones.</summary>
public static class Frames
{
    /// <summary>The largest message taken from a client, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    internal static JsonElement ParseObject(ReadOnlySpan<byte> json, string part)
    {
        if (!Utf8.IsValid(json))
        {
            throw new InvalidDataException($"The {part} of a message isn't UTF-8.");
        }

        try
        {
            var reader = new Utf8JsonReader(json);
            var element = JsonElement.ParseValue(ref reader);
            if (reader.BytesConsumed != json.Length && json[(int)reader.BytesConsumed..].ContainsAnyExcept(" \t\r\n"u8))
            {
                throw new InvalidDataException($"The {part} of a message goes on after its JSON.");
            }

            return RequireObject(element, part);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The {part} of a message isn't JSON: {e.Message}", e);
        }
    }

    internal static JsonElement RequireObject(JsonElement element, string part) => element.ValueKind == JsonValueKind.Object
        ? element
        : throw new InvalidDataException($"The {part} of a message must be a JSON object, not {element.ValueKind}.");

    internal static JupyterMessage Message(string channel, JsonElement header, JsonElement parent, JsonElement metadata, JsonElement content) => new()
    {
        Channel = channel,
        Header = header,
        ParentHeader = parent,
        Metadata = metadata,
        Content = content,
    };
}
