using System.Diagnostics;
using Neurones.Player.Kernels;

namespace Neurones.Player.Notebooks;

/// <summary>Runs a notebook's cells in order in a kernel of their own, and stops at the first that fails.</summary>
public sealed class NotebookRunner(KernelOptions options, TimeSpan cellLimit, IRunProgress progress)
{
    /// <summary>Runs <paramref name="notebook"/>, whose outputs it replaces, with <paramref name="folder"/> as the kernel's working folder.</summary>
    /// <exception cref="OperationCanceledException">The run was interrupted; what ran is in the notebook.</exception>
    public async Task<NotebookReport> RunAsync(Notebook notebook, string folder, CancellationToken cancellation = default)
    {
        var clock = Stopwatch.StartNew();
        notebook.ClearOutputs();
        var outcomes = new List<CellOutcome>();
        NotebookFailure? failure = null;
        string? skipped = null;
        try
        {
            await using var kernel = await HeadlessKernel.StartAsync(folder, options, cancellation);
            var outputs = new CellOutputs();
            foreach (var cell in notebook.CodeCells)
            {
                var cellClock = Stopwatch.StartNew();
                progress.CellStarted(cell, notebook.CodeCells.Count);
                (var outcome, failure, skipped) = cell.IsSkipped ? new CellResult(CellOutcome.Skipped) : await RunCellAsync(kernel, cell, outputs, cancellation);
                outcomes.Add(outcome);
                progress.CellEnded(cell, notebook.CodeCells.Count, outcome, cellClock.Elapsed);
                if (failure is not null || skipped is not null)
                {
                    break;
                }
            }
        }
        catch (KernelStartException e)
        {
            failure = new NotebookFailure(e.Message);
        }

        return new NotebookReport(
            outcomes.Count(outcome => outcome != CellOutcome.Skipped),
            notebook.CodeCells.Sum(cell => FigureCheck.Figures(cell.Outputs).Count()),
            outcomes.Count(outcome => outcome == CellOutcome.Unfinished),
            clock.Elapsed,
            failure)
        {
            Skipped = skipped,
        };
    }

    private async Task<CellResult> RunCellAsync(HeadlessKernel kernel, NotebookCell cell, CellOutputs outputs, CancellationToken cancellation)
    {
        CellError? error;
        try
        {
            var reply = await kernel.ExecuteAsync(cell, cellLimit, message => outputs.Add(cell, message), cancellation);
            error = CellError.FromReply(reply, cell.Name);
        }
        catch (KernelStoppedException e)
        {
            error = new CellError("KernelStopped", e.Message);
            outputs.AddError(cell, error);
            return Failed(error.Message);
        }

        if (error is { IsNotImplemented: true } && cell.IsExercise)
        {
            return new CellResult(CellOutcome.Unfinished);
        }

        if (error is { IsPackageNotRestored: true } && cell.HasOptionalPackages)
        {
            return new CellResult(CellOutcome.Skipped, Skipped: error.Message);
        }

        if (cell.RaisesException)
        {
            return error is null ? Failed("It is tagged raises-exception, but raised none.") : new CellResult(CellOutcome.Ok);
        }

        return error is not null ? Failed($"{error.Name}: {error.Message}", error.Line)
            : FigureCheck.Problem(cell.Outputs) is { } problem ? Failed(problem)
            : new CellResult(CellOutcome.Ok);

        CellResult Failed(string message, int? line = null) => new(CellOutcome.Failed, new NotebookFailure(message, cell.Number, line));
    }

    private sealed record CellResult(CellOutcome Outcome, NotebookFailure? Failure = null, string? Skipped = null);
}
