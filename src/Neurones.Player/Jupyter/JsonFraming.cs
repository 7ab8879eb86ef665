using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using Neurones.Protocol;

namespace Neurones.Player.Jupyter;

/// <summary>
/// The default framing: one JSON object a text frame. A client's message with buffers comes as a binary frame: the number of
/// parts and their offsets (32-bit big-endian), the JSON, then the buffers, which Neurones does not use.
/// </summary>
public static class JsonFraming
{
    private static readonly JsonElement Empty = JsonSerializer.SerializeToElement(new object());

    public static byte[] Encode(JupyterMessage message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("channel", message.Channel);
        writer.WriteString("msg_id", message.MessageId);
        writer.WriteString("msg_type", message.MessageType);
        Write("header", message.Header);
        Write("parent_header", message.ParentHeader);
        Write("metadata", message.Metadata);
        Write("content", message.Content);
        writer.WriteStartArray("buffers");
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();

        void Write(string name, JsonElement value)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
        }
    }

    /// <exception cref="InvalidDataException">The text isn't a message.</exception>
    public static JupyterMessage Decode(ReadOnlySpan<byte> json)
    {
        var message = Frames.ParseObject(json, "whole");
        try
        {
            var channel = message.TryGetProperty("channel", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : Channels.Shell;
            return Frames.Message(channel, Part("header"), Part("parent_header"), Part("metadata"), Part("content"));
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException("A message holds half a character.", e); // an escape of one surrogate, in a channel or a name
        }

        JsonElement Part(string part) => message.TryGetProperty(part, out var value) && value.ValueKind != JsonValueKind.Null
            ? Frames.RequireObject(value, part)
            : Empty;
    }

    /// <exception cref="InvalidDataException">The frame's offsets leave it, or its JSON isn't a message.</exception>
    public static JupyterMessage DecodeBinary(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 8)
        {
            throw new InvalidDataException($"A binary frame of {frame.Length} bytes is too short for its offsets.");
        }

        var parts = BinaryPrimitives.ReadUInt32BigEndian(frame);
        var start = BinaryPrimitives.ReadUInt32BigEndian(frame[4..]);
        var end = parts > 1 && frame.Length >= 12 ? BinaryPrimitives.ReadUInt32BigEndian(frame[8..]) : (uint)frame.Length;
        if (parts is 0 or > 1024 || start < 4 * (parts + 1) || end < start || end > frame.Length)
        {
            throw new InvalidDataException($"A binary frame of {frame.Length} bytes can't have its JSON from {start} to {end} as the first of {parts} parts.");
        }

        return Decode(frame[(int)start..(int)end]);
    }
}
