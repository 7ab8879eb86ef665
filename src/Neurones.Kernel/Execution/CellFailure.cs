using System.Globalization;
using System.Reflection;
using Neurones.Kernel.Scripting;

namespace Neurones.Kernel.Execution;

/// <summary>An error of a cell as a client shows it.</summary>
internal sealed record CellFailure(string Name, string Value, IReadOnlyList<string> Traceback)
{
    private const int MaxLines = 100;
    private const int MaxMessageLength = 10_000;

    public static CellFailure Of(Exception exception, bool stopped)
    {
        var e = Unwrap(exception);
        return e switch
        {
            CellException cell => new(cell.Name, cell.Lines[0], cell.Lines),
            _ when stopped && IsStop(e) => Make("Interrupted", "The cell was stopped; what it assigned before stays.", exception),
            OutOfMemoryException => Make(e.GetType().Name, MemoryMessage(), exception),
            _ => Make(e.GetType().Name, MessageOf(e), exception),
        };
    }

    private static CellFailure Make(string name, string message, Exception thrown)
    {
        var e = Unwrap(thrown);
        List<string> lines = [$"{name}: {message}", .. CellFrames.Of(e)];
        if (e != thrown)
            lines.AddRange(CellFrames.Of(thrown).Except(lines));
        for (var inner = e.InnerException; inner is not null && lines.Count < MaxLines; inner = inner.InnerException)
            lines.AddRange([$"caused by {inner.GetType().Name}: {MessageOf(inner)}", .. CellFrames.Of(inner)]);
        return new(name, message, lines);
    }

    private static bool IsStop(Exception e) => e is OperationCanceledException or ThreadInterruptedException
        || (e is AggregateException many && many.Flatten().InnerExceptions.All(IsStop));

    private static Exception Unwrap(Exception e) => e switch
    {
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        _ => e,
    };

    private static string MessageOf(Exception e)
    {
        try
        {
            return e.Message.Length <= MaxMessageLength ? e.Message : e.Message[..MaxMessageLength] + "…";
        }
        catch (Exception inMessage)
        {
            return $"(its Message threw {inMessage.GetType().Name})";
        }
    }

    private static string MemoryMessage() => string.Create(CultureInfo.InvariantCulture,
        $"The cell needs more memory than this kernel may use ({GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024):N0} MB).");
}
