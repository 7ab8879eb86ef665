using System.Collections;
using System.Globalization;
using System.Net;
using System.Text;

namespace Neurones.Kernel.Formatting;

/// <summary>Tables for what reads better as one: matrices, sequences of objects, dictionaries, objects.</summary>
internal static class HtmlTable
{
    private const int MaxRows = 20;
    private const int MaxColumns = 20;
    private const int MaxDepth = 2;

    public static string? TryFormat(object? value) => TryFormat(value, 0);

    private static string? TryFormat(object? value, int depth)
    {
        if (Grid.Of(value) is { } grid)
            return grid.Rows * grid.Columns == 0 ? null : OfGrid(grid);
        if (value is null || depth > MaxDepth || Scalars.Is(value))
            return null;
        if (value is IDictionary dictionary)
            return OfDictionary(dictionary);
        if (value is IEnumerable sequence)
            return OfSequence(sequence);
        return Members.Describe(value.GetType()) ? OfObject(value, depth) : null;
    }

    private static string OfGrid(Grid grid)
    {
        var html = Start(grid.Title);
        foreach (var row in grid.Cells())
            html.Append("<tr>").AppendJoin("", row.Select(Number)).Append("</tr>");
        return End(html);
    }

    private static string OfDictionary(IDictionary dictionary)
    {
        var entries = PlainText.Entries(dictionary).Take(MaxRows).ToList();
        return OfRows(entries, $"{dictionary.Count} entries", ["key", "value"], (entry, name) => name == "key" ? entry.Key : entry.Value);
    }

    /// <summary>One row an item, if the items have columns: members, or numbers of their own.</summary>
    private static string? OfSequence(IEnumerable sequence)
    {
        var items = sequence.Cast<object?>().Take(MaxRows + 1).ToList();
        if (items.FirstOrDefault(item => item is not null) is not { } first)
            return null;

        var count = (sequence as ICollection)?.Count;
        var caption = items.Count <= MaxRows ? $"{items.Count} rows" : count is null ? $"the first {MaxRows} rows" : $"{MaxRows} of {count} rows";
        if (first is IList { Count: > 0 } list && Scalars.Is(list[0]))
        {
            var numbers = Enumerable.Range(0, Math.Min(list.Count, MaxColumns)).ToDictionary(j => j.ToString(CultureInfo.InvariantCulture));
            return OfRows(items, caption, [.. numbers.Keys], (item, name) => item is IList row && numbers[name] < row.Count ? row[numbers[name]] : "");
        }

        return !Scalars.Is(first) && first is not IEnumerable && Members.Describe(first.GetType())
            ? OfRows(items, caption, Members.Names(first).Take(MaxColumns).ToList(), (item, name) => item is null ? "" : Members.Value(item, name))
            : null;
    }

    private static string OfObject(object value, int depth)
    {
        var html = Start(TypeNames.Of(value.GetType()));
        foreach (var name in Members.Names(value).Take(MaxColumns))
        {
            var member = Members.Value(value, name);
            html.Append("<tr><th scope=\"row\">").Append(Encode(name)).Append("</th>")
                .Append(TryFormat(member, depth + 1) is { } table ? $"<td>{table}</td>" : Cell(member)).Append("</tr>");
        }

        return End(html);
    }

    private static string OfRows<T>(IReadOnlyList<T> rows, string caption, IReadOnlyList<string> columns, Func<T, string, object?> value)
    {
        var html = Start(caption);
        html.Append("<tr>").AppendJoin("", columns.Select(name => $"<th scope=\"col\">{Encode(name)}</th>")).Append("</tr>");
        foreach (var row in rows.Take(MaxRows))
            html.Append("<tr>").AppendJoin("", columns.Select(name => Cell(value(row, name)))).Append("</tr>");
        return End(html);
    }

    private static StringBuilder Start(string caption) =>
        new StringBuilder("<table class=\"neurones-table\">").Append(caption.Length == 0 ? "" : $"<caption>{Encode(caption)}</caption>").Append("<tbody>");

    private static string End(StringBuilder html) => html.Append("</tbody></table>").ToString();

    private static string Cell(object? value) => Scalars.IsNumber(value) ? Number(Scalars.Short(value)) : $"<td>{Encode(PlainText.Short(value))}</td>";

    private static string Number(string text) => $"<td style=\"text-align:right\">{Encode(text)}</td>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
