namespace Neurones.Kernel.Scripts;

/// <summary>What the program is built with: a file-based program can't name assemblies, so it names the packages, and the projects that the assemblies are built from.</summary>
internal sealed record ScriptNeeds(IReadOnlyList<string> Projects, IReadOnlyList<(string Id, string Version)> Packages)
{
    /// <summary>Whether figures can be shown.</summary>
    public bool HasCharts => Projects.Any(project => Path.GetFileNameWithoutExtension(project) == "Neurones.Charts");

    /// <param name="references">What the notebook's `#r` lines name.</param>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="script">The program's file: where it lies in the same repository, the projects' paths start there.</param>
    /// <exception cref="ScriptException">An assembly comes from no project and no package.</exception>
    public static ScriptNeeds Of(IEnumerable<string> references, string folder, string script)
    {
        var packages = new List<(string, string)>();
        var assemblies = new List<(string Path, string? Project, string? Root)>();
        foreach (var reference in references)
        {
            if (reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            {
                var parts = reference["nuget:".Length..].Split(',', StringSplitOptions.TrimEntries);
                packages.Add((parts[0], parts.Length > 1 ? parts[1] : "*"));
            }
            else
            {
                var path = Path.GetFullPath(reference, folder);
                assemblies.Add(FindProject(path));
            }
        }

        // What lies beside an assembly that we build comes with its project.
        var built = assemblies.Where(assembly => assembly.Project is not null).Select(assembly => Path.GetDirectoryName(assembly.Path)).ToHashSet();
        return assemblies.FirstOrDefault(assembly => assembly.Project is null && !built.Contains(Path.GetDirectoryName(assembly.Path))) is { Path: { } lost }
            ? throw new ScriptException($"A program of one file can't use the assembly {lost}: only packages, and assemblies whose project lies in src/{Path.GetFileNameWithoutExtension(lost)} of the same repository.")
            : new([.. assemblies.Where(assembly => assembly.Project is not null).Select(assembly => From(script, assembly.Project!, assembly.Root!))], packages);
    }

    private static (string Path, string? Project, string? Root) FindProject(string assembly)
    {
        var name = Path.GetFileNameWithoutExtension(assembly);
        for (var root = Path.GetDirectoryName(assembly); root is not null; root = Path.GetDirectoryName(root))
        {
            var project = Path.Combine(root, "src", name, $"{name}.csproj");
            if (File.Exists(project))
                return (assembly, project, root);
        }

        return (assembly, null, null);
    }

    private static string From(string script, string project, string root) =>
        script.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? Path.GetRelativePath(Path.GetDirectoryName(script)!, project).Replace(Path.DirectorySeparatorChar, '/')
            : project;
}
