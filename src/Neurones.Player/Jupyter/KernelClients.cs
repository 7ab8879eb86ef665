using Neurones.Protocol;

namespace Neurones.Player.Jupyter;

/// <summary>The clients of one kernel, and those that lost their socket and may come back.</summary>
public sealed class KernelClients
{
    private const int MaxAway = 4;

    private readonly Lock _lock = new();
    private readonly List<(string? SessionId, KernelClient Client)> _clients = [];

    // Gathers what is said while nobody is there, for the first client to come.
    private KernelClient? _vacant = new();

    public int Connected
    {
        get
        {
            lock (_lock)
            {
                return _clients.Count(entry => entry.Client.Connected);
            }
        }
    }

    /// <summary>Runs a socket for the client that <paramref name="sessionId"/> names; null names a client that can't be told from others.</summary>
    public async Task ConnectAsync(string? sessionId, Func<KernelClient, CancellationToken, Task> connection)
    {
        var client = Enter(sessionId);
        try
        {
            await client.ConnectAsync(cancellation => connection(client, cancellation));
        }
        finally
        {
            Leave(sessionId, client);
        }
    }

    /// <summary>Sends to everyone; those who are slow are waited for together.</summary>
    public Task SendToAllAsync(JupyterMessage message) => Task.WhenAll(All().Select(client => client.SendAsync(message)));

    /// <summary>Empties everyone's outbox.</summary>
    public void DropUnsent()
    {
        foreach (var client in All())
        {
            client.Outbox.Clear();
        }
    }

    private List<KernelClient> All()
    {
        lock (_lock)
        {
            var clients = _clients.Select(entry => entry.Client);
            return [.. _vacant is null ? clients : clients.Append(_vacant)];
        }
    }

    private KernelClient Enter(string? sessionId)
    {
        lock (_lock)
        {
            if (sessionId is not null && _clients.Find(entry => entry.SessionId == sessionId).Client is { } known)
            {
                return known;
            }

            var client = _vacant ?? new KernelClient();
            _vacant = null;
            _clients.Add((sessionId, client));
            return client;
        }
    }

    private void Leave(string? sessionId, KernelClient client)
    {
        lock (_lock)
        {
            if (client.Connected)
            {
                return; // A newer socket has taken over.
            }

            if (sessionId is null)
            {
                _clients.RemoveAll(entry => entry.Client == client);
                _vacant = _clients.Count == 0 ? client : null;
                return;
            }

            // Who left last is forgotten last.
            if (_clients.RemoveAll(entry => entry.Client == client) > 0)
            {
                _clients.Add((sessionId, client));
            }

            var away = _clients.Where(entry => !entry.Client.Connected).ToList();
            foreach (var forgotten in away.SkipLast(MaxAway))
            {
                _clients.Remove(forgotten);
            }
        }
    }
}
