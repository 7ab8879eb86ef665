using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;

namespace Neurones.Kernel.Formatting;

/// <summary>Any value as text: what is always shown, and all that some clients can show.</summary>
internal static class PlainText
{
    private const int MaxItems = 20;
    private const int MaxNestedItems = 6;
    private const int MaxDepth = 2;
    private const int MaxNestedLength = 200;

    public static string Of(object? value) => value switch
    {
        string text => text,
        _ when Scalars.Is(value) => Scalars.Full(value),
        _ when Grid.Of(value) is { } grid => OfGrid(grid),
        _ => Nested(value, 0),
    };

    /// <summary>A value on one line, as it stands in a cell of a table.</summary>
    public static string Short(object? value) => value is string text ? Cut(text) : Cut(Nested(value, 1).ReplaceLineEndings(" "));

    private static string Nested(object? value, int depth) => value switch
    {
        string text => $"\"{Cut(text)}\"",
        _ when Scalars.Is(value) => depth == 0 ? Scalars.Full(value) : Scalars.Short(value),
        _ when Grid.Of(value) is { } grid => OfSmallGrid(grid),
        _ when depth > MaxDepth => "…",
        IDictionary dictionary => $"{{ {Join(Entries(dictionary), Limit(depth), entry => OfEntry(entry, depth + 1), dictionary.Count)} }}",
        IEnumerable sequence when !Members.HasOwnText(sequence.GetType()) =>
            $"[{Join(sequence.Cast<object?>(), Limit(depth), item => Nested(item, depth + 1), (sequence as ICollection)?.Count)}]",
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Nested(tuple[i], depth + 1)))})",
        _ when Members.Describe(value!.GetType()) => $"{TypeNames.Of(value.GetType())} {{ {OfMembers(value, depth + 1)} }}".TrimStart(),
        _ => depth == 0 ? value!.ToString() ?? "" : Cut(value!.ToString() ?? ""),
    };

    private static string OfEntry(DictionaryEntry entry, int depth) => $"{Nested(entry.Key, depth)}: {Nested(entry.Value, depth)}";

    private static string OfMembers(object value, int depth) =>
        string.Join(", ", Members.Names(value).Select(name => $"{name} = {Nested(Members.Value(value, name), depth)}"));

    private static int Limit(int depth) => depth == 0 ? MaxItems : MaxNestedItems;

    public static IEnumerable<DictionaryEntry> Entries(IDictionary dictionary)
    {
        var entries = dictionary.GetEnumerator();
        while (entries.MoveNext())
            yield return entries.Entry;
    }

    /// <summary>The first items; the sequence may be endless, so it is never read further than one item more.</summary>
    private static string Join<T>(IEnumerable<T> items, int limit, Func<T, string> format, int? count)
    {
        var shown = items.Take(limit + 1).ToList();
        var text = string.Join(", ", shown.Take(limit).Select(format));
        return shown.Count <= limit ? text : count is null ? $"{text}, …" : $"{text}, … ({count} in all)";
    }

    private static string OfGrid(Grid grid)
    {
        var cells = grid.Cells();
        var text = new StringBuilder(grid.Title);
        var columns = cells.Count == 0 ? 0 : cells[0].Count;
        var widths = Enumerable.Range(0, columns).Select(j => cells.Max(row => row[j].Length)).ToList();
        foreach (var row in cells)
            text.Append('\n').AppendJoin("  ", row.Select((cell, j) => cell.PadLeft(widths[j])));
        return text.ToString();
    }

    private static string OfSmallGrid(Grid grid)
    {
        if (grid.Rows * grid.Columns is 0 or > MaxNestedItems)
            return grid.Title;
        var rows = string.Join(", ", grid.Cells().Select(row => $"[{string.Join(", ", row)}]"));
        return grid.IsVector ? rows : $"[{rows}]";
    }

    private static string Cut(string text) => text.Length <= MaxNestedLength ? text : text[..MaxNestedLength] + "…";
}
