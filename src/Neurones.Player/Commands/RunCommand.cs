using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Neurones.Player.Kernels;
using Neurones.Player.Notebooks;

namespace Neurones.Player.Commands;

/// <summary><c>neurones run</c>: notebooks without a browser, for teachers, tests and CI.</summary>
public static class RunCommand
{
    /// <summary>How many seconds a cell may take unless told otherwise.</summary>
    internal const double DefaultCellLimit = 600;

    public static Command Create()
    {
        var paths = new Argument<string[]>("NOTEBOOK|FOLDER") { Description = "Notebooks, and folders whose notebooks are run.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--output") { Description = "Save the executed notebooks below this folder.", HelpName = "DIR" };
        var timeout = new Option<double>("--timeout")
        {
            Description = "How many seconds a cell may take.",
            HelpName = "S",
            DefaultValueFactory = _ => DefaultCellLimit,
            CustomParser = ParseSeconds,
        };
        var language = new Option<string?>("--lang") { Description = "Of folders, run only the notebooks in this language, such as en.", HelpName = "LANG" };
        var command = new Command("run", "Run notebooks from first to last cell. Exit code 0: all ran, but for those whose optional packages are missing; 1: a cell failed; 2: bad usage.") { paths, output, timeout, language };
        command.SetAction((parsed, cancellation) => RunAsync(
            RunPlan.Create(parsed.GetValue(paths)!, parsed.GetValue(output), parsed.GetValue(language)),
            TimeSpan.FromSeconds(parsed.GetValue(timeout)),
            cancellation));
        return command;
    }

    private static double ParseSeconds(ArgumentResult result)
    {
        if (!double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds is not (> 0 and <= 86_400))
        {
            result.AddError($"--timeout must be a number of seconds above 0 and at most 86400, not {result.Tokens[0].Value}.");
        }

        return seconds;
    }

    private static async Task<int> RunAsync(IReadOnlyList<PlannedRun> plan, TimeSpan cellLimit, CancellationToken cancellation)
    {
        var notebooks = plan.Select(run => (Run: run, Notebook: run.Load())).ToList();
        foreach (var folder in plan.Select(run => Path.GetDirectoryName(run.Output)).OfType<string>().Distinct())
        {
            Saving(() => Directory.CreateDirectory(folder)); // Now, and not after the notebook has run.
        }

        var reporter = RunReporter.OnConsole();
        var runner = new NotebookRunner(new KernelOptions(), cellLimit, reporter);
        var reports = new List<NotebookReport>();
        foreach (var (run, notebook) in notebooks)
        {
            try
            {
                var report = await reporter.WatchAsync(run.Name, () => runner.RunAsync(notebook, run.Folder, cancellation));
                reports.Add(report);
                reporter.Ended(run.Name, report);
            }
            finally
            {
                if (run.Output is not null)
                {
                    Saving(() => notebook.Save(run.Output));
                }
            }
        }

        reporter.Summary(reports);
        return reports.Exists(report => report.Failure is not null) ? ExitCode.CellFailed : ExitCode.Ok;
    }

    private static void Saving(Action save)
    {
        try
        {
            save();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The executed notebook can't be saved: {e.Message} Choose another --output.");
        }
    }
}
