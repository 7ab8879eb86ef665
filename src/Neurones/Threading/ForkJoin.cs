using System.Runtime.ExceptionServices;
using MathNet.Numerics;

namespace Neurones;

/// <summary>Shares the parts of one computation among the threads that MathNet may use (<c>Control.MaxDegreeOfParallelism</c>).</summary>
/// <remarks>
/// The caller works too, beside helpers that live as long as the process and wait for the next job: awake for some
/// microseconds, then asleep. One job runs at a time: whoever calls meanwhile, from another thread or from inside
/// a part, runs its parts alone.
/// </remarks>
internal static class ForkJoin
{
    private const int SpinsBeforeSleep = 1000; // About 40 microseconds: as long as it takes to fall asleep and be woken.

    private static readonly Lock Hiring = new();
    private static readonly object Done = new();
    private static readonly SemaphoreSlim WakeUp = new(0);

    private static int busy;
    private static int helpers;
    private static int asleep;

    // The job under way. It is written before seats are offered, and rewritten only when all who took one have left.
    private static Action<int>? runPart;
    private static int parts;
    private static int nextPart;
    private static int seats;
    private static int working;
    private static ExceptionDispatchInfo? failure;

    /// <summary>Runs the parts 0 to parts - 1, in any order, and returns when all are done.</summary>
    /// <exception cref="Exception">What a part threw: parts that had not begun are left out.</exception>
    public static void Run(int parts, Action<int> runPart)
    {
        var wanted = Math.Min(parts, Control.MaxDegreeOfParallelism) - 1;
        if (wanted <= 0 || Interlocked.Exchange(ref busy, 1) == 1)
        {
            for (var part = 0; part < parts; part++)
            {
                runPart(part);
            }

            return;
        }

        try
        {
            RunShared(parts, runPart, wanted);
        }
        finally
        {
            ForkJoin.runPart = null;
            Volatile.Write(ref busy, 0);
        }
    }

    private static void RunShared(int count, Action<int> action, int wanted)
    {
        Hire(wanted);
        (parts, runPart, nextPart, failure, working) = (count, action, 0, null, wanted);
        Interlocked.Exchange(ref seats, wanted);
        Wake(wanted);
        RunParts();
        Leave(Interlocked.Exchange(ref seats, 0)); // Seats that no helper took need not be waited for.
        WaitForHelpers();
        failure?.Throw();
    }

    private static void RunParts()
    {
        try
        {
            for (var part = Interlocked.Increment(ref nextPart) - 1; part < parts; part = Interlocked.Increment(ref nextPart) - 1)
            {
                runPart!(part);
            }
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            Interlocked.Exchange(ref nextPart, parts);
        }
    }

    private static void Hire(int wanted)
    {
        lock (Hiring)
        {
            for (; helpers < wanted; helpers++)
            {
                new Thread(Help) { IsBackground = true, Name = "Neurones helper" }.UnsafeStart();
            }
        }
    }

    private static void Help()
    {
        while (true)
        {
            AwaitSeat();
            RunParts();
            Leave(1);
        }
    }

    private static void AwaitSeat()
    {
        while (true)
        {
            for (var spin = 0; spin < SpinsBeforeSleep; spin++)
            {
                if (TakeSeat())
                {
                    return;
                }

                Thread.SpinWait(1);
            }

            // Counted as asleep first, then a last look: either this look sees the job, or its caller sees the sleeper.
            Interlocked.Increment(ref asleep);
            if (TakeSeat())
            {
                Interlocked.Decrement(ref asleep);
                return;
            }

            WakeUp.Wait();
            Interlocked.Decrement(ref asleep);
        }
    }

    private static bool TakeSeat()
    {
        for (var free = Volatile.Read(ref seats); free > 0; free = Volatile.Read(ref seats))
        {
            if (Interlocked.CompareExchange(ref seats, free - 1, free) == free)
            {
                return true;
            }
        }

        return false;
    }

    private static void Wake(int wanted)
    {
        // A wake-up too many does no harm: its helper finds no seat and goes back to sleep.
        var sleepers = Math.Min(wanted, Volatile.Read(ref asleep) - WakeUp.CurrentCount);
        if (sleepers > 0)
        {
            WakeUp.Release(sleepers);
        }
    }

    private static void Leave(int leaving)
    {
        if (Interlocked.Add(ref working, -leaving) == 0)
        {
            lock (Done)
            {
                Monitor.Pulse(Done);
            }
        }
    }

    private static void WaitForHelpers()
    {
        // The lock is for those who sleep: two who are awake would get in each other's way.
        for (var spin = 0; spin < SpinsBeforeSleep; spin++)
        {
            if (Volatile.Read(ref working) == 0)
            {
                return;
            }

            Thread.SpinWait(1);
        }

        lock (Done)
        {
            while (Volatile.Read(ref working) > 0)
            {
                Monitor.Wait(Done);
            }
        }
    }
}
