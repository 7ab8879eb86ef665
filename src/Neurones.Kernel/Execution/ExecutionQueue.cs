using Neurones.Protocol;

namespace Neurones.Kernel.Execution;

/// <summary>The execute requests that wait, and the thread that runs them one after the other.</summary>
internal sealed class ExecutionQueue
{
    private readonly Queue<JupyterMessage> _waiting = new();
    private readonly CellRunner _runner;
    private readonly Rehearsal _rehearsal;
    private CellInterrupt? _running;

    public ExecutionQueue(CellRunner runner, Rehearsal rehearsal)
    {
        _runner = runner;
        _rehearsal = rehearsal;
        new Thread(RunForEver) { IsBackground = true, Name = "cells" }.Start();
    }

    public void Add(JupyterMessage request)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(request);
            Monitor.Pulse(_waiting);
        }
    }

    /// <summary>Stops the cell that runs, if any; returns at once.</summary>
    public void Interrupt()
    {
        lock (_waiting)
            _running?.Request();
    }

    private void RunForEver()
    {
        while (true)
        {
            while (NothingWaits() && _rehearsal.Step())
            {
            }

            if (!SomethingComes(SpareMemory.After))
                SpareMemory.GiveBack();
            var (request, interrupt) = Next();
            _runner.Run(request, interrupt, TakeWaiting);
            lock (_waiting)
                _running = null;
            interrupt.Dispose();
        }
    }

    private bool NothingWaits()
    {
        lock (_waiting)
            return _waiting.Count == 0;
    }

    private bool SomethingComes(TimeSpan within)
    {
        lock (_waiting)
            return _waiting.Count > 0 || Monitor.Wait(_waiting, within);
    }

    private (JupyterMessage Request, CellInterrupt Interrupt) Next()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0)
                Monitor.Wait(_waiting);
            return (_waiting.Dequeue(), _running = new CellInterrupt());
        }
    }

    private IReadOnlyList<JupyterMessage> TakeWaiting()
    {
        lock (_waiting)
        {
            JupyterMessage[] taken = [.. _waiting];
            _waiting.Clear();
            return taken;
        }
    }
}
