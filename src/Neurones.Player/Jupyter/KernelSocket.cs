using System.Buffers;
using System.Net.WebSockets;
using Neurones.Player.Server;
using Neurones.Protocol;

namespace Neurones.Player.Jupyter;

/// <summary>One WebSocket between a client and its kernel.</summary>
public sealed class KernelSocket(Kernel kernel, KernelClient client, WebSocket socket, Framing framing)
{
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
        await kernel.Clients.ConnectAsync(
            sessionId.Length > 0 ? sessionId : null,
            (client, cancellation) => new KernelSocket(kernel, client, socket, framing).RunAsync(cancellation));
    }

    private async Task RunAsync(CancellationToken replaced)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(replaced, kernel.Gone);
        var sending = SendAsync(ending.Token);
        var receiving = ReceiveAsync(ending.Token);
        await Task.WhenAny(sending, receiving);
        if (kernel.Gone.IsCancellationRequested)
        {
            await CloseAsync(WebSocketCloseStatus.NormalClosure, "The kernel is gone.");
        }

        await ending.CancelAsync();
        socket.Abort();
        await Task.WhenAll(sending, receiving);
    }

    private async Task SendAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var message = await client.Outbox.PeekAsync(cancellation);
                await socket.SendAsync(framing.Encode(message), framing.FrameType, endOfMessage: true, cancellation);
                client.Outbox.Remove();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The client keeps what was not sent, for its next socket.
        }
    }

    private async Task ReceiveAsync(CancellationToken cancellation)
    {
        var frame = new ArrayBufferWriter<byte>(16 * 1024);
        try
        {
            while (await ReceiveFrameAsync(frame, cancellation) is { } type)
            {
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
            await CloseAsync(WebSocketCloseStatus.InvalidPayloadData, "That was not a Jupyter message.");
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The socket is gone.
        }
    }

    /// <summary>Reads one whole frame; null when the client closed or sent too much.</summary>
    private async Task<WebSocketMessageType?> ReceiveFrameAsync(ArrayBufferWriter<byte> frame, CancellationToken cancellation)
    {
        while (true)
        {
            var received = await socket.ReceiveAsync(frame.GetMemory(16 * 1024), cancellation);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await CloseAsync(WebSocketCloseStatus.NormalClosure, "");
                return null;
            }

            frame.Advance(received.Count);
            if (frame.WrittenCount > Frames.MaxBytes)
            {
                await CloseAsync(WebSocketCloseStatus.MessageTooBig, $"A message may have {Frames.MaxBytes} bytes.");
                return null;
            }

            if (received.EndOfMessage)
            {
                return received.MessageType;
            }
        }
    }

    private async Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await socket.CloseOutputAsync(status, reason, limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Nobody listens any more.
        }
    }
}
