namespace Neurones.Benchmarks;

/// <summary>All that was measured, and what is compared in it.</summary>
internal sealed class Results(IReadOnlyList<Measurement> measurements)
{
    /// <summary>The better of those of one workload, contender and number of threads.</summary>
    public IReadOnlyList<Measurement> Measurements { get; } =
    [
        .. measurements
            .GroupBy(m => (m.Workload, m.Side.Name, m.Side.Threads))
            .Select(settings => settings.MinBy(m => m.Seconds)!)
    ];

    /// <summary>A contender's best setting of at most so many threads.</summary>
    public Measurement? Best(string workload, string side, int threads = 2) => Measurements
        .Where(m => m.Workload.Name == workload && m.Side.Name == side && m.Side.Threads <= threads)
        .MinBy(m => m.Seconds);

    /// <summary>How many times the speed of the peer, each at its best setting of at most so many threads.</summary>
    public double? Times(string workload, string side, string peer, int threads = 2) =>
        Best(workload, peer, threads)?.Seconds / Best(workload, side, threads)?.Seconds;

    /// <summary>How many times the speed of NumPy's best setting of at most as many threads.</summary>
    public double? RatioToNumPy(Measurement measurement) =>
        Best(measurement.Workload.Name, Side.NumPy, measurement.Side.Threads)?.Seconds / measurement.Seconds;
}
