using System.Text;
using Neurones.Kernel.Scripting;

namespace Neurones.Kernel.Scripts;

/// <summary>Puts the program together: what it needs, the cells' names in their order, then each cell as a class below its prose.</summary>
internal static class ScriptText
{
    public static string Compose(string notebook, string script, string plotly, IReadOnlyList<(LessonCell Cell, CellPart? Part)> cells, ScriptNeeds needs, IEnumerable<string> usings)
    {
        var text = new StringBuilder();
        AppendHead(text, notebook, script, needs);
        string[] given = [.. ScriptSession.Usings.Where(name => name != typeof(Notebook).FullName).Select(name => $"using {name};")];
        string[] all = [.. given, .. usings.Except(given).OrderBy(line => line.Contains('=', StringComparison.Ordinal)), "using static Lesson;"];
        text.AppendJoin('\n', all).Append("\n\nSystem.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.InvariantCulture;\n\n");
        foreach (var (cell, _) in cells.Where(entry => entry.Part is { Runs: true }))
            Add(text, $"await Cell(\"{cell.Id}\", {cell.ClassName}.Run{Ending(cell)});\n");

        string? previous = null;
        foreach (var (cell, part) in cells)
            AppendCell(text, cell, part, ref previous);

        text.Append('\n').Append(LessonHelper.Source(script, plotly, needs.HasCharts));
        return text.ToString();
    }

    private static void AppendHead(StringBuilder text, string notebook, string script, ScriptNeeds needs)
    {
        var file = Path.GetFileName(script);
        text.Append("#!/usr/bin/env -S dotnet run\n");
        Add(text, $"// Made of {Path.GetFileName(notebook)} by `neurones export --script`. Needs the .NET 10 SDK: dotnet run {file}\n");
        if (needs.Projects.Count > 0)
            text.Append("// Built with the projects below, from where this file lies: when you move it, correct their paths.\n");
        foreach (var project in needs.Projects)
            Add(text, $"#:project {project}\n");
        foreach (var (id, version) in needs.Packages)
            Add(text, $"#:package {id}@{version}\n");
        if (needs.Packages.Count > 0)
            text.Append("#:property ManagePackageVersionsCentrally=false\n");
        // As notebooks are compiled, whatever the folders around the file say.
        foreach (var property in (string[])["LangVersion=14.0", "Nullable=disable", "ImplicitUsings=disable", "AllowUnsafeBlocks=true", "Optimize=true", "PublishAot=false", "TreatWarningsAsErrors=false", "RunAnalyzers=false", "GenerateDocumentationFile=false"])
            Add(text, $"#:property {property}\n");
        text.Append("#pragma warning disable\n\n");
    }

    private static string Ending(LessonCell cell) => cell.Tags.Contains("raises-exception") ? ", fails: true" : cell.Tags.Contains("exercise") ? ", exercise: true" : "";

    private static void AppendCell(StringBuilder text, LessonCell cell, CellPart? part, ref string? previous)
    {
        if (part is null)
        {
            text.Append('\n').Append(Comment(cell.Source));
        }
        else if (part.WhyNot is { } why)
        {
            Add(text, $"\n// {why.ReplaceLineEndings(" ")}\n{Comment(cell.Source)}");
        }
        else if (!part.IsEmpty)
        {
            Add(text, $"\npublic class {cell.ClassName}{(previous is null ? "" : $" : {previous}")}\n{{\n");
            foreach (var member in part.Members)
                text.Append(Indented(member, 4)).Append('\n');
            if (part.Runs)
                AppendRun(text, part);
            text.Append("}\n");
            previous = cell.ClassName;
        }
    }

    private static void AppendRun(StringBuilder text, CellPart part)
    {
        Add(text, $"{(part.Members.Count > 0 ? "\n" : "")}    public static {(part.IsAsync ? "async Task" : "void")} Run()\n    {{\n");
        foreach (var (index, statement) in part.Statements.Index())
            text.Append(Indented(index == 0 ? statement.TrimStart('\n') : statement, 8)).Append('\n');
        text.Append("    }\n");
    }

    private static void Add(StringBuilder text, string line) => text.Append(line);

    private static string Comment(string source) => string.Concat(source.TrimEnd().Split('\n').Select(line => $"// {line}".TrimEnd() + "\n"));

    // Text that a string keeps as it is must stay where it is.
    private static string Indented(string code, int columns) => code.Contains("@\"", StringComparison.Ordinal)
        ? code
        : string.Join('\n', code.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', columns) + line));
}
