using Neurones.Protocol;

namespace Neurones.Player.Jupyter;

/// <summary>One client of a kernel, known by its <c>session_id</c>. It outlives its sockets: what it misses waits in its outbox.</summary>
public sealed class KernelClient
{
    /// <summary>
    /// How long a client may leave its outbox full before its socket is given up, so that it can't hold up the others; shorter than
    /// what an interrupted cell is given to end, since an interrupt may wait behind it.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private CancellationTokenSource? _socket;
    private Task _lastConnection = Task.CompletedTask;

    public Outbox Outbox { get; } = new();

    public bool Connected => Volatile.Read(ref _socket) is not null;

    /// <summary>Runs <paramref name="connection"/> as this client's only socket: an older one is cancelled and waited for.</summary>
    public async Task ConnectAsync(Func<CancellationToken, Task> connection)
    {
        using var socket = new CancellationTokenSource();
        if (Interlocked.Exchange(ref _socket, socket) is { } stale)
        {
            await CancelAsync(stale);
        }

        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Interlocked.Exchange(ref _lastConnection, ended.Task);
        try
        {
            await connection(socket.Token);
        }
        finally
        {
            Interlocked.CompareExchange(ref _socket, null, socket);
            ended.SetResult();
        }
    }

    /// <summary>Sends, or keeps for later; waits for a slow reader, which slows a flooding cell down.</summary>
    public async Task SendAsync(JupyterMessage message)
    {
        if (Volatile.Read(ref _socket) is { } socket)
        {
            if (await Outbox.AddAsync(message, Patience))
            {
                return;
            }

            await CancelAsync(socket);
            Interlocked.CompareExchange(ref _socket, null, socket); // The next message must not wait for it again.
        }

        Outbox.AddDroppingOldest(message);
    }

    private static async Task CancelAsync(CancellationTokenSource socket)
    {
        try
        {
            await socket.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // That socket closed in this moment.
        }
    }
}
