using Neurones.Kernel.Formatting;
using Neurones.Kernel.Messaging;
using Neurones.Kernel.Output;
using Neurones.Kernel.References;
using Neurones.Kernel.Scripting;
using Neurones.Protocol;

namespace Neurones.Kernel.Execution;

/// <summary>Runs one execute_request from its busy to its idle.</summary>
internal sealed class CellRunner(ScriptSession session, ReferenceSet references, CellOutputs outputs, Outbox outbox)
{
    private int _count;

    /// <summary>Compiles and runs a first cell for nothing, so that the learner's first one doesn't wait for the compiler to warm up.</summary>
    public void WarmUp()
    {
        using var interrupt = new CellInterrupt();
        Evaluate(new ScriptSession(references), "1 + 1", "warm-up", interrupt);
    }

    /// <summary>Runs the cell and answers.</summary>
    /// <returns>False when cells that wait should not run: this one failed and says so.</returns>
    public bool Run(JupyterMessage request, CellInterrupt interrupt)
    {
        outbox.Status("busy", request);
        var succeeded = Execute(request, interrupt);
        outbox.Status("idle", request);
        return succeeded || !request.Content.Flag("stop_on_error", true);
    }

    /// <summary>Answers a request that will not be run.</summary>
    public void Abort(JupyterMessage request)
    {
        outbox.Status("busy", request);
        outbox.Reply(request, new { status = "aborted", execution_count = _count });
        outbox.Status("idle", request);
    }

    private bool Execute(JupyterMessage request, CellInterrupt interrupt)
    {
        var silent = request.Content.Flag("silent", false);
        if (request.Content.Text("code") is not { } code)
        {
            Fail(request, new("InvalidRequest", "An execute_request needs its code as a string.", ["An execute_request needs its code as a string."]), silent);
            return false;
        }

        if (!silent)
        {
            _count++;
            outbox.Publish("execute_input", new { code, execution_count = _count }, request);
        }

        outputs.Begin(request, silent);
        try
        {
            if (Evaluate(session, code, CellName(request), interrupt) is { } result)
                outputs.Result(result, _count);
            outputs.Flush();
            outbox.Reply(request, new { status = "ok", execution_count = _count, payload = Array.Empty<object>(), user_expressions = new { } });
            return true;
        }
        catch (Exception e)
        {
            outputs.Flush();
            Fail(request, CellFailure.Of(e, interrupt.Token.IsCancellationRequested), silent);
            return false;
        }
    }

    /// <summary>The cell's value in the forms it is shown in; null where there is nothing to show.</summary>
    private MimeBundle? Evaluate(ScriptSession inSession, string code, string name, CellInterrupt interrupt)
    {
        var source = CellSource.Parse(code, name, ScriptSession.ParseOptions);
        references.Apply(source.Directives, interrupt.Token);
        var cell = inSession.Compile(source, interrupt.Token);
        return interrupt.Run(async () =>
        {
            var value = await cell.Start();
            return value is null && !cell.EndsWithValue || value is DisplayedValue ? null : Formatter.Format(value);
        });
    }

    private void Fail(JupyterMessage request, CellFailure failure, bool silent)
    {
        if (!silent)
            outbox.Publish("error", new { ename = failure.Name, evalue = failure.Value, traceback = failure.Traceback }, request);
        outbox.Reply(request, new { status = "error", execution_count = _count, ename = failure.Name, evalue = failure.Value, traceback = failure.Traceback });
    }

    /// <summary>The name that errors give for the cell's lines: the client's, or the number of its run.</summary>
    private string CellName(JupyterMessage request) =>
        request.Metadata.Field("neurones")?.Text("cell") is { Length: > 0 and <= 80 } name && !name.Any(char.IsControl) ? name : $"cell-{_count:00}";
}
