using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Neurones.Formatting;

namespace Neurones;

/// <summary>Shows truth tables in any notebook host: as a table, or as lines of text.</summary>
internal sealed class TruthTableFormatterSource
{
    public const string Html = "text/html";
    public const string Text = "text/plain";

    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Hosts call it on an instance.")]
    public IEnumerable<object> CreateTypeFormatters()
    {
        yield return new MimeFormatter<TruthTable>(Html, Table);
        yield return new MimeFormatter<TruthTable>(Text, PlainText);
    }

    public static string PlainText(TruthTable table)
    {
        var names = Names(table);
        var lines = table.Rows.Select(row => Line(row.Inputs.Select((input, i) => Digit(input).PadLeft(names[i].Length)), Digit(row.Output)));
        return string.Join('\n', lines.Prepend(Line(names, Answer(table))));

        static string Line(IEnumerable<string> inputs, string answer) => $"{string.Join(' ', inputs)} | {answer}";
    }

    private static string Table(TruthTable table)
    {
        var head = string.Concat(Names(table).Append(Answer(table)).Select(name => $"<th scope=\"col\">{name}</th>"));
        var body = table.Rows.Select(row => $"<tr>{string.Concat(row.Inputs.Select(input => $"<td>{Digit(input)}</td>"))}<td><strong>{Digit(row.Output)}</strong></td></tr>");
        return $"<table><thead><tr>{head}</tr></thead><tbody>{string.Concat(body)}</tbody></table>";
    }

    private static string[] Names(TruthTable table) => [.. Enumerable.Range(1, table.InputCount).Select(i => "x" + Digit(i))];

    private static string Answer(TruthTable table) => table.Name ?? "y";

    private static string Digit(int number) => number.ToString(CultureInfo.InvariantCulture);
}
