using System.Text.Json;
using Neurones.Kernel.Messaging;

namespace Neurones.Kernel.Language;

/// <summary>What an editor asks about: a cell's code, where the cursor is in it, and the cells above that have not run yet.</summary>
internal sealed record LanguageQuery(string Code, int Cursor, IReadOnlyList<string> Before)
{
    /// <summary>Reads a request's content; its <c>before</c>, a list of sources in their order, is our addition to the protocol.</summary>
    public static LanguageQuery Read(JsonElement content)
    {
        var code = content.Text("code") ?? "";
        var cursor = content.Field("cursor_pos") is { ValueKind: JsonValueKind.Number } field && field.TryGetInt32(out var number) ? number : int.MaxValue;
        var before = content.Field("before") is { ValueKind: JsonValueKind.Array } sources
            ? sources.EnumerateArray().Where(source => source.ValueKind == JsonValueKind.String).Select(TextOf).ToList()
            : [];
        return new(code, CodePoints.ToIndex(code, cursor), before);
    }

    private static string TextOf(JsonElement source)
    {
        try
        {
            return source.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return ""; // half a surrogate pair
        }
    }
}
