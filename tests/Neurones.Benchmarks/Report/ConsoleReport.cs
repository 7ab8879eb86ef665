using System.Globalization;
using Spectre.Console;

namespace Neurones.Benchmarks;

/// <summary>Tells on the console what happens, and at the end the tables: in colour on a terminal, in plain lines elsewhere.</summary>
internal sealed class ConsoleReport(IAnsiConsole console) : IContestLog
{
    public static ConsoleReport Create()
    {
        if (!Console.IsOutputRedirected)
        {
            return new(AnsiConsole.Console);
        }

        var log = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No });
        log.Profile.Width = int.MaxValue; // A log's lines are not wrapped.
        return new(log);
    }

    public void Line(FormattableString text) => console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    public void Warning(FormattableString text) => console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]{text.ToString(CultureInfo.InvariantCulture)}[/]");

    public void Without(IEnumerable<string> names)
    {
        if (string.Join(", ", names) is { Length: > 0 } list)
        {
            Line($"  without {list}: no such computation of its own");
        }
    }

    public void Disagrees(Workload workload, Side side, double[] answer, Side reference, double[] expected) =>
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture,
            $"  [red]{side} answers {Answers.Text(answer)}, but {reference} {Answers.Text(expected)}: more than {workload.Tolerance} apart, left out[/]");

    /// <summary>What the machine can do at best.</summary>
    public void Roof(Machine machine) => Line(
        $"At best, on 1 and 2 threads: {machine.Peak(1) / 1e9:F1} and {machine.Peak(2) / 1e9:F1} GFLOP/s (double; float twice that), {machine.Bandwidth(1) / 1e9:F1} and {machine.Bandwidth(2) / 1e9:F1} GB/s from memory.");

    /// <summary>A row for each contender of a workload, with the seconds of each thread setting.</summary>
    public void Measured(Workload workload, Results results, Machine machine)
    {
        var table = new Table().AddColumns("", "1 thread", "2 threads", "times NumPy", "of the limit");
        foreach (var column in table.Columns.Skip(1))
        {
            column.RightAligned();
        }

        foreach (var side in results.Measurements.Where(m => m.Workload == workload).Select(m => m.Side.Name).Distinct())
        {
            var best = results.Best(workload.Name, side)!;
            table.AddRow(
                side, SecondsOn(1), SecondsOn(2), Times(results.Times(workload.Name, side, Side.NumPy)),
                Number($"{100 * workload.Work.Limit(machine, best.Side.Threads) / best.Seconds:F0}%"));

            string SecondsOn(int threads) =>
                results.Measurements.FirstOrDefault(m => m.Workload == workload && m.Side.Name == side && m.Side.Threads == threads) is { } m ? Duration(m.Seconds) : "";
        }

        console.Write(table);
    }

    /// <summary>The targets of the workloads that were measured.</summary>
    public void Reached(Results results)
    {
        var table = new Table().AddColumns("workload", "who", "at least", "reached", "");
        foreach (var target in Target.All)
        {
            if (results.Times(target.Workload, target.Who, target.Peer, target.Threads) is { } reached)
            {
                table.AddRow(
                    target.Workload, target.Who, Number($"{Times(target.Times)} {target.Peer}") + (target.Threads == 1 ? ", on 1 thread" : ""), Times(reached),
                    reached >= target.Times ? "[green]met[/]" : "[red]missed[/]");
            }
        }

        if (table.Rows.Count > 0)
        {
            console.Write(table);
        }
    }

    private static string Times(double? times) => times is { } value ? Number($"{value:G3} x") : "";

    private static string Duration(double seconds) => seconds < 0.1 ? Number($"{1000 * seconds:G4} ms") : Number($"{seconds:G4} s");

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
