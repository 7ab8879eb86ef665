using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Neurones.Protocol;

namespace Neurones.Player.Jupyter;

/// <summary>
/// The framing <c>v1.kernel.websocket.jupyter.org</c>: the number of offsets, the offsets (both 64-bit little-endian), then
/// channel, header, parent header, metadata and content, and after them raw buffers, which Neurones does not use.
/// </summary>
public static class V1Framing
{
    public const string Subprotocol = "v1.kernel.websocket.jupyter.org";

    private const int Parts = 5;
    private const int MaxOffsets = 1024;

    public static byte[] Encode(JupyterMessage message)
    {
        var channel = Encoding.UTF8.GetBytes(message.Channel);
        ReadOnlySpan<byte> header = JsonMarshal.GetRawUtf8Value(message.Header);
        ReadOnlySpan<byte> parent = JsonMarshal.GetRawUtf8Value(message.ParentHeader);
        ReadOnlySpan<byte> metadata = JsonMarshal.GetRawUtf8Value(message.Metadata);
        ReadOnlySpan<byte> content = JsonMarshal.GetRawUtf8Value(message.Content);

        const int prefix = 8 * (1 + Parts + 1);
        var frame = new byte[prefix + channel.Length + header.Length + parent.Length + metadata.Length + content.Length];
        var offset = prefix;
        BinaryPrimitives.WriteInt64LittleEndian(frame, Parts + 1);
        Put(0, channel);
        Put(1, header);
        Put(2, parent);
        Put(3, metadata);
        Put(4, content);
        BinaryPrimitives.WriteInt64LittleEndian(frame.AsSpan(8 * (Parts + 1)), offset);
        return frame;

        void Put(int part, ReadOnlySpan<byte> bytes)
        {
            BinaryPrimitives.WriteInt64LittleEndian(frame.AsSpan(8 * (part + 1)), offset);
            bytes.CopyTo(frame.AsSpan(offset));
            offset += bytes.Length;
        }
    }

    /// <exception cref="InvalidDataException">The frame's offsets leave it, or a part isn't a JSON object.</exception>
    public static JupyterMessage Decode(ReadOnlySpan<byte> frame)
    {
        var offsets = Offsets(frame);
        var channel = Encoding.UTF8.GetString(frame[offsets[0]..offsets[1]]);
        return Frames.Message(
            channel,
            Frames.ParseObject(frame[offsets[1]..offsets[2]], "header"),
            Frames.ParseObject(frame[offsets[2]..offsets[3]], "parent header"),
            Frames.ParseObject(frame[offsets[3]..offsets[4]], "metadata"),
            Frames.ParseObject(frame[offsets[4]..offsets[5]], "content"));
    }

    private static int[] Offsets(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 8)
        {
            throw new InvalidDataException($"A frame of {frame.Length} bytes is too short for its number of offsets.");
        }

        var count = BinaryPrimitives.ReadUInt64LittleEndian(frame);
        if (count is < Parts + 1 or > MaxOffsets || frame.Length < 8 * ((int)count + 1))
        {
            throw new InvalidDataException($"A frame of {frame.Length} bytes can't have {count} offsets.");
        }

        var offsets = new int[count];
        var least = 8 * (offsets.Length + 1);
        for (var i = 0; i < offsets.Length; i++)
        {
            var offset = BinaryPrimitives.ReadUInt64LittleEndian(frame[(8 * (i + 1))..]);
            if (offset < (ulong)least || offset > (ulong)frame.Length)
            {
                throw new InvalidDataException($"Offset {i} of a frame is {offset}, but must be from {least} to {frame.Length}.");
            }

            offsets[i] = least = (int)offset;
        }

        return offsets;
    }
}
