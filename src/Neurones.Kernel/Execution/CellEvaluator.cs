using Neurones.Kernel.Formatting;
using Neurones.Kernel.References;
using Neurones.Kernel.Scripting;

namespace Neurones.Kernel.Execution;

/// <summary>From the text of a cell to what is shown of its value.</summary>
internal sealed class CellEvaluator(ScriptSession session, ReferenceSet references)
{
    /// <summary>The cell's value in the forms it is shown in; null where there is nothing to show.</summary>
    public MimeBundle? Evaluate(string code, string name, CellInterrupt interrupt)
    {
        interrupt.Token.ThrowIfCancellationRequested(); // It was stopped before its turn came.
        var source = CellSource.Parse(code, name, ScriptSession.ParseOptions);
        references.Apply(source.Directives, interrupt.Token);
        var cell = session.Compile(source, interrupt.Token);
        return interrupt.Run(async () =>
        {
            var value = await cell.Start();
            return (value is null && !cell.EndsWithValue()) || value is DisplayedValue ? null : Formatter.Format(value);
        });
    }
}
