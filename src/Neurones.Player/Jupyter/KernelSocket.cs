using System.Buffers;
using System.Net.WebSockets;
using Neurones.Player.Server;
using Neurones.Protocol;

namespace Neurones.Player.Jupyter;

/// <summary>One WebSocket between a client and its kernel.</summary>
public sealed class KernelSocket(Kernel kernel, KernelClient client, WebSocket socket, Framing framing)
{
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(2);

    public static async Task AcceptAsync(HttpContext context, string id, KernelRegistry registry)
    {
        if (registry.Find(id) is not { } kernel)
        {
            await KernelEndpoints.Unknown(id).ExecuteAsync(context);
            return;
        }

        if (!context.WebSockets.IsWebSocketRequest)
        {
            await Problem.Json(StatusCodes.Status400BadRequest, "This address is for WebSockets only.").ExecuteAsync(context);
            return;
        }

        var framing = Framing.Choose(context.WebSockets.WebSocketRequestedProtocols);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(framing.Subprotocol);
        var sessionId = context.Request.Query["session_id"].ToString();
        await kernel.ConnectAsync(
            sessionId.Length > 0 ? sessionId : null,
            (client, cancellation) => new KernelSocket(kernel, client, socket, framing).RunAsync(cancellation));
    }

    private async Task RunAsync(CancellationToken replaced)
    {
        using var connection = CancellationTokenSource.CreateLinkedTokenSource(replaced);
        using var sendingEnds = CancellationTokenSource.CreateLinkedTokenSource(connection.Token, kernel.Gone);
        var receiving = ReceiveAsync(connection.Token);
        var sending = SendAsync(sendingEnds.Token, connection.Token);
        await Task.WhenAny(receiving, sending);

        // To cancel is to cut the connection, and the client would not read why: both sides get time to say goodbye.
        connection.CancelAfter(CloseLimit);
        await sendingEnds.CancelAsync();
        await sending;
        if (receiving.IsCompleted)
        {
            var (status, reason) = await receiving;
            await CloseAsync(status, reason, connection.Token);
            await AwaitCloseAsync(connection.Token);
        }
        else
        {
            await CloseAsync(WebSocketCloseStatus.NormalClosure, "The kernel is gone.", connection.Token);
        }

        await receiving;
    }

    private async Task SendAsync(CancellationToken ends, CancellationToken connection)
    {
        try
        {
            while (true)
            {
                var message = await client.Outbox.PeekAsync(ends);
                await socket.SendAsync(framing.Encode(message), framing.FrameType, endOfMessage: true, connection);
                client.Outbox.Remove(message);
            }
        }
        catch (Exception e) when (IsEndOfConnection(e))
        {
            // The client keeps what was not sent, for its next socket.
        }
    }

    /// <summary>Passes the client's messages on; returns why that ended.</summary>
    private async Task<(WebSocketCloseStatus Status, string Reason)> ReceiveAsync(CancellationToken connection)
    {
        var frame = new ArrayBufferWriter<byte>(16 * 1024);
        try
        {
            while (await ReceiveFrameAsync(frame, connection) is { } type)
            {
                if (frame.WrittenCount > Frames.MaxBytes)
                {
                    return (WebSocketCloseStatus.MessageTooBig, $"A message may have {Frames.MaxBytes} bytes.");
                }

                var message = framing.Decode(frame.WrittenSpan, type);
                frame.ResetWrittenCount();
                if (message.Channel is Channels.Shell or Channels.Control && message.MessageType.Length > 0)
                {
                    await kernel.SendAsync(message, client);
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // Not a message; or text in it is not Unicode, which JsonElement finds when it is read.
            return (WebSocketCloseStatus.InvalidPayloadData, "That was not a Jupyter message.");
        }
        catch (Exception e) when (IsEndOfConnection(e))
        {
            // There is nobody to say goodbye to.
        }

        return (WebSocketCloseStatus.NormalClosure, "");
    }

    /// <summary>Reads one frame, or as much of it as is too much; null when the client closed.</summary>
    private async Task<WebSocketMessageType?> ReceiveFrameAsync(ArrayBufferWriter<byte> frame, CancellationToken connection)
    {
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(frame.GetMemory(16 * 1024), connection);
            frame.Advance(received.Count);
        }
        while (!received.EndOfMessage && frame.WrittenCount <= Frames.MaxBytes);
        return received.MessageType == WebSocketMessageType.Close ? null : received.MessageType;
    }

    private async Task CloseAsync(WebSocketCloseStatus status, string reason, CancellationToken connection)
    {
        try
        {
            await socket.CloseOutputAsync(status, reason, connection);
        }
        catch (Exception e) when (IsEndOfConnection(e))
        {
            // Nobody listens any more.
        }
    }

    private async Task AwaitCloseAsync(CancellationToken connection)
    {
        try
        {
            var rest = new byte[16 * 1024];
            while (socket.State == WebSocketState.CloseSent)
            {
                await socket.ReceiveAsync(rest, connection);
            }
        }
        catch (Exception e) when (IsEndOfConnection(e))
        {
            // The client did not answer in time.
        }
    }

    private static bool IsEndOfConnection(Exception e) => e is OperationCanceledException or WebSocketException or ObjectDisposedException or InvalidOperationException;
}
