using Neurones.Charts.Hosting;
using Neurones.Kernel.Messaging;
using Neurones.Kernel.Output;
using Neurones.Protocol;

namespace Neurones.Kernel.Execution;

/// <summary>Runs one execute_request from its busy to its idle.</summary>
internal sealed class CellRunner(CellEvaluator evaluator, CellOutputs outputs, Outbox outbox)
{
    private readonly MemoryReserve _reserve = new();
    private int _count;

    /// <summary>Runs the cell and answers.</summary>
    /// <param name="request">The execute_request.</param>
    /// <param name="interrupt">Stops it.</param>
    /// <param name="end">Called when its code has ended; given true, takes the requests that wait, which are aborted since this one failed and says so.</param>
    public void Run(JupyterMessage request, CellInterrupt interrupt, Func<bool, IReadOnlyList<JupyterMessage>> end)
    {
        outbox.BeginCell(request);
        var failure = Execute(request, interrupt);
        // Before the reply: what a client sends once it knows of the failure is meant to run.
        var aborted = end(failure is not null && request.Content.Flag("stop_on_error", true));
        Reply(request, failure);
        outbox.EndCell(request);
        foreach (var waiting in aborted)
            Abort(waiting);
    }

    /// <summary>Answers a request that will not be run.</summary>
    private void Abort(JupyterMessage request) => outbox.Answer(request, new { status = "aborted", execution_count = _count });

    private CellFailure? Execute(JupyterMessage request, CellInterrupt interrupt)
    {
        if (request.Content.Text("code") is not { } code)
            return CellFailure.Of(new ArgumentException("An execute_request needs its code as a string."), stopped: false);

        var silent = IsSilent(request);
        if (!silent)
        {
            _count++;
            outbox.Publish("execute_input", new { code, execution_count = _count }, request);
        }

        SafePoint.IsOn = false;
        outputs.Begin(request, silent);
        NotebookHost.Cancellation = interrupt.Token;
        try
        {
            if (evaluator.Evaluate(code, CellName(request), interrupt) is { } result)
                outputs.Result(result, _count);
            _reserve.Refill();
            return null;
        }
        catch (Exception e)
        {
            if (e is OutOfMemoryException)
                _reserve.Release();
            return CellFailure.Of(e, interrupt.Token.IsCancellationRequested);
        }
        finally
        {
            outputs.Flush();
        }
    }

    private void Reply(JupyterMessage request, CellFailure? failure)
    {
        if (failure is null)
        {
            outbox.Reply(request, new { status = "ok", execution_count = _count, payload = Array.Empty<object>(), user_expressions = new { } });
            return;
        }

        if (!IsSilent(request))
            outbox.Publish("error", new { ename = failure.Name, evalue = failure.Value, traceback = failure.Traceback }, request);
        outbox.Reply(request, new { status = "error", execution_count = _count, ename = failure.Name, evalue = failure.Value, traceback = failure.Traceback });
    }

    private static bool IsSilent(JupyterMessage request) => request.Content.Flag("silent", false);

    /// <summary>The name that errors give for the cell's lines: the client's, or the number of its run.</summary>
    private string CellName(JupyterMessage request) =>
        request.Metadata.Field("neurones")?.Text("cell") is { Length: > 0 and <= 80 } name && !name.Any(char.IsControl) ? name : $"cell-{_count:00}";
}
