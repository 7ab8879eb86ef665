using System.Globalization;
using Neurones.Player.Notebooks;
using Spectre.Console;

namespace Neurones.Player.Commands;

/// <summary>Tells how a run goes on: in colour on a terminal, in plain lines elsewhere.</summary>
public sealed class RunReporter(IAnsiConsole console) : IRunProgress
{
    private StatusContext? _status;

    public static RunReporter OnConsole()
    {
        if (!Console.IsOutputRedirected)
        {
            return new RunReporter(AnsiConsole.Console);
        }

        var log = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No });
        log.Profile.Width = int.MaxValue; // A log's lines are never wrapped.
        return new RunReporter(log);
    }

    /// <summary>Runs one notebook under its name; a terminal shows which cell is running.</summary>
    public async Task<NotebookReport> WatchAsync(string notebook, Func<Task<NotebookReport>> run)
    {
        Line($"[bold]{notebook.EscapeMarkup()}[/]");
        if (!console.Profile.Capabilities.Interactive)
        {
            return await run();
        }

        return await console.Status().StartAsync("starting the kernel", async status =>
        {
            _status = status;
            return await run();
        });
    }

    public void CellStarted(NotebookCell cell, int count) => _status?.Status(string.Create(CultureInfo.InvariantCulture, $"cell {cell.Number}/{count}"));

    public void CellEnded(NotebookCell cell, int count, CellOutcome outcome, TimeSpan time)
    {
        var word = outcome switch
        {
            CellOutcome.Ok => "[green]ok[/]",
            CellOutcome.Skipped => "[grey]skipped[/]",
            CellOutcome.Unfinished => "[yellow]exercise[/]",
            _ => "[red]FAILED[/]",
        };
        Line(string.Create(CultureInfo.InvariantCulture, $"  cell {cell.Number}/{count} {word} {time.TotalSeconds:F2} s"));
    }

    public void FileMade(string file, int bytes)
    {
        _status?.Status("making its files");
        Line(string.Create(CultureInfo.InvariantCulture, $"  {file.EscapeMarkup()} {bytes / 1000.0:F0} kB"));
    }

    public void Ended(string notebook, NotebookReport report)
    {
        if (report.Failure is { } failure)
        {
            Line($"[red]{failure.Describe(notebook).EscapeMarkup()}[/]");
        }

        var word = report.Failure is not null ? "[red]FAILED[/]"
            : report.Skipped is { } reason ? $"[yellow]skipped[/] ({reason.EscapeMarkup()})"
            : "[green]ok[/]";
        var unfinished = report.Unfinished == 0 ? "" : FormattableString.Invariant($", {report.Unfinished} unfinished exercises");
        Line($"{notebook.EscapeMarkup()}: {word}, {Sum(report.Cells, report.Figures, report.Time)}{unfinished}");
    }

    public void Summary(IReadOnlyCollection<NotebookReport> reports)
    {
        var failed = reports.Count(report => report.Failure is not null);
        var skipped = reports.Count(report => report.Skipped is not null);
        var ok = skipped == 0 ? "[green]all ok[/]" : string.Create(CultureInfo.InvariantCulture, $"[green]{reports.Count - failed - skipped} ok[/]");
        var time = reports.Aggregate(TimeSpan.Zero, (sum, report) => sum + report.Time);
        Line(string.Create(CultureInfo.InvariantCulture, $"{Count(reports.Count, "notebook")}, {Sum(reports.Sum(report => report.Cells), reports.Sum(report => report.Figures), time)}: ")
            + (failed == 0 ? ok : string.Create(CultureInfo.InvariantCulture, $"[red]{failed} failed[/]"))
            + (skipped == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", [yellow]{skipped} skipped[/]")));
    }

    private static string Sum(int cells, int figures, TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{Count(cells, "cell")}, {Count(figures, "figure")}, {time.TotalSeconds:F1} s");

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    private void Line(string markup) => console.MarkupLine(markup);
}
