using System.Globalization;
using System.Text.Json.Nodes;
using Neurones.Player.Kernels;
using Neurones.Player.Notebooks;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Notebooks;

public sealed class NotebookRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordedProgress _progress = new();

    [Fact]
    public async Task Cells_run_in_order_in_one_kernel_in_the_notebook_s_folder()
    {
        File.WriteAllText(_folder["data.txt"], "from the folder");
        var (report, outputs) = await RunAsync(
            TestNotebook.Markdown("# Title"),
            TestNotebook.Code("int x = 2;"),
            TestNotebook.Code("  \n"),
            TestNotebook.Code("throw new Exception();", "skip-execution"),
            TestNotebook.Code("Console.WriteLine(System.IO.File.ReadAllText(\"data.txt\")); x * 21"));
        Assert.Null(report.Failure);
        Assert.Equal([CellOutcome.Ok, CellOutcome.Skipped, CellOutcome.Skipped, CellOutcome.Ok], _progress.Outcomes);
        Assert.Equal(2, report.Cells);
        Assert.Empty(outputs[0]);
        Assert.Empty(outputs[2]);
        Assert.Equal("""["from the folder\n"]""", outputs[3][0]!["text"]!.ToJsonString());
        Assert.Equal("""["42"]""", outputs[3][1]!["data"]!["text/plain"]!.ToJsonString());
    }

    [Fact]
    public async Task The_first_failure_ends_the_run_and_names_its_cell_and_line()
    {
        var (report, outputs) = await RunAsync(TestNotebook.Code("1"), TestNotebook.Code("int y = 2;\nfoo(y)"), TestNotebook.Code("3"));
        Assert.Equal(2, report.Failure!.Cell);
        Assert.Equal(2, report.Failure.Line);
        Assert.Contains("CS0103", report.Failure.Message, StringComparison.Ordinal);
        Assert.Equal("error", (string?)outputs[1][^1]!["output_type"]);
        Assert.Empty(outputs[2]);
        Assert.StartsWith("a.ipynb, cell 2, line 2: ", report.Failure.Describe("a.ipynb"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_time_error_names_its_line()
    {
        var (report, _) = await RunAsync(TestNotebook.Code("var a = 1;\nvar b = 0;\n\nvar c = a / b;"));
        Assert.Equal((1, 4), (report.Failure!.Cell, report.Failure.Line));
        Assert.Contains("DivideByZeroException", report.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expected_exception_must_come()
    {
        Assert.Null((await RunAsync(TestNotebook.Code("throw new Exception(\"shown\");", "raises-exception"), TestNotebook.Code("1"))).Report.Failure);
        var (report, _) = await RunAsync(TestNotebook.Code("1", "raises-exception"));
        Assert.Contains("raised none", report.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unfinished_exercise_is_no_failure_but_a_broken_one_is()
    {
        var (report, _) = await RunAsync(TestNotebook.Code("double F(double x) => throw new NotImplementedException();\nF(1)", "exercise"), TestNotebook.Code("1"));
        Assert.Null(report.Failure);
        Assert.Equal(1, report.Unfinished);
        Assert.Equal(1, (await RunAsync(TestNotebook.Code("throw new Exception();", "exercise"))).Report.Failure!.Cell);
        Assert.Equal(1, (await RunAsync(TestNotebook.Code("throw new NotImplementedException();"))).Report.Failure!.Cell);
    }

    [Fact]
    public async Task Where_optional_packages_are_missing_the_notebook_is_skipped_and_only_there()
    {
        const string missing = "#r \"nuget: No.Such.Package, 1.0.0\"";
        var (report, outputs) = await RunAsync(TestNotebook.Code("1"), TestNotebook.Code(missing, "optional-packages"), TestNotebook.Code("throw new Exception();"));
        Assert.Null(report.Failure);
        Assert.Contains("No.Such.Package 1.0.0 could not be restored: ", report.Skipped, StringComparison.Ordinal);
        Assert.Equal(1, report.Cells);
        Assert.Empty(outputs[2]);

        Assert.Equal(1, (await RunAsync(TestNotebook.Code(missing))).Report.Failure!.Cell);
        Assert.Equal(1, (await RunAsync(TestNotebook.Code("throw new Exception();", "optional-packages"))).Report.Failure!.Cell);
    }

    [Fact]
    public async Task A_cell_beyond_its_time_is_ended()
    {
        var (report, outputs) = await RunAsync(TimeSpan.FromSeconds(2), TestNotebook.Code("while (true) { }"));
        Assert.Equal(1, report.Failure!.Cell);
        Assert.Contains("did not end within 2 s", report.Failure.Message, StringComparison.Ordinal);
        Assert.Equal("KernelStopped", (string?)outputs[0][^1]!["ename"]);
    }

    [Theory]
    [InlineData()]
    [InlineData("raises-exception")]
    [InlineData("exercise")]
    public async Task A_crash_is_a_failure_whatever_was_expected(params string[] tags)
    {
        var (report, _) = await RunAsync(TestNotebook.Code("int F(int n) => F(n + 1) + 1;\nF(0)", tags));
        Assert.Contains("the stack overflowed", report.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("state is lost", report.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_are_counted_and_an_empty_one_fails_its_cell()
    {
        var (report, _) = await RunAsync(TestNotebook.Code(TestNotebook.ShownType), TestNotebook.Code("""new Shown("{\"data\":[{\"y\":[1]}]}")"""), TestNotebook.Code("""new Shown("{\"data\":[{\"y\":[null]}]}")"""));
        Assert.Equal(2, report.Figures);
        Assert.Equal(3, report.Failure!.Cell);
        Assert.Contains("The figure is empty", report.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task French_settings_change_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        try
        {
            var (report, _) = await RunAsync(TimeSpan.FromSeconds(1.5), TestNotebook.Code("while (true) { }"));
            Assert.Contains("within 1.5 s", report.Failure!.Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_missing_kernel_is_a_failure_of_the_notebook()
    {
        var notebook = Notebook.Load(TestNotebook.Write(_folder["a.ipynb"], TestNotebook.Code("1")));
        var report = await new NotebookRunner(new KernelOptions { Assembly = "none.dll" }, TimeSpan.FromMinutes(1), _progress).RunAsync(notebook, _folder.Path);
        Assert.Contains("none.dll", report.Failure!.Message, StringComparison.Ordinal);
        Assert.Null(report.Failure.Cell);
    }

    public void Dispose() => _folder.Dispose();

    private Task<(NotebookReport Report, JsonArray[] Outputs)> RunAsync(params object[] cells) => RunAsync(TimeSpan.FromMinutes(2), cells);

    private async Task<(NotebookReport Report, JsonArray[] Outputs)> RunAsync(TimeSpan limit, params object[] cells)
    {
        var notebook = Notebook.Load(TestNotebook.Write(_folder["notebook.ipynb"], cells));
        var report = await new NotebookRunner(new KernelOptions(), limit, _progress).RunAsync(notebook, _folder.Path);
        return (report, [.. notebook.CodeCells.Select(cell => cell.Outputs)]);
    }

    private sealed class RecordedProgress : IRunProgress
    {
        public List<CellOutcome> Outcomes { get; } = [];

        public void CellStarted(NotebookCell cell, int count)
        {
        }

        public void CellEnded(NotebookCell cell, int count, CellOutcome outcome, TimeSpan time) => Outcomes.Add(outcome);
    }
}
