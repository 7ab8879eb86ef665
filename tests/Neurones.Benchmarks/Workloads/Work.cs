namespace Neurones.Benchmarks;

/// <summary>The least that a workload must do, for the roofline: what takes longer bounds it.</summary>
/// <param name="Flops">Additions and multiplications; an exponential and a logarithm cost what <see cref="Exp"/> and <see cref="Log"/> say.</param>
/// <param name="Bytes">What must come from memory because no cache can be expected to keep it.</param>
/// <param name="Single">Whether the numbers are floats.</param>
internal readonly record struct Work(double Flops, double Bytes = 0, bool Single = false)
{
    /// <summary>An exponential and what makes a sigmoid of it: a polynomial of degree 11, scaling, a division.</summary>
    public const double Exp = 40;

    /// <summary>A logarithm's share where the mantissas of many are multiplied first.</summary>
    public const double Log = 20;

    /// <summary>The seconds below which this machine can't do it on so many threads.</summary>
    public double Limit(Machine machine, int threads) => Math.Max(
        Flops / machine.Peak(threads, Single),
        Bytes / machine.Bandwidth(threads));
}
