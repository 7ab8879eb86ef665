using System.Diagnostics;

namespace Neurones.Benchmarks;

/// <summary>The same work on one thread or two at once, timed.</summary>
internal static class Threads
{
    private static double _kept;

    /// <summary>The seconds until all threads are done; each has started before the clock does.</summary>
    public static double Seconds(int threads, Action<int> work)
    {
        using var start = new Barrier(threads);
        var clock = new Stopwatch();
        var others = Enumerable.Range(1, threads - 1).Select(part => new Thread(() => Part(part))).ToList();
        others.ForEach(thread => thread.Start());
        Part(0);
        others.ForEach(thread => thread.Join());
        return clock.Elapsed.TotalSeconds;

        void Part(int part)
        {
            start.SignalAndWait();
            if (part == 0)
            {
                clock.Start();
            }

            work(part);
        }
    }

    /// <summary>Uses a result, so that the compiler can't leave out the work that made it.</summary>
    public static void Keep(double value) => _kept = value;
}
