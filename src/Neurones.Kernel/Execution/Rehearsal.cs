using Neurones.Kernel.References;
using Neurones.Kernel.Scripting;

namespace Neurones.Kernel.Execution;

/// <summary>Runs cells of the usual kinds for nothing while the kernel is idle, so that the learner's first ones don't wait for the compiler.</summary>
internal sealed class Rehearsal(ReferenceSet references)
{
    private readonly CellEvaluator _evaluator = new(new ScriptSession(references), references);
    private readonly Queue<string> _cells = new(
    [
        "1 + 1",
        "double F(double x) { return Math.Exp(-x); } var values = new List<double>(); for (int i = 0; i < 3; i++) { values.Add(F(i)); }",
        "record P(int A, string B); var rows = values.Select((v, i) => new P(i, $\"{v:F3}\")).ToArray(); rows",
        "await Task.Yield(); new double[,] { { 1, 2 } }",
    ]);

    /// <summary>Runs one cell more; false when there is none left.</summary>
    public bool Step()
    {
        if (!_cells.TryDequeue(out var code))
            return false;
        using var interrupt = new CellInterrupt();
        _evaluator.Evaluate(code, "rehearsal", interrupt);
        return true;
    }
}
