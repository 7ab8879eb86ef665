namespace Neurones.Player.Exports;

/// <summary>plotly.js beside what is made, once for all: it draws the figures of pages and of programs.</summary>
/// <param name="folder">Where it is to lie.</param>
/// <param name="webRoot">The page's files, of which it is one.</param>
public sealed class PlotlyFile(OutputFolder folder, string webRoot)
{
    private const string Name = "plotly.min.js";

    public string Path { get; } = System.IO.Path.Combine(folder.Path, Name);

    /// <summary>The file to write; null where it lies there already, in this version.</summary>
    public async Task<OutputFile?> MakeAsync(CancellationToken cancellation)
    {
        var source = new FileInfo(System.IO.Path.Combine(webRoot, "assets", Name));
        var there = new FileInfo(Path);
        return there.Exists && there.Length == source.Length ? null : new OutputFile(Path, await File.ReadAllBytesAsync(source.FullName, cancellation));
    }
}
