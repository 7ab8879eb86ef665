using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Neurones.Player.Tests.Security;

/// <summary>The machine elsewhere that nothing may be said to: it hears, over TCP and UDP, whatever a browser sends to any host of evil.example.</summary>
internal sealed class Trap : IDisposable
{
    /// <summary>Makes a browser find the trap behind every name but our own.</summary>
    public const string BrowserArgument = "--host-resolver-rules=MAP *.evil.example 127.0.0.1";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly UdpClient _datagrams;
    private readonly ConcurrentQueue<string> _heard = new();

    public Trap()
    {
        _listener.Start();
        _datagrams = new UdpClient(new IPEndPoint(IPAddress.Loopback, Port));
        _ = ListenAsync();
        _ = HearDatagramsAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What was said to it. A connection without a word isn't: browsers open one for a navigation before they refuse it.</summary>
    public IReadOnlyCollection<string> Heard => _heard;

    /// <summary>Puts the trap's port where a text says TRAP.</summary>
    public string Set(string text) => text.Replace("TRAP", Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public void Dispose()
    {
        _listener.Dispose();
        _datagrams.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                _ = HearAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task HearAsync(TcpClient client)
    {
        using (client)
        {
            var words = new byte[2000];
            try
            {
                if (await client.GetStream().ReadAsync(words) is > 0 and var length)
                {
                    _heard.Enqueue(Encoding.Latin1.GetString(words, 0, length));
                }
            }
            catch (IOException)
            {
                // It hung up.
            }
        }
    }

    private async Task HearDatagramsAsync()
    {
        try
        {
            while (true)
            {
                _heard.Enqueue($"{(await _datagrams.ReceiveAsync()).Buffer.Length} bytes in a datagram");
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
