namespace Neurones.Player.Notebooks;

/// <summary>A notebook to run, and where what comes of it goes, if anywhere.</summary>
public sealed record PlannedRun(string Source, string? Output)
{
    /// <summary>How messages call the notebook: by its path from here, where it lies below.</summary>
    public string Name => Path.GetRelativePath(Directory.GetCurrentDirectory(), Source) is var relative && relative.StartsWith("..", StringComparison.Ordinal) ? Source : relative;

    /// <summary>The kernel's working folder.</summary>
    public string Folder => Path.GetDirectoryName(Source)!;

    /// <exception cref="UsageException">The file can't be read, or isn't a notebook.</exception>
    public Notebook Load()
    {
        try
        {
            return Notebook.Load(Source);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(e.Message);
        }
    }
}

/// <summary>Which notebooks a command line means.</summary>
public static class RunPlan
{
    /// <summary>Finds the notebooks in files and folders; a folder gives all below it, in the order of their names.</summary>
    /// <param name="paths">The files and folders.</param>
    /// <param name="output">The folder below which each notebook has its output, in the same place as below the folder it was found in.</param>
    /// <param name="language">Of folders, only the notebooks in this language.</param>
    /// <param name="extension">What an output is called, after the notebook's own name.</param>
    /// <exception cref="UsageException">Something isn't there, or an output would replace a notebook or another output.</exception>
    public static IReadOnlyList<PlannedRun> Create(IReadOnlyList<string> paths, string? output, string? language, string extension = ".ipynb")
    {
        var runs = paths.SelectMany(path => Find(path, language))
            .Select(found => new PlannedRun(found.File, output is null ? null : Path.GetFullPath(Path.Combine(output, Path.ChangeExtension(found.Relative, null) + extension))))
            .ToList();
        var sources = runs.Select(run => run.Source).ToHashSet();
        if (runs.Find(run => run.Output is not null && sources.Contains(run.Output)) is { } over)
        {
            throw new UsageException($"The executed copy of {over.Source} would replace a notebook: choose another --output than {output}.");
        }

        if (runs.Where(run => run.Output is not null).GroupBy(run => run.Output).FirstOrDefault(same => same.Count() > 1) is { } clash)
        {
            throw new UsageException($"{string.Join(" and ", clash.Select(run => run.Source))} would both be saved as {clash.Key}: give them different --output folders, one after the other.");
        }

        return runs;
    }

    private static List<(string File, string Relative)> Find(string path, string? language)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return [(full, Path.GetFileName(full))];
        }

        if (!Directory.Exists(full))
        {
            throw new UsageException($"There is no notebook or folder {path}.");
        }

        var root = Path.TrimEndingDirectorySeparator(full);
        var found = Directory.EnumerateFiles(root, "*.ipynb", SearchOption.AllDirectories)
            .Select(file => (File: file, Relative: Path.GetRelativePath(root, file)))
            .Where(entry => !Folders(entry.Relative).Any(folder => folder.StartsWith('.')))
            .Where(entry => language is null || Path.GetFileName(root) == language || Folders(entry.Relative).Contains(language))
            .OrderBy(entry => entry.Relative, StringComparer.Ordinal)
            .ToList();
        return found.Count > 0 ? found
            : language is null ? throw new UsageException($"There is no notebook in {path}.")
            : throw new UsageException($"There is no notebook in {path} whose language is {language}.");
    }

    private static IEnumerable<string> Folders(string relative) => relative.Split(Path.DirectorySeparatorChar).SkipLast(1);
}
