namespace Neurones.Benchmarks;

/// <summary>Starts the sides, has them measured on each workload, and reports.</summary>
internal static class PeersRun
{
    /// <summary>Returns the exit code.</summary>
    public static int Run(IReadOnlyList<Workload> workloads, IReadOnlyList<Side> sides, int rounds, string? json)
    {
        var report = ConsoleReport.Create();
        var machine = new Machine();
        report.Roof(machine);
        var folder = Directory.CreateTempSubdirectory("neurones-benchmark");
        var processes = new List<SideProcess>();
        try
        {
            processes.AddRange(Started(sides, report));
            var contest = new Contest(processes, new SpeedProbe(machine), rounds, report);
            var measurements = new List<Measurement>();
            foreach (var workload in workloads)
            {
                report.Line($"");
                report.Line($"{workload.Name}: {workload.Description}{(workload.Note is { } note ? $" ({note()})" : "")}");
                var numbers = Path.Combine(folder.FullName, workload.Name + ".npz");
                NpzFile.Save(numbers, workload.Numbers());
                measurements.AddRange(contest.Measure(workload, numbers));
                File.Delete(numbers);
                report.Measured(workload, new Results(measurements), machine);
            }

            var results = new Results(measurements);
            report.Reached(results);
            report.Line($"{rounds} rounds; {contest.Repeated} measurements repeated because the machine was slow just then, {contest.Slow} kept although it was.");
            if (json is not null)
            {
                JsonReport.Write(json, results);
            }

            return contest.Disagreed ? 1 : 0;
        }
        catch (IOException e)
        {
            report.Warning($"{e.Message}");
            return 1;
        }
        finally
        {
            processes.ForEach(process => process.Dispose());
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<SideProcess> Started(IEnumerable<Side> sides, ConsoleReport report)
    {
        foreach (var side in sides)
        {
            var (process, missing) = SideProcess.Start(side);
            if (process is null)
            {
                report.Warning($"{side} is skipped: {missing}");
            }
            else
            {
                report.Line($"{side}: {process.Name}");
                yield return process;
            }
        }
    }
}
