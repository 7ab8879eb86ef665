using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Neurones.Player.Kernels;
using Neurones.Player.Notebooks;
using Neurones.Player.Pictures;
using Neurones.Player.Server;

namespace Neurones.Player.Commands;

/// <summary><c>neurones export</c>: what becomes of notebooks elsewhere. So far: the pictures of their figures.</summary>
public static class ExportCommand
{
    private const int UsualWidth = 800;

    public static Command Create()
    {
        var paths = new Argument<string[]>("NOTEBOOK|FOLDER") { Description = "Notebooks, and folders whose notebooks are exported.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output") { Description = "The folder for what is made: DIR/NOTEBOOK/CELL.png, DIR/NOTEBOOK/CELL-2.png.", HelpName = "DIR", Required = true };
        var images = new Option<bool>("--images") { Description = "Run the notebooks and draw every figure, an animation at its end." };
        var referenced = new Option<bool>("--referenced") { Description = "Only the pictures that the notebooks' own text shows, and on drawn photos: what a repository keeps." };
        var format = new Option<string>("--format") { Description = "png or svg.", HelpName = "FORMAT", DefaultValueFactory = _ => "png" }.AcceptOnlyFromAmong("png", "svg");
        var theme = new Option<string>("--theme") { Description = "light or dark.", HelpName = "THEME", DefaultValueFactory = _ => "light" }.AcceptOnlyFromAmong("light", "dark");
        var width = new Option<int>("--width")
        {
            Description = "How many pixels wide a picture is; how high, its figure says.",
            HelpName = "PIXELS",
            DefaultValueFactory = _ => UsualWidth,
            CustomParser = ParseWidth,
        };
        var command = new Command("export", "Turn notebooks into something else, so far into pictures. Exit code 0: all done; 1: a cell or a drawing failed; 2: bad usage.")
        {
            paths, images, output, referenced, format, width, theme,
        };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(images))
            {
                result.AddError("Say what to make of the notebooks: --images.");
            }
        });
        command.SetAction((parsed, cancellation) => ImagesAsync(
            RunPlan.Create(parsed.GetValue(paths)!, parsed.GetValue(output), null),
            new PictureStyle(parsed.GetValue(format)!, parsed.GetValue(width), parsed.GetValue(theme)!),
            parsed.GetValue(referenced),
            cancellation));
        return command;
    }

    private static int ParseWidth(ArgumentResult result)
    {
        if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var width) || width is not (>= 200 and <= 4000))
        {
            result.AddError($"--width must be a number of pixels from 200 to 4000, not {result.Tokens[0].Value}.");
        }

        return width;
    }

    private static async Task<int> ImagesAsync(IReadOnlyList<PlannedRun> plan, PictureStyle style, bool referenced, CancellationToken cancellation)
    {
        var exports = plan.Select(run => new PictureExport(run, style, referenced)).Where(export => !export.IsEmpty).ToList();
        if (exports.Count == 0)
        {
            throw new UsageException($"No notebook shows a {style.Format} picture of its own below this --output: with --referenced it must be the folder that their text points to, such as images.");
        }

        var reporter = RunReporter.OnConsole();
        var kernels = referenced ? new KernelOptions { Environment = new Dictionary<string, string> { ["NEURONES_PHOTOS"] = "drawn" } } : new KernelOptions();
        var runner = new NotebookRunner(kernels, TimeSpan.FromSeconds(RunCommand.DefaultCellLimit), reporter);
        await using var drawer = await FigureDrawer.StartAsync(BrowserFinder.OfThisMachine.Find(), StaticShell.UsualRoot, cancellation);
        var reports = new List<NotebookReport>();
        foreach (var export in exports)
        {
            var report = await reporter.WatchAsync(export.Name, () => export.MakeAsync(runner, drawer, reporter.PictureDrawn, cancellation));
            reporter.Ended(export.Name, report);
            reports.Add(report);
        }

        reporter.Summary(reports);
        return reports.Exists(report => report.Failure is not null) ? ExitCode.CellFailed : ExitCode.Ok;
    }
}
