using System.CommandLine;
using Neurones.Player.Exports;
using Neurones.Player.Kernels;
using Neurones.Player.Notebooks;
using Neurones.Player.Pages;
using Neurones.Player.Pictures;
using Neurones.Player.Scripts;
using Neurones.Player.Server;

namespace Neurones.Player.Commands;

/// <summary><c>neurones export</c>: what becomes of notebooks elsewhere: pages, pictures, programs.</summary>
public static class ExportCommand
{
    private const int UsualWidth = 800;

    public static Command Create()
    {
        var paths = new Argument<string[]>("NOTEBOOK|FOLDER") { Description = "Notebooks, and folders whose notebooks are exported.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output") { Description = "The folder for what is made: DIR/NOTEBOOK.html, DIR/NOTEBOOK.cs, DIR/NOTEBOOK/CELL.png, DIR/NOTEBOOK/CELL-2.png.", HelpName = "DIR", Required = true };
        var html = new Option<bool>("--html") { Description = "Run the notebooks and make a page of each, to read and to print anywhere; of several, also an index.html." };
        var script = new Option<bool>("--script") { Description = "Make a C# program of each notebook, which runs with `dotnet run NOTEBOOK.cs`." };
        var images = new Option<bool>("--images") { Description = "Run the notebooks and draw every figure, an animation at its end. Needs Chrome, Chromium or Edge." };
        var referenced = new Option<bool>("--referenced") { Description = "Of the pictures only those that the notebooks' own text shows, and on drawn photos: what a repository keeps." };
        var format = new Option<string[]>("--format")
        {
            Description = "Of the pictures: png, svg, or both.",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => ["png", "svg"],
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        }.AcceptOnlyFromAmong("png", "svg");
        var theme = new Option<string>("--theme") { Description = "Of the pictures: light or dark.", HelpName = "THEME", DefaultValueFactory = _ => "light" }.AcceptOnlyFromAmong("light", "dark");
        var width = NumberOption.Create("--width", "PIXELS", FormattableString.Invariant($"How many pixels wide a picture is. Default: {UsualWidth}."), 200, 4000);
        var height = NumberOption.Create("--height", "PIXELS", "How many pixels high a picture is. Default: what its figure says.", 200, 4000);
        var scale = NumberOption.Create("--scale", "1..4", "How many pixels of a PNG stand for one of --width: 2 is sharp on paper and on fine screens. Default: 1.", 1, 4);
        var command = new Command("export", "Turn notebooks into pages, pictures and programs. Exit code 0: all done; 1: a cell or a drawing failed; 2: bad usage.")
        {
            paths, html, script, images, output, referenced, format, width, height, scale, theme,
        };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(images) && !result.GetValue(html) && !result.GetValue(script))
            {
                result.AddError("Say what to make of the notebooks: --html, --script or --images, or several of them.");
            }
            else if (!result.GetValue(images) && result.GetValue(referenced))
            {
                result.AddError("--referenced chooses among pictures: it goes with --images.");
            }
        });
        command.SetAction((parsed, cancellation) => ExportAsync(
            RunPlan.Create(parsed.GetValue(paths)!, parsed.GetValue(output), null, extension: ""),
            new OutputFolder(parsed.GetValue(output)!),
            new Wanted(parsed.GetValue(html), parsed.GetValue(script), parsed.GetValue(images), parsed.GetValue(referenced)),
            [.. parsed.GetValue(format)!.Distinct().Select(each => new PictureStyle(each, parsed.GetValue(width) ?? UsualWidth, parsed.GetValue(height), parsed.GetValue(scale) ?? 1, parsed.GetValue(theme)!))],
            cancellation));
        return command;
    }

    private static async Task<int> ExportAsync(IReadOnlyList<PlannedRun> plan, OutputFolder folder, Wanted wanted, IReadOnlyList<PictureStyle> styles, CancellationToken cancellation)
    {
        var lessons = plan.Select(run => (Run: run, Notebook: run.Load())).ToList();
        if (wanted.Referenced)
        {
            lessons.RemoveAll(lesson => !wanted.Html && !wanted.Script && PictureForm.Wanted(lesson.Run, lesson.Notebook, styles).Count == 0);
            if (lessons.Count == 0)
            {
                throw new UsageException($"No notebook shows a {string.Join(" or ", styles.Select(style => style.Format))} picture of its own below this --output: with --referenced it must be the folder that their text points to, such as images.");
            }
        }

        var reporter = RunReporter.OnConsole();
        var kernels = wanted.Referenced ? new KernelOptions { Environment = new Dictionary<string, string> { ["NEURONES_PHOTOS"] = "drawn" } } : new KernelOptions();
        var runner = new NotebookRunner(kernels, TimeSpan.FromSeconds(RunCommand.DefaultCellLimit), reporter);
        await using var drawer = wanted.Images ? await FigureDrawer.StartAsync(BrowserFinder.OfThisMachine.Find(), StaticShell.UsualRoot, cancellation) : null;
        var plotly = new PlotlyFile(folder, StaticShell.UsualRoot);
        var pages = wanted.Html ? new PageForm(plan, folder, plotly, StaticShell.UsualRoot) : null;
        var pictures = drawer is null ? null : new PictureForm(drawer, styles, wanted.Referenced);
        var program = wanted.Script ? new ScriptForm(plotly) : null;
        ILessonForm[] forms = [.. new ILessonForm?[] { program, pages, pictures }.OfType<ILessonForm>()];
        var reports = new List<NotebookReport>();
        foreach (var (run, notebook) in lessons)
        {
            var export = new LessonExport(run, notebook, forms);
            var report = await reporter.WatchAsync(export.Name, () => export.MakeAsync(runner, folder, reporter.FileMade, cancellation));
            reporter.Ended(export.Name, report);
            reports.Add(report);
        }

        if (pages?.Contents() is { } contents)
        {
            folder.Save([contents]);
        }

        reporter.Summary(reports);
        return reports.Exists(report => report.Failure is not null) ? ExitCode.CellFailed : ExitCode.Ok;
    }

    /// <summary>What to make of the notebooks.</summary>
    private sealed record Wanted(bool Html, bool Script, bool Images, bool Referenced);
}
