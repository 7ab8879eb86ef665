using System.Runtime;

namespace Neurones.Kernel.Execution;

/// <summary>Runs a cell's code so that it can be stopped: by its token first, and then by force.</summary>
/// <remarks>
/// As the synchronization context of the cell it also runs what follows a top-level await, so that this can be stopped too.
/// Every piece gets a thread of its own: after one abort, the runtime never delivers a second one to the same thread.
/// </remarks>
internal sealed class CellInterrupt : SynchronizationContext, IDisposable
{
    /// <summary>How long a cell may take to end by itself once its token is cancelled.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private const int StackSize = 16 * 1024 * 1024;

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly List<Thread> _threads = [];
    private volatile bool _ended;

    /// <summary>Cancelled when the learner stops the cell.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Runs code to its end, or until it is stopped.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public T Run<T>(Func<Task<T>> code)
    {
        Task<T>? running = null;
        OperationCanceledException? stopped = null;
        StartThread(() => running = code(), e => stopped = e).Join();
        if (running is null)
            throw stopped ?? new OperationCanceledException(_abort.Token);

        try
        {
            running.WaitAsync(_abort.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_abort.IsCancellationRequested)
        {
            JoinAll();
            throw;
        }

        return running.Result;
    }

    /// <summary>Stops the cell; returns at once.</summary>
    public void Request()
    {
        if (_stop.IsCancellationRequested)
            return;
        _ = _stop.CancelAsync();
        new Thread(Force) { IsBackground = true }.Start();
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!_abort.IsCancellationRequested)
            StartThread(() => d(state), _ => { });
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>The cell has ended; what it left running is no longer stopped.</summary>
    public void Dispose() => _ended = true;

    private Thread StartThread(Action action, Action<OperationCanceledException> stopped)
    {
        var thread = new Thread(() => RunHere(action, stopped), StackSize) { IsBackground = true };
        lock (_threads)
            _threads.Add(thread);
        thread.Start();
        return thread;
    }

    private void RunHere(Action action, Action<OperationCanceledException> stopped)
    {
        SetSynchronizationContext(this);
        try
        {
#pragma warning disable SYSLIB0046 // The only way to stop a loop and keep the variables; the kernel's own state is protected from it.
            ControlledExecution.Run(action, _abort.Token);
#pragma warning restore SYSLIB0046
        }
        catch (OperationCanceledException e) when (_abort.IsCancellationRequested)
        {
            stopped(e);
        }
        finally
        {
            lock (_threads)
                _threads.Remove(Thread.CurrentThread);
        }
    }

    private void Force()
    {
        Thread.Sleep(Grace);
        if (_ended)
            return;

        // Cancel() comes back only when the threads have ended, and an abort doesn't wake one that sleeps or waits.
        new Thread(_abort.Cancel) { IsBackground = true }.Start();
        while (!_ended)
        {
            Thread.Sleep(50);
            foreach (var thread in Threads().Where(thread => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin)))
                thread.Interrupt();
        }
    }

    private void JoinAll()
    {
        foreach (var thread in Threads())
            thread.Join();
    }

    private Thread[] Threads()
    {
        lock (_threads)
            return [.. _threads];
    }
}
