using System.Text.Json;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Clients;

public class ClassicNotebookTests(ClassicNotebook notebook) : IClassFixture<ClassicNotebook>
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    [NeedsClassicNotebookFact]
    public async Task Lesson_5_runs_in_the_browser_and_its_figures_arrive()
    {
        File.Copy(Lesson05.Path, Path.Combine(notebook.Folder, "05.ipynb"));
        await using var page = await ClassicPage.OpenAsync(notebook, "05.ipynb");
        await page.RunAllAsync();

        var cells = await page.CodeCellsAsync();
        Assert.Equal(Enumerable.Range(1, cells.Count), cells.Select(cell => cell.GetProperty("execution_count").GetInt32()));
        var outputs = cells.SelectMany(cell => cell.GetProperty("outputs").EnumerateArray()).ToList();
        Assert.DoesNotContain(outputs, output => output.GetProperty("output_type").ValueEquals("error"));
        Assert.DoesNotContain(outputs, output => output.TryGetProperty("name", out var stream) && stream.ValueEquals("stderr"));
        Assert.All(cells.Where(EndsWithAChart), cell => Assert.Single(cell.GetProperty("outputs").EnumerateArray(), IsFigure));
        Assert.True(cells.Count(EndsWithAChart) >= 8);
    }

    [NeedsClassicNotebookFact]
    public async Task Its_toolbar_interrupts_and_restarts()
    {
        TestNotebook.Write(Path.Combine(notebook.Folder, "loop.ipynb"), TestNotebook.Code("int x = 5; Console.WriteLine(\"now\"); while (true) { }"), TestNotebook.Code("x"));
        await using var page = await ClassicPage.OpenAsync(notebook, "loop.ipynb");
        await page.StartFirstAsync();
        await page.InterruptAsync();
        await page.EndedAsync();
        Assert.Contains(await OutputsAsync(0), output => output.GetProperty("output_type").ValueEquals("error"));

        await page.RunAsync(1);
        Assert.Equal("5", Assert.Single(await OutputsAsync(1)).GetProperty("data").GetProperty("text/plain").GetString());

        await page.RestartAsync();
        await page.RunAsync(1);
        Assert.Contains("CS0103", Assert.Single(await OutputsAsync(1)).GetProperty("evalue").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, (await page.CodeCellsAsync())[1].GetProperty("execution_count").GetInt32());

        async Task<JsonElement[]> OutputsAsync(int cell) => [.. (await page.CodeCellsAsync())[cell].GetProperty("outputs").EnumerateArray()];
    }

    [NeedsClassicNotebookTheory, JupyterClients]
    public Task The_library_lists_its_kernel_spec(string client) => RunAsync(client, "listing", "kernelSpecs");

    [NeedsClassicNotebookTheory, JupyterClients]
    public Task The_library_starts_a_session_through_it(string client) => RunAsync(client, "sessions", "startedAndFoundAgain");

    [NeedsClassicNotebookTheory, JupyterClients]
    public Task The_library_runs_a_cell_through_it(string client) => RunAsync(client, "outputs", "streamsAndResult");

    [NeedsClassicNotebookTheory, JupyterClients]
    public Task The_library_interrupts_through_it(string client) => RunAsync(client, "interrupts", "loop");

    [NeedsClassicNotebookTheory, JupyterClients]
    public Task The_library_restarts_through_it(string client) => RunAsync(client, "restarts", "stateIsLost");

    private static bool EndsWithAChart(JsonElement cell) =>
        string.Concat(cell.GetProperty("source").ValueKind == JsonValueKind.Array ? cell.GetProperty("source").EnumerateArray().Select(line => line.GetString()) : [cell.GetProperty("source").GetString()])
            .Split("\n\n")[^1] is var last && last.StartsWith("Chart.", StringComparison.Ordinal) && !last.Contains(';', StringComparison.Ordinal);

    private static bool IsFigure(JsonElement output) =>
        output.TryGetProperty("data", out var data) && data.TryGetProperty(Plotly, out var figure) && figure.GetProperty("data").GetArrayLength() > 0;

    private Task RunAsync(string client, string script, string name) => ClientServer.RunAsync(notebook.Address, client, script, name);
}
