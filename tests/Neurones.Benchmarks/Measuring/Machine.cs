using System.Numerics;
using System.Runtime.InteropServices;

namespace Neurones.Benchmarks;

/// <summary>What this machine can do at best, measured on one thread and on two: the roof of the roofline.</summary>
internal sealed class Machine
{
    /// <summary>Data larger than this is taken to come from memory each time: a guess that fits most desktops and servers.</summary>
    public const double CacheBytes = 16 << 20;

    private const int Tries = 10;
    private readonly double[] _peaks = Best(threads => Arithmetic.FlopsPerSecond(threads, repeats: 1_000_000));
    private readonly double[] _bandwidths = Bandwidths();

    /// <summary>Additions and multiplications a second, in registers: what a product of matrices could reach. A register holds twice as many floats.</summary>
    public double Peak(int threads, bool single = false) => _peaks[threads - 1] * (single ? 2 : 1);

    /// <summary>Bytes a second read from memory.</summary>
    public double Bandwidth(int threads) => _bandwidths[threads - 1];

    private static double[] Best(Func<int, double> measure) =>
        [.. new[] { 1, 2 }.Select(threads => Enumerable.Range(0, Tries).Max(_ => measure(threads)))];

    private static double[] Bandwidths()
    {
        var memory = new double[1 << 25]; // 256 MiB, more than caches hold.
        Array.Fill(memory, 1);
        return Best(threads => sizeof(double) * (double)memory.Length / Threads.Seconds(threads, part => Read(memory, part, threads)));
    }

    private static void Read(double[] memory, int part, int parts)
    {
        var share = memory.Length / parts;
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(memory.AsSpan(part * share, share));
        var (a, b, c, d) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        for (var i = 0; i + 3 < vectors.Length; i += 4)
        {
            a += vectors[i];
            b += vectors[i + 1];
            c += vectors[i + 2];
            d += vectors[i + 3];
        }

        Threads.Keep(Vector.Sum(a + b + c + d));
    }
}
