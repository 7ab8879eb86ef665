using System.CommandLine;

namespace Neurones.Benchmarks;

/// <summary><c>memory</c>: the most memory that each side holds while it trains the convolutional network.</summary>
internal static class MemoryCommand
{
    private const int Runs = 3;

    public static Command Create()
    {
        var command = new Command("memory", "The peak memory of Neurones and of PyTorch while they train W6's network. Exit code 0: that of Neurones is lower; 1: it isn't.");
        command.SetAction(_ => Run());
        return command;
    }

    private static int Run()
    {
        var report = ConsoleReport.Create();
        var workload = Catalogue.All.OfType<ImageTraining>().First();
        report.Line($"{workload.Name}: {workload.Description}{(workload.Note is { } note ? $" ({note()})" : "")}");
        var numbers = Path.GetTempFileName();
        try
        {
            NpzFile.Save(numbers, workload.Numbers());
            var peaks = Side.All.Where(side => side.Name is Side.Ours or Side.PyTorch).Select(side => (side.Name, Peak: Peak(side, workload, numbers, report))).ToLookup(side => side.Name, side => side.Peak);
            return peaks[Side.Ours].Max() < peaks[Side.PyTorch].Min() ? 0 : 1;
        }
        finally
        {
            File.Delete(numbers);
        }
    }

    // A side that is missing holds as much as may be.
    private static long Peak(Side side, Workload workload, string numbers, ConsoleReport report)
    {
        var (process, missing) = SideProcess.Start(side);
        using (process)
        {
            if (process?.Ask(new(workload.Name, workload.Kind, numbers, Runs, Seconds: 0)).PeakBytes is { } bytes)
            {
                report.Line($"{side}: {bytes / 1e6:F0} MB at most");
                return bytes;
            }

            report.Warning($"{side} is skipped: {missing}");
            return long.MaxValue;
        }
    }
}
