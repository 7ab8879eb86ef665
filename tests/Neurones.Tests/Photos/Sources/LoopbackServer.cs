using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Neurones.Tests.Photos.Sources;

/// <summary>What <see cref="LoopbackServer"/> sends: with CutAfter the connection ends after so many bytes of the body.</summary>
internal sealed record Answer(int Status, byte[] Body, string? ContentRange = null, int? CutAfter = null);

/// <summary>An HTTP server on this machine that can also do what servers shouldn't.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, long?, Answer?> _answer;
    private readonly Task _serving;

    /// <summary>Answers each request for (file, first byte wanted); null leaves the client waiting.</summary>
    public LoopbackServer(Func<string, long?, Answer?> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/"));

    /// <summary>What was asked for: file name, and the byte to begin with if a range was.</summary>
    public List<string> Requests { get; } = [];

    public void Dispose()
    {
        _listener.Stop();
        _serving.Wait(TimeSpan.FromSeconds(5));
    }

    private async Task ServeAsync()
    {
        var waiting = new List<TcpClient>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                if (await AnsweredAsync(client.GetStream()))
                {
                    client.Dispose();
                }
                else
                {
                    waiting.Add(client);
                }
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // The listener was stopped, while it waited or before it waited again.
        }

        waiting.ForEach(client => client.Dispose());
    }

    private async Task<bool> AnsweredAsync(NetworkStream stream)
    {
        try
        {
            return await AnswerAsync(stream);
        }
        catch (IOException)
        {
            return true; // The client left first.
        }
    }

    private async Task<bool> AnswerAsync(NetworkStream stream)
    {
        var reader = new StreamReader(stream, Encoding.ASCII);
        if (await reader.ReadLineAsync() is not { } request)
        {
            return true;
        }

        var file = request.Split(' ')[1].TrimStart('/');
        long? from = null;
        for (var line = await reader.ReadLineAsync(); !string.IsNullOrEmpty(line); line = await reader.ReadLineAsync())
        {
            from = line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase) ? long.Parse(line[13..].TrimEnd('-'), CultureInfo.InvariantCulture) : from;
        }

        Requests.Add(from is null ? file : string.Create(CultureInfo.InvariantCulture, $"{file} from {from}"));
        if (_answer(file, from) is not { } answer)
        {
            return false;
        }

        var range = answer.ContentRange is null ? "" : $"Content-Range: bytes {answer.ContentRange}\r\n";
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} Some Reason\r\nContent-Length: {answer.Body.Length}\r\n{range}Connection: close\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(answer.Body.AsMemory(0, answer.CutAfter ?? answer.Body.Length));
        return true;
    }
}
