using System.Text;

namespace Neurones.Kernel.Language;

/// <summary>The content of an inspect_reply.</summary>
internal static class InspectionReply
{
    public static object NotFound { get; } = new { status = "ok", found = false, data = new { }, metadata = new { } };

    public static object Of(string signature, int others, Documentation documentation, SignatureHelp? help)
    {
        var overloads = others > 0 ? $" (+ {others} overload{(others > 1 ? "s" : "")})" : "";
        return Found(Write(signature + overloads, documentation, "{0}", "{0}: {1}"), Write($"```csharp\n{signature}\n```{overloads}", documentation, "**{0}**", "- `{0}`: {1}"), help);
    }

    public static object Of(SignatureHelp help)
    {
        var plain = help.Overloads.Select((overload, i) => $"{(i == help.Active ? "> " : "  ")}{overload.Label}");
        var active = help.Overloads[help.Active];
        var note = string.Join('\n', new[] { active.Summary, ParameterOf(active)?.Text ?? "" }.Where(text => text.Length > 0));
        var separator = note.Length > 0 ? "\n\n" : "";
        var signatures = string.Join('\n', help.Overloads.Select(overload => overload.Label));
        return Found(string.Join('\n', plain) + separator + note, $"```csharp\n{signatures}\n```{separator}{note}", help);
    }

    private static SignatureHelp.Parameter? ParameterOf(SignatureHelp.Overload overload) =>
        overload.Parameters.ElementAtOrDefault(overload.ActiveParameter);

    private static object Found(string plain, string markdown, SignatureHelp? help) => new
    {
        status = "ok",
        found = true,
        data = new Dictionary<string, string> { ["text/plain"] = plain, ["text/markdown"] = markdown },
        metadata = help is null ? (object)new { } : new { signatures = Structured(help) },
    };

    private static object Structured(SignatureHelp help) => new
    {
        active = help.Active,
        overloads = help.Overloads.Select(overload => new
        {
            label = overload.Label,
            summary = overload.Summary,
            active_parameter = overload.ActiveParameter,
            parameters = overload.Parameters.Select(parameter => new { start = parameter.Start, end = parameter.End, text = parameter.Text }),
        }),
    };

    private static string Write(string head, Documentation documentation, string titleFormat, string itemFormat)
    {
        var text = new StringBuilder(head);
        if (documentation.Summary.Length > 0)
            text.Append("\n\n").Append(documentation.Summary);
        List("Parameters", documentation.Parameters);
        if (documentation.Returns.Length > 0)
            text.Append("\n\n").Append(Format(titleFormat, "Returns")).Append(": ").Append(documentation.Returns);
        List("Throws", documentation.Exceptions);
        return text.ToString();

        void List(string title, IReadOnlyList<(string Name, string Text)> items)
        {
            if (items.Count > 0)
                text.Append("\n\n").Append(Format(titleFormat, title));
            foreach (var (name, words) in items)
                text.Append('\n').Append(Format(itemFormat, name, words));
        }
    }

    private static string Format(string format, params object[] words) => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, words);
}
