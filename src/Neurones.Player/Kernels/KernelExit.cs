namespace Neurones.Player.Kernels;

/// <summary>How a kernel process ended, in one sentence that a learner can act on.</summary>
public sealed record KernelExit(string Sentence)
{
    private const string Lost = "the kernel's state is lost, so run the notebook again from its first cell";

    /// <summary>We ended it, for the reason given.</summary>
    public static KernelExit Killed(string reason) => new($"{reason}: {Lost}.");

    /// <summary>It ended on its own: the cause is read from its exit code and the last lines it printed.</summary>
    public static KernelExit OnItsOwn(int exitCode, OutputTail tail) => new($"The kernel stopped because {Cause(exitCode, tail)}: {Lost}.");

    private static string Cause(int exitCode, OutputTail tail)
    {
        if (tail.Find("Stack overflow") is not null)
        {
            return "the stack overflowed (a method calls itself without end)";
        }

        if (tail.Find("Out of memory") is not null || tail.Find("OutOfMemoryException") is not null)
        {
            return "it ran out of memory";
        }

        if (tail.Find("Unhandled exception. ") is { } unhandled)
        {
            return $"an exception outside the cell was not caught ({unhandled["Unhandled exception. ".Length..].Trim()})";
        }

        // 128 + SIGKILL: on Linux that is nearly always the system taking memory back.
        return exitCode == 137 ? "the system ended it, probably for want of memory"
            : tail.Last is { } last ? FormattableString.Invariant($"its process ended with exit code {exitCode} (its last line: {last})")
            : FormattableString.Invariant($"its process ended with exit code {exitCode}");
    }
}
