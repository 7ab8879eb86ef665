using System.Net.WebSockets;
using System.Text.Json;
using Neurones.Player.Jupyter;
using Neurones.Protocol;

namespace Neurones.Player.Tests.Support;

/// <summary>A Jupyter client's WebSocket to one kernel.</summary>
public sealed class TestSocket : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly ClientWebSocket _socket = new();
    private readonly bool _v1;

    private TestSocket(string session, bool v1)
    {
        Session = session;
        _v1 = v1;
    }

    public string Session { get; }

    public WebSocket Socket => _socket;

    public static Task<TestSocket> OpenAsync(RunningServer server, string kernel, string? session = null, bool v1 = true, Action<ClientWebSocketOptions>? options = null) =>
        OpenAsync(server.Base, server.Token, kernel, session, v1, options);

    public static async Task<TestSocket> OpenAsync(Uri server, string token, string kernel, string? session = null, bool v1 = true, Action<ClientWebSocketOptions>? options = null)
    {
        var socket = new TestSocket(session ?? Guid.NewGuid().ToString(), v1);
        if (v1)
        {
            socket._socket.Options.AddSubProtocol(V1Framing.Subprotocol);
        }

        options?.Invoke(socket._socket.Options);
        var address = $"ws://{server.Authority}/api/kernels/{kernel}/channels?session_id={socket.Session}&token={token}";
        using var limit = new CancellationTokenSource(Limit);
        await socket._socket.ConnectAsync(new Uri(address), limit.Token);
        return socket;
    }

    public async Task<string> SendAsync(string type, object content, string channel = Channels.Shell)
    {
        var message = JupyterMessage.Create(channel, type, Session, content);
        await SendFrameAsync(_v1 ? V1Framing.Encode(message) : JsonFraming.Encode(message), _v1 ? WebSocketMessageType.Binary : WebSocketMessageType.Text);
        return message.MessageId;
    }

    public Task<string> ExecuteAsync(string code) => SendAsync("execute_request", new { code, silent = false, store_history = true, user_expressions = new { }, allow_stdin = false, stop_on_error = true });

    public Task SendFrameAsync(byte[] frame, WebSocketMessageType type) => _socket.SendAsync(frame, type, true, CancellationToken.None);

    /// <summary>The next message; null when the server closed.</summary>
    public async Task<JupyterMessage?> ReceiveAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        using var frame = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer, limit.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            frame.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
            {
                return _v1 ? V1Framing.Decode(frame.ToArray()) : JsonFraming.Decode(frame.ToArray());
            }
        }
    }

    /// <summary>Reads until a message fits, which it returns last.</summary>
    public async Task<List<JupyterMessage>> ReadUntilAsync(Func<JupyterMessage, bool> fits)
    {
        var messages = new List<JupyterMessage>();
        do
        {
            messages.Add(await ReceiveAsync() ?? throw new InvalidOperationException($"The server closed: {_socket.CloseStatus}."));
        }
        while (!fits(messages[^1]));
        return messages;
    }

    /// <summary>Reads until a request has ended, by its reply and its idle status; returns what belongs to it.</summary>
    public async Task<List<JupyterMessage>> FinishAsync(string request)
    {
        bool replied = false, idle = false;
        var messages = await ReadUntilAsync(message =>
        {
            var ours = message.ParentMessageId == request;
            replied |= ours && message.Channel != Channels.IoPub;
            idle |= ours && KernelMessages.ExecutionState(message) == "idle";
            return replied && idle;
        });
        return messages.FindAll(message => message.ParentMessageId == request);
    }

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}

public static class JupyterMessageAssertions
{
    public static string Text(this JupyterMessage message, string property) => message.Content.GetProperty(property).GetString()!;

    public static JupyterMessage Only(this IEnumerable<JupyterMessage> messages, string type)
    {
        var all = messages.ToList();
        var found = all.FindAll(message => message.MessageType == type);
        Assert.True(found.Count == 1, $"{found.Count} {type} among {string.Join(", ", all.Select(message => message.MessageType == "error" ? $"error {message.Text("evalue")}" : message.MessageType))}");
        return found[0];
    }

    public static string Data(this JupyterMessage message, string mimeType) => message.Content.GetProperty("data").GetProperty(mimeType) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
}
