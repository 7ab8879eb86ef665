namespace Neurones.Benchmarks;

/// <summary>Measures all sides on one workload after the other: first their answers, then their times, by turns.</summary>
/// <param name="processes">The sides that could be started.</param>
/// <param name="probe">Tells when the machine is slow.</param>
/// <param name="rounds">How often each side is measured.</param>
/// <param name="log">Told what happens.</param>
internal sealed class Contest(IReadOnlyList<SideProcess> processes, SpeedProbe probe, int rounds, IContestLog log)
{
    private const double WarmUpSeconds = 0.6; // The runtime compiles what runs often again, in the background.
    private const double RoundSeconds = 0.05;
    private const double LongRun = 4;

    // In a lesson the cell that loads the libraries comes first, and the next one no sooner than this.
    private static readonly TimeSpan BetweenCells = TimeSpan.FromSeconds(0.5);

    private const int MostRepeats = 3;

    /// <summary>Whether a side gave another answer than the others.</summary>
    public bool Disagreed { get; private set; }

    /// <summary>Measurements that were repeated because the machine was slow.</summary>
    public int Repeated { get; private set; }

    /// <summary>Measurements that were kept although the machine was slow each time.</summary>
    public int Slow { get; private set; }

    public IReadOnlyList<Measurement> Measure(Workload workload, string file)
    {
        var request = new Request(workload.Name, workload.Kind, file, Runs: 1, Seconds: 0);
        var contenders = Checked(workload, request);
        if (!workload.Fresh)
        {
            contenders = [.. OneSettingOfSlowOnes(contenders)];
            foreach (var contender in contenders.Where(contender => contender.Seconds[0] < LongRun))
            {
                contender.Process.Ask(request with { Seconds = WarmUpSeconds });
            }
        }

        contenders.ForEach(contender => contender.Seconds.Clear());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in contenders)
            {
                contender.Seconds.Add(AtFullSpeed(() => Ask(workload, contender.Process, request with { Seconds = workload.Fresh ? 0 : RoundSeconds }).Seconds));
            }
        }

        return [.. contenders.Select(contender => new Measurement(workload, contender.Process.Side, Median(contender.Seconds), contender.Answer))];
    }

    /// <summary>The sides that have the computation and give the same answer as NumPy, or where it is missing as the first of them.</summary>
    private List<Contender> Checked(Workload workload, Request request)
    {
        var contenders = new List<Contender>();
        foreach (var process in processes)
        {
            var reply = Ask(workload, process, request);
            if (reply.Answer is { } answer)
            {
                contenders.Add(new(process, [reply.Seconds], answer));
            }
        }

        log.Without(processes.Select(process => process.Side.Name).Except(contenders.Select(contender => contender.Process.Side.Name)));

        var reference = contenders.Find(contender => contender.Process.Side.Name == Side.NumPy) ?? contenders.FirstOrDefault();
        foreach (var other in contenders.Where(contender => !Answers.Agree(contender.Answer, reference!.Answer, workload)).ToList())
        {
            Disagreed = true;
            log.Disagrees(workload, other.Process.Side, other.Answer, reference!.Process.Side, reference.Answer);
            contenders.Remove(other);
        }

        return contenders;
    }

    /// <summary>Where one run takes long, only a contender's better thread setting is measured again and again.</summary>
    private static IEnumerable<Contender> OneSettingOfSlowOnes(IEnumerable<Contender> contenders) =>
        contenders.GroupBy(contender => contender.Process.Side.Name).SelectMany(settings =>
            settings.Min(setting => setting.Seconds[0]) > LongRun ? settings.OrderBy(setting => setting.Seconds[0]).Take(1) : settings);

    private double AtFullSpeed(Func<double> measure)
    {
        for (var attempt = 0; ; attempt++)
        {
            var before = probe.IsFast();
            var seconds = measure();
            if (before && probe.IsFast())
            {
                return seconds;
            }

            if (attempt == MostRepeats)
            {
                Slow++;
                return seconds;
            }

            Repeated++;
        }
    }

    private static Reply Ask(Workload workload, SideProcess process, Request request)
    {
        if (!workload.Fresh)
        {
            return process.Ask(request);
        }

        using var fresh = SideProcess.Start(process.Side).Process!;
        Thread.Sleep(BetweenCells);
        return fresh.Ask(request);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }

    private sealed record Contender(SideProcess Process, List<double> Seconds, double[] Answer);
}
