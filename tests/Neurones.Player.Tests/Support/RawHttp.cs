using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Neurones.Player.Tests.Support;

/// <summary>Requests as bytes, without a client library that would tidy them.</summary>
public static class RawHttp
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Sends a request's lines and body; PORT stands for the server's port, TOKEN for its token.</summary>
    public static Task<RawAnswer> SendAsync(RunningServer server, string head, string body = "") => SendAsync(server, head, Bytes(server, body));

    public static async Task<RawAnswer> SendAsync(RunningServer server, string head, byte[] body)
    {
        using var client = await ConnectAsync(server);
        var closing = head.Contains("Connection:", StringComparison.Ordinal) ? "" : "Connection: close\n";
        await client.GetStream().WriteAsync((byte[])[.. Bytes(server, $"{head}\n{closing}\n"), .. body]);
        return await ReadAsync(client);
    }

    /// <summary>A GET with our own Host and further header lines.</summary>
    public static Task<RawAnswer> GetAsync(RunningServer server, string path, params string[] headers) => SendAsync(server, Request("GET", path, headers));

    public static string Request(string method, string path, params string[] headers) => string.Join('\n', [$"{method} {path} HTTP/1.1", "Host: 127.0.0.1:PORT", .. headers]);

    public static string[] Upgrade { get; } =
        ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="];

    public static async Task<TcpClient> ConnectAsync(RunningServer server)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Base.Port);
        return client;
    }

    public static byte[] Bytes(RunningServer server, string text) => Encoding.Latin1.GetBytes(text
        .Replace("\n", "\r\n", StringComparison.Ordinal)
        .Replace("PORT", server.Base.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("TOKEN", server.Token, StringComparison.Ordinal));

    /// <summary>Reads until the server closes.</summary>
    public static async Task<RawAnswer> ReadAsync(TcpClient client)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var answer = new MemoryStream();
        try
        {
            await client.GetStream().CopyToAsync(answer, limit.Token);
        }
        catch (IOException)
        {
            // Cut off: what came before counts.
        }

        var text = Encoding.Latin1.GetString(answer.ToArray());
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end < 0 ? new RawAnswer(0, text, "") : new RawAnswer(int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture), text[..end], text[(end + 4)..]);
    }
}

/// <summary>What came back; status 0 where nothing did.</summary>
public sealed record RawAnswer(int Status, string Head, string Body);
