namespace Neurones.Benchmarks;

/// <summary>Tells whether the machine has its full speed at the moment: shared machines lose half of it for seconds now and then.</summary>
internal sealed class SpeedProbe(Machine machine)
{
    private const int Repeats = 300_000; // Some milliseconds.
    private const double Low = 0.8;

    /// <summary>Whether both cores are as fast as they were when the machine was measured, or nearly.</summary>
    public bool IsFast() => Arithmetic.FlopsPerSecond(2, Repeats) > Low * machine.Peak(2);
}
