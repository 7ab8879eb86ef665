using System.Diagnostics;
using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Neurones.Benchmarks;

/// <summary>A side in C#, as a process of its own: answers requests, one a line, until its input ends. The twin of peers.py.</summary>
internal sealed class SideServer(string side, int threads)
{
    private string? _numbers;
    private Computation? _computation;

    public void Run()
    {
        Control.MaxDegreeOfParallelism = threads;
        _ = new RandomState(0); // Neurones is loaded, and with it its provider, as in any lesson.
        Answer(new Reply { Name = $"{side} on {LinearAlgebraControl.Provider}" });
        while (Console.ReadLine() is { } line)
        {
            Answer(Respond(Lines.Read<Request>(line)));
        }
    }

    private static void Answer(Reply reply)
    {
        Console.WriteLine(Lines.Write(reply));
        Console.Out.Flush();
    }

    private Reply Respond(Request request)
    {
        if (_numbers != request.Numbers)
        {
            (_numbers, _computation) = (request.Numbers, Prepare(request));
        }

        return _computation is { } computation ? Measure(computation, request) : new Reply();
    }

    private Computation? Prepare(Request request)
    {
        var workload = Catalogue.All.First(workload => workload.Name == request.Workload);
        var numbers = NpzFile.Load(request.Numbers);
        return side == Side.Ours ? workload.Ours(numbers) : workload.Natural(numbers);
    }

    private static Reply Measure(Computation computation, Request request)
    {
        var runs = 0;
        var clock = Stopwatch.StartNew();
        while (true)
        {
            computation.Run();
            runs++;
            var seconds = clock.Elapsed.TotalSeconds;
            if (runs >= request.Runs && seconds >= request.Seconds)
            {
                using var process = Process.GetCurrentProcess();
                return new Reply { Seconds = seconds / runs, PeakBytes = process.PeakWorkingSet64, Answer = computation.Answer() };
            }
        }
    }
}
