using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Neurones.Kernel.Language;

/// <summary>The text of an XML documentation element without its marks.</summary>
internal static partial class DocumentationText
{
    public static string Of(XElement? element)
    {
        if (element is null)
            return "";
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
            Append(text, node);
        var lines = Blank().Replace(text.ToString(), " ").Split('\f', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join("\n\n", lines);
    }

    /// <summary>The last name of a reference such as <c>M:System.Math.Exp(System.Double)</c>.</summary>
    public static string NameIn(string reference)
    {
        var name = reference.Split('(')[0];
        return Arity().Replace(name[(name.LastIndexOfAny(['.', ':']) + 1)..], "");
    }

    private static void Append(StringBuilder text, XNode node)
    {
        if (node is XText words)
            text.Append(words.Value);
        if (node is not XElement element)
            return;
        var name = element.Name.LocalName;
        if (name is "para" or "item" or "list" or "code")
            text.Append('\f');
        if (element.IsEmpty && Reference(element) is { } reference)
            text.Append(reference);
        foreach (var child in element.Nodes())
            Append(text, child);
        if (name is "para" or "list" or "code")
            text.Append('\f');
    }

    private static string? Reference(XElement element) =>
        (string?)element.Attribute("langword") ?? (string?)element.Attribute("name") ?? (string?)element.Attribute("href")
        ?? (element.Attribute("cref") is { } reference ? NameIn(reference.Value) : null);

    // A form feed, which XML can't hold, stands for the end of a paragraph.
    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}
