using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Neurones.Player.Notebooks;

namespace Neurones.Player.Pictures;

/// <summary>A figure, and what the file of its picture is called but for the extension.</summary>
public sealed record NamedFigure(string Name, JsonNode Figure);

/// <summary>Which pictures a notebook's figures make, and which its text shows.</summary>
public static partial class NotebookPictures
{
    /// <summary>The figures of an executed notebook by their pictures' names: the cell's id and, from its second figure on, a number.</summary>
    /// <exception cref="DrawingException">Two figures would have one name.</exception>
    public static IReadOnlyList<NamedFigure> Figures(Notebook notebook)
    {
        List<NamedFigure> all = [.. notebook.CodeCells.SelectMany(cell => FigureCheck.Figures(cell.Outputs).Select((figure, index) =>
            new NamedFigure(index == 0 ? cell.Id : FormattableString.Invariant($"{cell.Id}-{index + 1}"), figure!)))];
        return all.CountBy(figure => figure.Name).FirstOrDefault(same => same.Value > 1).Key is { } name
            ? throw new DrawingException($"Two figures would both be called {name}: give one of their cells another id.")
            : all;
    }

    /// <summary>The full paths of the pictures in files that the text of the notebook <paramref name="file"/> shows.</summary>
    public static IReadOnlySet<string> Shown(Notebook notebook, string file) => Places(notebook, file).Select(picture => picture.File).ToHashSet();

    /// <summary>The same, each once, with its place as the text names it.</summary>
    public static IEnumerable<(string Place, string File)> Places(Notebook notebook, string file) =>
        notebook.Markdown.SelectMany(text => Image().Matches(text)).Select(match => match.Groups[1].Value).Distinct()
            .Select(place => (place, Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(place)))));

    // ![What it shows, in [0, 1]](../../images/05-lesson/cell.png)
    [GeneratedRegex(@"!\[(?:[^\[\]]|\[[^\[\]]*\])*\]\((?![a-z]+:)([^)\s]+)\)")]
    private static partial Regex Image();
}
