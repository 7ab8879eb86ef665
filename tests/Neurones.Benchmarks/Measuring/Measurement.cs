namespace Neurones.Benchmarks;

/// <summary>What was measured of one side on one workload.</summary>
/// <param name="Workload">What was computed.</param>
/// <param name="Side">Who, and on how many threads.</param>
/// <param name="Seconds">The median of the rounds.</param>
/// <param name="Answer">What it computed.</param>
internal sealed record Measurement(Workload Workload, Side Side, double Seconds, double[] Answer);
