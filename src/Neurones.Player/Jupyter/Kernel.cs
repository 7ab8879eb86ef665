using Neurones.Player.Kernels;
using Neurones.Protocol;

namespace Neurones.Player.Jupyter;

/// <summary>A kernel as Jupyter's clients see it: one identifier and its clients, over a process that may be replaced.</summary>
public sealed class Kernel : IAsyncDisposable
{
    /// <summary>How many processes in a row may die before they have answered once.</summary>
    private const int MaxFailedStarts = 3;

    /// <summary>How long an interrupted cell may go on.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    private readonly KernelOptions _options;
    private readonly Lock _lock = new();
    private readonly KernelTraffic _traffic;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _life;
    private TaskCompletionSource<KernelProcess?> _process = NewSource<KernelProcess?>();

    // The process that lives, or that died last, is to be replaced because a client asked for it.
    private bool _restartWanted;
    private TaskCompletionSource _revived = NewSource();

    // Of all who asked for a restart since a process last answered: the next one that does answers them all.
    private TaskCompletionSource<bool>? _restarted;
    private string _lastExit = "";

    public Kernel(string name, string folder, KernelOptions options, TimeProvider clock)
    {
        Name = name;
        Folder = folder;
        _options = options;
        _traffic = new KernelTraffic(clock);
        _life = Task.Run(LiveAsync);
    }

    public string Id { get; } = Guid.NewGuid().ToString();

    public string Name { get; }

    public string Folder { get; }

    public KernelClients Clients => _traffic.Clients;

    public string ExecutionState => _traffic.ExecutionState;

    public DateTimeOffset LastActivity => _traffic.LastActivity;

    /// <summary>Cancelled when the kernel is gone for good.</summary>
    public CancellationToken Gone => _closing.Token;

    /// <summary>Runs a socket for the client that <paramref name="sessionId"/> names; null names a client that can't be told from others.</summary>
    public Task ConnectAsync(string? sessionId, Func<KernelClient, CancellationToken, Task> connection) => Clients.ConnectAsync(sessionId, async (client, cancellation) =>
    {
        try
        {
            await connection(client, cancellation);
        }
        finally
        {
            _traffic.Touch(); // Who lost the connection gets all the idle time to come back.
        }
    });

    /// <summary>Passes a client's message on; while a new process starts, waits for it.</summary>
    public async Task SendAsync(JupyterMessage message, KernelClient? client)
    {
        var process = await _process.Task;
        var running = _traffic.RunningCell;
        var isFull = _traffic.IsFull;
        var request = _traffic.Expect(message, client);
        try
        {
            if (isFull && request is not null)
            {
                await _traffic.RefuseAsync(request, FormattableString.Invariant($"{KernelTraffic.MaxPending} requests wait for this kernel already: interrupt the cell that runs, or restart the kernel."));
            }
            else if (process is null && request is not null)
            {
                await _traffic.RefuseAsync(request, _lastExit);
                await _traffic.PublishStatusAsync("dead"); // To a client that came, or came back, after it was said.
            }
            else if (process is not null && !await process.SendAsync(message) && request is not null)
            {
                await _traffic.RefuseAsync(request, (await process.Exited).Sentence);
            }
        }
        catch (InvalidDataException e) when (request is not null)
        {
            await _traffic.RefuseAsync(request, e.Message); // Too long or too deep for the pipe; the kernel is none the worse.
        }

        if (process is not null && request is { Message.MessageType: "interrupt_request" })
        {
            _ = EndUnlessStoppedAsync(process, request, running);
        }
    }

    /// <summary>Asks the running cell to stop; if it does not, its process is ended and replaced.</summary>
    public Task InterruptAsync() => SendAsync(JupyterMessage.Create(Channels.Control, "interrupt_request", Id), null);

