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
    private readonly KernelTraffic _traffic = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _life;
    private TaskCompletionSource<KernelProcess?> _process = NewSource<KernelProcess?>();
    private TaskCompletionSource<bool>? _restart;
    private TaskCompletionSource _restartWanted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _lastExit = "";

    public Kernel(string name, string folder, KernelOptions options)
    {
        Name = name;
        Folder = folder;
        _options = options;
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

    /// <summary>Passes a client's message on; while a new process starts, waits for it.</summary>
    public async Task SendAsync(JupyterMessage message, KernelClient? client)
    {
        var process = await _process.Task;
        var request = _traffic.Expect(message, client);
        try
        {
            if ((process is null || !await process.SendAsync(message)) && request is not null)
            {
                await _traffic.RefuseAsync(request, _lastExit);
            }
        }
        catch (InvalidDataException e) when (request is not null)
        {
            await _traffic.RefuseAsync(request, e.Message); // Too long or too deep for the pipe; the kernel is none the worse.
        }

        if (message.MessageType == "interrupt_request")
        {
            _ = EndUnlessStoppedAsync(process);
        }
    }

    /// <summary>Asks the running cell to stop; if it does not, its process is ended and replaced.</summary>
    public Task InterruptAsync() => SendAsync(JupyterMessage.Create(Channels.Control, "interrupt_request", Id), null);

    /// <summary>Replaces the process; true when the new one has answered.</summary>
    public async Task<bool> RestartAsync()
    {
        Task<bool> restarted;
        lock (_lock)
        {
            _restart ??= NewSource<bool>();
            restarted = _restart.Task;
            _restartWanted.TrySetResult();
            KillCurrent("The kernel was restarted");
        }

        return await restarted.WaitAsync(_closing.Token);
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

    private static TaskCompletionSource<T> NewSource<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task LiveAsync()
    {
        var failedStarts = 0;
        while (!_closing.IsCancellationRequested)
        {
            TaskCompletionSource<bool>? restarted;
            lock (_lock)
            {
                restarted = _restart;
                _restart = null;
                _restartWanted = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            var (answered, exit) = await LiveOnceAsync(restarted);
            restarted?.TrySetResult(false);
            failedStarts = answered ? 0 : failedStarts + 1;
            if (_closing.IsCancellationRequested)
            {
                break;
            }

            if (Volatile.Read(ref _restart) is not null)
            {
                _traffic.Forget();
                failedStarts = 0;
                continue;
            }

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

        _process.TrySetResult(null);
    }

    private async Task<(bool Answered, KernelExit Exit)> LiveOnceAsync(TaskCompletionSource<bool>? restarted)
    {
        var answered = false;
        try
        {
            await using var process = KernelProcess.Start(Folder, _options);
            var probe = JupyterMessage.Create(Channels.Shell, "kernel_info_request", Id);
            await process.SendAsync(probe);
            lock (_lock)
            {
                if (_restart is not null || _closing.IsCancellationRequested)
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
                if (!answered && message.ParentMessageId == probe.MessageId && message.Channel != Channels.IoPub)
                {
                    answered = true;
                    startLimit.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                    restarted?.TrySetResult(true);
                }

                // Once a restart is accepted, nothing more is heard from the old process.
                if (Volatile.Read(ref _restart) is null)
                {
                    await _traffic.PublishAsync(message);
                }
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
        await _traffic.PublishStatusAsync("dead");
        await Task.WhenAny(_restartWanted.Task, Task.Delay(Timeout.Infinite, _closing.Token));
        lock (_lock)
        {
            _process = NewSource<KernelProcess?>();
        }
    }

    private async Task EndUnlessStoppedAsync(KernelProcess? process)
    {
        var running = _traffic.RunningCell;
        await Task.Delay(Grace);
        if (running is not null && _traffic.RunningCell == running)
        {
            process?.Kill(FormattableString.Invariant($"The cell did not stop within {Grace.TotalSeconds} s of being interrupted, so its kernel was ended"));
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
