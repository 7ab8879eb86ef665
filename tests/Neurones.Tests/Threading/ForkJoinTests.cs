namespace Neurones.Tests;

[Collection(OwnThreads.Name)]
public sealed class ForkJoinTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Each_part_runs_once(int threads)
    {
        using var allowed = new Threads(threads);
        foreach (var parts in new[] { 0, 1, 2, 3, 100 })
        {
            for (var again = 0; again < 200; again++)
            {
                var runs = new int[parts];
                ForkJoin.Run(parts, part => Interlocked.Increment(ref runs[part]));
                Assert.All(runs, count => Assert.Equal(1, count));
            }
        }
    }

    [Fact]
    public void Parts_run_at_the_same_time_on_threads_that_do_not_keep_the_process_alive()
    {
        using var allowed = new Threads(2);
        using var meeting = new Barrier(2);
        var background = new bool[2];
        var threads = new int[2];
        ForkJoin.Run(2, part =>
        {
            meeting.SignalAndWait();
            (threads[part], background[part]) = (Environment.CurrentManagedThreadId, Thread.CurrentThread.IsBackground);
        });
        Assert.NotEqual(threads[0], threads[1]);
        var caller = Array.IndexOf(threads, Environment.CurrentManagedThreadId);
        Assert.InRange(caller, 0, 1);
        Assert.True(background[1 - caller]);
    }

    [Fact]
    public void Each_thread_begins_with_the_same_part_each_time()
    {
        using var allowed = new Threads(3);
        var first = ThreadsOfParts();
        Assert.Equal(Environment.CurrentManagedThreadId, first[0]);
        for (var again = 0; again < 50; again++)
        {
            Assert.Equal(first, ThreadsOfParts());
        }

        static int[] ThreadsOfParts()
        {
            using var meeting = new Barrier(3);
            var threads = new int[3];
            ForkJoin.Run(3, part =>
            {
                meeting.SignalAndWait();
                threads[part] = Environment.CurrentManagedThreadId;
            });
            return threads;
        }
    }

    /// <summary>A cell that is stopped is interrupted in its waits, while helpers write to its memory.</summary>
    [Fact]
    public void A_caller_that_is_interrupted_waits_for_its_helpers_first()
    {
        using var allowed = new Threads(2);
        using var begun = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var (isDone, wasDone, wasInterrupted) = (false, false, false);
        var caller = new Thread(() =>
        {
            ForkJoin.Run(2, part =>
            {
                if (part == 1)
                {
                    begun.Set();
                    go.Wait();
                    Volatile.Write(ref isDone, true);
                }

                while (!begun.IsSet)
                {
                    Thread.SpinWait(1);
                }
            });
            wasDone = Volatile.Read(ref isDone);
            try
            {
                Thread.Sleep(Timeout.Infinite);
            }
            catch (ThreadInterruptedException)
            {
                wasInterrupted = true;
            }
        });
        caller.Start();
        begun.Wait();
        SpinWait.SpinUntil(() => caller.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        caller.Interrupt();
        Assert.False(caller.Join(100));
        go.Set();
        caller.Join();
        Assert.True(wasDone);
        Assert.True(wasInterrupted);
    }

    [Fact]
    public void With_one_thread_allowed_the_caller_runs_all_parts_in_order()
    {
        using var allowed = new Threads(1);
        var order = new List<int>();
        var caller = Environment.CurrentManagedThreadId;
        ForkJoin.Run(10, part =>
        {
            Assert.Equal(caller, Environment.CurrentManagedThreadId);
            order.Add(part);
        });
        Assert.Equal(Enumerable.Range(0, 10), order);
    }

    [Fact]
    public void No_more_threads_work_than_are_allowed()
    {
        using (new Threads(6))
        {
            ForkJoin.Run(6, _ => Thread.Sleep(1));
        }

        using var allowed = new Threads(2);
        var (working, most) = (0, 0);
        ForkJoin.Run(50, _ =>
        {
            var now = Interlocked.Increment(ref working);
            InterlockedMax(ref most, now);
            Thread.Sleep(1);
            Interlocked.Decrement(ref working);
        });
        Assert.InRange(most, 1, 2);

        static void InterlockedMax(ref int place, int value)
        {
            for (var seen = place; value > seen; seen = place)
            {
                Interlocked.CompareExchange(ref place, value, seen);
            }
        }
    }

    [Fact]
    public void Parts_that_share_their_own_parts_run_them_alone()
    {
        using var allowed = new Threads(2);
        var sums = new int[8];
        ForkJoin.Run(8, part =>
        {
            var thread = Environment.CurrentManagedThreadId;
            ForkJoin.Run(5, inner =>
            {
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
                sums[part] += inner;
            });
        });
        Assert.All(sums, sum => Assert.Equal(10, sum));
    }

    [Fact]
    public void Several_callers_at_once_get_all_their_parts_done()
    {
        using var allowed = new Threads(3);
        var sums = new int[4];
        var callers = Enumerable.Range(0, 4).Select(caller => new Thread(() =>
        {
            for (var again = 0; again < 500; again++)
            {
                ForkJoin.Run(20, part => Interlocked.Add(ref sums[caller], part));
            }
        })).ToList();
        callers.ForEach(caller => caller.Start());
        callers.ForEach(caller => caller.Join());
        Assert.All(sums, sum => Assert.Equal(500 * 190, sum));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_a_part_throws_reaches_the_caller_and_the_next_job_runs(int threads)
    {
        using var allowed = new Threads(threads);
        for (var again = 0; again < 100; again++)
        {
            var error = Assert.Throws<InvalidOperationException>(() => ForkJoin.Run(10, part =>
            {
                if (part % 5 == 4)
                {
                    throw new InvalidOperationException("A part failed.");
                }
            }));
            Assert.Equal("A part failed.", error.Message);
            var sum = 0;
            ForkJoin.Run(10, part => Interlocked.Add(ref sum, part));
            Assert.Equal(45, sum);
        }
    }

    [Fact]
    public void Jobs_after_the_first_allocate_nothing()
    {
        using var allowed = new Threads(2);
        Action<int> part = _ => { };
        ForkJoin.Run(4, part);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var again = 0; again < 100; again++)
        {
            ForkJoin.Run(4, part);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Helpers_that_fell_asleep_are_woken()
    {
        using var allowed = new Threads(2);
        for (var again = 0; again < 20; again++)
        {
            Thread.Sleep(5);
            using var meeting = new Barrier(2);
            ForkJoin.Run(2, _ => meeting.SignalAndWait()); // Ends only if a helper comes.
        }
    }
}
