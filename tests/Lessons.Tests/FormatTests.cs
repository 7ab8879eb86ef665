using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lessons.Tests;

/// <summary>What lets a notebook open and run unchanged in VS Code, Jupyter and our own page.</summary>
public partial class FormatTests
{
    private const int MostLinesOfACell = 15;

    private const string Metadata = """
        {
          "kernelspec": { "display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp" },
          "language_info": { "name": "C#" },
          "polyglot_notebook": { "kernelInfo": { "defaultKernelName": "csharp", "items": [{ "aliases": [], "name": "csharp" }] } }
        }
        """;

    private const string CellMetadata = """
        { "dotnet_interactive": { "language": "csharp" }, "polyglot_notebook": { "kernelName": "csharp" } }
        """;

    public static TheoryData<string> All => LessonFile.All;

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_nbformat_4_5_for_the_csharp_kernel(string name)
    {
        var notebook = LessonFile.Named(name);
        Assert.Equal((4, 5), ((int?)notebook.Json["nbformat"], (int?)notebook.Json["nbformat_minor"]));

        var metadata = (JsonObject)notebook.Json["metadata"]!.DeepClone();
        metadata["language_info"] = new JsonObject { ["name"] = metadata["language_info"]?["name"]?.DeepClone() };
        Same(Metadata, metadata);
        Assert.All(notebook.CodeCells, cell =>
        {
            var languages = (JsonObject)cell.Metadata.DeepClone();
            languages.Remove("tags");
            Same(CellMetadata, languages);
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_cell_has_an_id_of_its_own(string name)
    {
        var ids = LessonFile.Named(name).Cells.Select(cell => cell.Id).ToList();
        Assert.All(ids, id => Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_committed_without_outputs(string name) => Assert.All(LessonFile.Named(name).CodeCells, cell =>
    {
        Assert.Empty(cell.Outputs);
        Assert.Null(cell.Json["execution_count"]);
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Code_cells_are_short(string name) =>
        Assert.All(LessonFile.Named(name).CodeCells, cell => Assert.InRange(cell.Lines.Length, 1, MostLinesOfACell));

    [Theory]
    [MemberData(nameof(All))]
    public void It_begins_by_loading_the_library_by_relative_path(string name)
    {
        var lessons = string.Concat(Enumerable.Repeat("../", name.Count(c => c == '/') + 1)) + "artifacts/lessons/";
        Assert.Equal(
            [$"#r \"{lessons}MathNet.Numerics.dll\"", $"#r \"{lessons}Neurones.dll\"", $"#r \"{lessons}Neurones.Charts.dll\""],
            LessonFile.Named(name).CodeCells.First().Lines[..3]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_cell_uses_what_fails_in_a_host(string name) => Assert.All(LessonFile.Named(name).CodeCells, cell =>
        Assert.All(cell.Lines, line => Assert.DoesNotMatch(@"^(using var|ref |(ReadOnly)?Span<|namespace |file |yield )", line)));

    [Theory]
    [MemberData(nameof(All))]
    public void Its_links_lead_somewhere(string name)
    {
        var notebook = LessonFile.Named(name);
        var links = notebook.Cells.Where(cell => !cell.IsCode).SelectMany(cell => Link().Matches(cell.Source)).Select(match => match.Groups[1].Value);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(notebook.File)!, link)), $"{link} does not exist"));
    }

    // Links to a page in the web have a scheme; those to a place in the same notebook begin with #.
    [GeneratedRegex(@"\]\((?![a-z]+:|#)([^)#\s]+)")]
    private static partial Regex Link();

    private static void Same(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected {expected}, found {actual}");
}