    /// <summary>Replaces the process; true when a new one has answered, false when none does or the kernel is gone.</summary>
    public Task<bool> RestartAsync()
    {
        lock (_lock)
        {
            if (_closing.IsCancellationRequested)
            {
                return Task.FromResult(false);
            }

            _restarted ??= NewSource<bool>();
            _restartWanted = true;
            _revived.TrySetResult();
            KillCurrent("The kernel was restarted");
            _traffic.Silence();
            return _restarted.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        lock (_lock)
        {
            KillCurrent("The kernel was shut down");
        }

        await _life;
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource<T> NewSource<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task LiveAsync()
    {
        var failedStarts = 0;
        while (!_closing.IsCancellationRequested)
        {
            lock (_lock)
            {
                _restartWanted = false;
                _revived = NewSource();
            }

            var (answered, exit) = await LiveOnceAsync();
            if (_closing.IsCancellationRequested)
            {
                break;
            }

            if (Volatile.Read(ref _restartWanted))
            {
                _traffic.Forget();
                failedStarts = 0;
                continue;
            }

            failedStarts = answered ? 0 : failedStarts + 1;
            _lastExit = exit.Sentence;
            await _traffic.ReportAsync(exit.Sentence);
            if (failedStarts == MaxFailedStarts)
            {
                await BeDeadAsync();
                failedStarts = 0;
            }
            else
            {
                await _traffic.PublishStatusAsync("restarting");
            }
        }

        AnswerRestarts(false);
        _process.TrySetResult(null);
    }

    private async Task<(bool Answered, KernelExit Exit)> LiveOnceAsync()
    {
        var answered = false;
        try
        {
            await using var process = KernelProcess.Start(Folder, _options);
            var probe = JupyterMessage.Create(Channels.Shell, "kernel_info_request", Id);
            await process.SendAsync(probe);
            lock (_lock)
            {
                if (_restartWanted || _closing.IsCancellationRequested)
                {
                    process.Kill("The kernel was restarted");
                }
                else
                {
                    _process.TrySetResult(process);
                }
            }

            using var startLimit = new Timer(_ => process.Kill(FormattableString.Invariant($"The kernel did not answer within {_options.StartLimit.TotalSeconds} s of its start")));
            startLimit.Change(_options.StartLimit, Timeout.InfiniteTimeSpan);
            while (await process.ReceiveAsync() is { } message)
            {
                // Once a restart is accepted, nothing more is heard from the old process.
                if (Volatile.Read(ref _restartWanted))
                {
                    continue;
                }

                if (!answered && message.ParentMessageId == probe.MessageId && message.Channel != Channels.IoPub)
                {
                    answered = true;
                    startLimit.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                    AnswerRestarts(true);
                }

                await _traffic.PublishAsync(message);
            }

            return (answered, await process.Exited);
        }
        catch (KernelStartException e)
        {
            return (false, new KernelExit(e.Message));
        }
        finally
        {
            lock (_lock)
            {
                if (_process.Task.IsCompleted)
                {
                    _process = NewSource<KernelProcess?>();
                }
            }
        }
    }

    private async Task BeDeadAsync()
    {
        _process.TrySetResult(null);
        AnswerRestarts(false);
        await _traffic.PublishStatusAsync("dead");
        await Task.WhenAny(_revived.Task, Task.Delay(Timeout.Infinite, _closing.Token));
        lock (_lock)
        {
            _process = NewSource<KernelProcess?>();
        }
    }

    private void AnswerRestarts(bool success)
    {
        lock (_lock)
        {
            // One that was asked for since this process started waits for the next.
            if (!_restartWanted || _closing.IsCancellationRequested)
            {
                _restarted?.TrySetResult(success);
                _restarted = null;
            }
        }
    }

    // The kernel names the cell that it has told to stop. One that doesn't even answer is judged by what ran when it was asked.
    private async Task EndUnlessStoppedAsync(KernelProcess process, PendingRequest interrupt, PendingRequest? running)
    {
        await Task.Delay(Grace);
        var told = interrupt.Reply is { } reply ? KernelMessages.InterruptedCell(reply) : running?.Message.MessageId;
        if (told is not null && _traffic.RunningCell?.Message.MessageId == told)
        {
            process.Kill(FormattableString.Invariant($"The cell did not stop within {Grace.TotalSeconds} s of being interrupted, so its kernel was ended"));
        }
    }

    // Called under the lock.
    private void KillCurrent(string reason)
    {
        if (_process.Task is { IsCompletedSuccessfully: true, Result: { } process })
        {
            process.Kill(reason);
            _process = NewSource<KernelProcess?>();
        }
    }
}
