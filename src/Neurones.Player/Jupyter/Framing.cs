using System.Net.WebSockets;
using Neurones.Protocol;

namespace Neurones.Player.Jupyter;

/// <summary>How messages are written into the frames of one WebSocket.</summary>
public sealed record Framing(string? Subprotocol, WebSocketMessageType FrameType, Func<JupyterMessage, byte[]> Encode)
{
    private static readonly Framing V1 = new(V1Framing.Subprotocol, WebSocketMessageType.Binary, V1Framing.Encode);
    private static readonly Framing Json = new(null, WebSocketMessageType.Text, JsonFraming.Encode);

    public static Framing Choose(IEnumerable<string> offered) => offered.Contains(V1Framing.Subprotocol) ? V1 : Json;

    /// <exception cref="InvalidDataException">The frame isn't a message.</exception>
    public JupyterMessage Decode(ReadOnlySpan<byte> frame, WebSocketMessageType type) => (Subprotocol, type) switch
    {
        (not null, WebSocketMessageType.Binary) => V1Framing.Decode(frame),
        (null, WebSocketMessageType.Text) => JsonFraming.Decode(frame),
        (null, WebSocketMessageType.Binary) => JsonFraming.DecodeBinary(frame),
        _ => throw new InvalidDataException($"A {type} frame does not belong to {Subprotocol}."),
    };
}
