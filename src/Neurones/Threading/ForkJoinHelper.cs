using System.Runtime.InteropServices;

namespace Neurones;

/// <summary>A thread that waits for parts of a computation, awake for some microseconds, then asleep.</summary>
/// <remarks>
/// What passes between it and the caller lies together, as a rule in one line of the cache: if their processor cores are far apart,
/// each line that is written on one and read on the other takes a fifth of a microsecond.
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = 3 * Distance)]
internal sealed class ForkJoinHelper
{
    private const int Distance = 2 * Cache.Line; // Lines are fetched in pairs: nothing else lies near enough to be fetched too.
    private const int SpinsBeforeSleep = 1000; // About 40 microseconds: as long as it takes to fall asleep and be woken.

    private const int Idle = 0;
    private const int Asleep = 1;
    private const int Offered = 2;
    private const int Working = 3;
    private const int Awaited = 4; // Working, and the caller sleeps until it is done.

    [FieldOffset(0)]
    private readonly object _gate = new(); // For those who sleep.

    [FieldOffset(8)]
    private readonly int _part;

    [FieldOffset(Distance)]
    private Action<int>? _runPart;

    [FieldOffset(Distance + 8)]
    private int _parts;

    [FieldOffset(Distance + 12)]
    private int _threads;

    [FieldOffset(Distance + 16)]
    private int _state;

    /// <summary>Starts the thread.</summary>
    /// <param name="part">The part that it begins with.</param>
    public ForkJoinHelper(int part)
    {
        _part = part;
        new Thread(Help) { IsBackground = true, Name = "Neurones helper" }.UnsafeStart();
    }

    /// <summary>Offers it its part, when it has nothing to do.</summary>
    public void Offer(int parts, int threads, Action<int> runPart)
    {
        (_parts, _threads, _runPart) = (parts, threads, runPart);
        if (Interlocked.Exchange(ref _state, Offered) == Asleep)
        {
            WakeUp();
        }
    }

    /// <summary>Takes the part back, if it hasn't been begun.</summary>
    public bool TakeBack()
    {
        if (Volatile.Read(ref _state) != Offered || Interlocked.CompareExchange(ref _state, Idle, Offered) != Offered)
        {
            return false;
        }

        _runPart = null;
        return true;
    }

    /// <summary>Waits until the helper has no more to do.</summary>
    public void Await()
    {
        for (var spin = 0; spin < SpinsBeforeSleep; spin++)
        {
            if (Volatile.Read(ref _state) is Idle or Asleep)
            {
                return;
            }

            Thread.SpinWait(1);
        }

        if (Interlocked.CompareExchange(ref _state, Awaited, Working) == Working)
        {
            SleepWhile(Awaited);
        }
    }

    private void Help()
    {
        while (true)
        {
            AwaitOffer();
            if (Interlocked.CompareExchange(ref _state, Working, Offered) == Offered)
            {
                ForkJoin.RunFrom(_part, _parts, _threads, _runPart!);
                _runPart = null;
                if (Interlocked.Exchange(ref _state, Idle) == Awaited)
                {
                    WakeUp();
                }
            }
        }
    }

    private void AwaitOffer()
    {
        for (var spin = 0; spin < SpinsBeforeSleep; spin++)
        {
            if (Volatile.Read(ref _state) == Offered)
            {
                return;
            }

            Thread.SpinWait(1);
        }

        if (Interlocked.CompareExchange(ref _state, Asleep, Idle) == Idle)
        {
            SleepWhile(Asleep);
        }
    }

    // Whoever is interrupted here sleeps on, since the helper still writes to the caller's memory; the next wait throws instead.
    private void SleepWhile(int state)
    {
        var wasInterrupted = false;
        while (Volatile.Read(ref _state) == state)
        {
            try
            {
                lock (_gate)
                {
                    while (Volatile.Read(ref _state) == state)
                    {
                        Monitor.Wait(_gate);
                    }
                }
            }
            catch (ThreadInterruptedException)
            {
                wasInterrupted = true;
            }
        }

        if (wasInterrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }

    private void WakeUp()
    {
        while (!Monitor.TryEnter(_gate)) // It never waits, so that nobody can interrupt it.
        {
            Thread.SpinWait(1);
        }

        Monitor.PulseAll(_gate);
        Monitor.Exit(_gate);
    }
}
