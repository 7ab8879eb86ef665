namespace Neurones.Kernel.Execution;

/// <summary>Runs a cell's code so that it can be stopped and the variables of the notebook survive.</summary>
/// <remarks>
/// The cell's token comes first. Then every loop turn, print and display of the cell throws (<see cref="SafePoint"/>), sleeping and
/// waiting end, and what a cell awaits is abandoned. The runtime's own way, ControlledExecution, is not used: measured on .NET 10, its
/// abort ended the process for most loops over LINQ and for one in ten plain loops. A library call that never ends is left to the
/// parent, which kills the process.
/// </remarks>
internal sealed class CellInterrupt : IDisposable
{
    /// <summary>How long a cell may take to end by itself once its token is cancelled.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    /// <summary>How long what is awaited may then take to come to a safe point.</summary>
    private static readonly TimeSpan AwaitGrace = TimeSpan.FromMilliseconds(300);

    private const int StackSize = 16 * 1024 * 1024;

    private static readonly AsyncLocal<CellInterrupt?> OfThisFlow = new();

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abandon = new();
    private Thread? _thread;
    private volatile bool _mustEnd;
    private volatile bool _ended;

    /// <summary>Cancelled when the learner stops the cell.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Runs code to its end, or until it is stopped.</summary>
    /// <exception cref="OperationCanceledException">It was stopped while it awaited something.</exception>
    public T Run<T>(Func<Task<T>> code)
    {
        Task<T>? running = null;
        _thread = new Thread(
            () =>
            {
                OfThisFlow.Value = this;
                running = Start(code);
            },
            StackSize)
        { IsBackground = true };
        _thread.Start();
        _thread.Join();
        running!.WaitAsync(_abandon.Token).GetAwaiter().GetResult();
        return running.Result;
    }

    /// <summary>Stops the cell; returns at once.</summary>
    public void Request()
    {
        if (_stop.IsCancellationRequested)
            return;
        _ = _stop.CancelAsync();
        new Thread(Insist) { IsBackground = true }.Start();
    }

    /// <summary>The cell has ended; what it left running goes on.</summary>
    public void Dispose() => _ended = true;

    /// <summary>Ends the code that calls if it belongs to a cell that must end.</summary>
    /// <remarks>Not on a thread that the cell made itself: the exception would end the process.</remarks>
    /// <exception cref="OperationCanceledException">The cell must end.</exception>
    public static void ThrowIfMustEnd()
    {
        if (OfThisFlow.Value is { _mustEnd: true } cell && (Thread.CurrentThread.IsThreadPoolThread || Thread.CurrentThread == cell._thread))
            throw new OperationCanceledException(cell.Token);
    }

    // An async method, so that an exception of the part before the first await comes with the task too.
    private static async Task<T> Start<T>(Func<Task<T>> code) => await code();

    private void Insist()
    {
        Thread.Sleep(Grace);
        _mustEnd = true;
        if (!_ended)
            SafePoint.IsOn = true;
        _abandon.CancelAfter(AwaitGrace);
        while (!_ended)
        {
            if (_thread is { } thread && thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
                thread.Interrupt();
            Thread.Sleep(50);
        }
    }
}
