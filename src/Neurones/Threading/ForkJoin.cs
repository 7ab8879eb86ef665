using System.Runtime.ExceptionServices;
using MathNet.Numerics;

namespace Neurones;

/// <summary>Shares the parts of one computation among the threads that MathNet may use (<c>Control.MaxDegreeOfParallelism</c>).</summary>
/// <remarks>
/// The caller works too, beside helpers that live as long as the process. Each thread begins with the same part whenever a
/// computation is run again, whose numbers may still be in its processor's cache; parts beyond the first of each go to whoever
/// is free. One computation runs at a time: whoever calls meanwhile, from another thread or from inside a part, runs its parts alone.
/// </remarks>
internal static class ForkJoin
{
    private static readonly List<ForkJoinHelper> Helpers = [];

    private static int busy;
    private static int nextPart;
    private static ExceptionDispatchInfo? failure;

    /// <summary>Runs the parts 0 to parts - 1, in any order, and returns when all are done.</summary>
    /// <exception cref="Exception">What a part threw: parts that had not begun are left out.</exception>
    public static void Run(int parts, Action<int> runPart)
    {
        var threads = Math.Min(parts, Control.MaxDegreeOfParallelism);
        if (threads <= 1 || Interlocked.Exchange(ref busy, 1) == 1)
        {
            for (var part = 0; part < parts; part++)
            {
                runPart(part);
            }

            return;
        }

        try
        {
            RunShared(parts, runPart, threads);
        }
        finally
        {
            Volatile.Write(ref busy, 0);
        }
    }

    /// <summary>Runs a part, and then those that no thread begins with.</summary>
    public static void RunFrom(int part, int parts, int threads, Action<int> runPart)
    {
        try
        {
            while (part < parts)
            {
                runPart(part);
                part = threads < parts ? Interlocked.Increment(ref nextPart) - 1 : parts;
            }
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            Interlocked.Exchange(ref nextPart, parts);
        }
    }

    private static void RunShared(int parts, Action<int> runPart, int threads)
    {
        Hire(threads - 1);
        (nextPart, failure) = (threads, null);
        for (var part = 1; part < threads; part++)
        {
            Helpers[part - 1].Offer(parts, threads, runPart);
        }

        RunFrom(0, parts, threads, runPart);
        for (var part = 1; part < threads; part++)
        {
            if (Helpers[part - 1].TakeBack() && failure is null)
            {
                RunFrom(part, parts, threads, runPart);
            }
        }

        for (var part = 1; part < threads; part++)
        {
            Helpers[part - 1].Await();
        }

        failure?.Throw();
    }

    private static void Hire(int wanted)
    {
        while (Helpers.Count < wanted)
        {
            Helpers.Add(new ForkJoinHelper(Helpers.Count + 1));
        }
    }
}
