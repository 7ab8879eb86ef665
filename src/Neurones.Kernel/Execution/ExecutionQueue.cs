using Neurones.Protocol;

namespace Neurones.Kernel.Execution;

/// <summary>The execute requests that wait, and the thread that runs them one after the other.</summary>
internal sealed class ExecutionQueue
{
    private readonly Queue<Execution> _waiting = new();
    private readonly CellRunner _runner;
    private Execution? _running;

    public ExecutionQueue(CellRunner runner, Rehearsal rehearsal)
    {
        _runner = runner;
        new Thread(() => RunForEver(rehearsal)) { IsBackground = true, Name = "cells" }.Start();
    }

    public void Add(JupyterMessage request)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(new Execution(request, new CellInterrupt()));
            Monitor.Pulse(_waiting);
        }
    }

    /// <summary>Stops the cell that runs or is next to, and returns at once: with its request's identifier, or null when there is none.</summary>
    public string? Interrupt()
    {
        lock (_waiting)
        {
            var cell = _running ?? _waiting.FirstOrDefault();
            cell?.Interrupt.Request();
            return cell?.Request.MessageId;
        }
    }

    private void RunForEver(Rehearsal? rehearsal)
    {
        while (true)
        {
            while (rehearsal is not null && NothingWaits())
            {
                if (!rehearsal.Step())
                    rehearsal = null; // What it has compiled is spare memory from now on.
            }

            if (!SomethingComes(SpareMemory.After))
                SpareMemory.GiveBack();
            var (request, interrupt) = Next();
            _runner.Run(request, interrupt, End);
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

    private Execution Next()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0)
                Monitor.Wait(_waiting);
            return _running = _waiting.Dequeue();
        }
    }

    // From here on an interrupt is no longer meant for the cell that ran, although its reply is still to come.
    private IReadOnlyList<JupyterMessage> End(bool takeWaiting)
    {
        lock (_waiting)
        {
            _running = null;
            if (!takeWaiting)
                return [];
            Execution[] taken = [.. _waiting];
            _waiting.Clear();
            foreach (var cell in taken)
                cell.Interrupt.Dispose();
            return [.. taken.Select(cell => cell.Request)];
        }
    }

    private sealed record Execution(JupyterMessage Request, CellInterrupt Interrupt);
}
