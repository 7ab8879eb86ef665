using System.Text.Json;
using System.Text.RegularExpressions;
using Neurones.Protocol;

namespace Neurones.Player.Notebooks;

/// <summary>Why a cell failed, and in which of its lines where that is known.</summary>
public sealed record CellError(string Name, string Message, int? Line = null)
{
    /// <summary>What a cell throws while its learner has not written it.</summary>
    public bool IsNotImplemented => Name is "NotImplementedException" or "System.NotImplementedException";

    /// <summary>A package that the cell asks for can't be had here.</summary>
    public bool IsPackageNotRestored => Name == "PackageNotRestored";

    /// <summary>The error of a reply, or null when the cell went well.</summary>
    public static CellError? FromReply(JupyterMessage reply, string cellName)
    {
        var content = reply.Content;
        if (Text(content, "status") == "ok")
        {
            return null;
        }

        var traceback = content.TryGetProperty("traceback", out var lines) && lines.ValueKind == JsonValueKind.Array
            ? string.Join('\n', lines.EnumerateArray().Select(line => line.ToString()))
            : "";
        var name = Text(content, "ename");
        var message = Text(content, "evalue");
        return new CellError(name.Length > 0 ? name : "Error", message.Length > 0 ? message : "the cell was not run", LineIn($"{message}\n{traceback}", cellName));
    }

    // Compile errors say `cell-03(2,5)`, run-time errors `cell-03:line 4`.
    private static int? LineIn(string text, string cellName)
    {
        var match = Regex.Match(text, $@"{Regex.Escape(cellName)}(?:\((\d+),|:line (\d+))", RegexOptions.CultureInvariant);
        return match.Success && int.TryParse(match.Groups[1].Success ? match.Groups[1].ValueSpan : match.Groups[2].ValueSpan, out var line) ? line : null;
    }

    private static string Text(JsonElement content, string name) =>
        content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
