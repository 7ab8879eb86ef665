using System.Globalization;
using System.Text.Json;

namespace Neurones.Kernel.Tests.Language;

/// <summary>Asks the kernel what an editor asks. In code, ¦ stands for the cursor.</summary>
internal static class Editor
{
    public static Task<JsonElement> CompleteAsync(this KernelClient kernel, string marked, params string[] before) => kernel.AskAsync("complete_request", marked, before);

    public static Task<JsonElement> InspectAsync(this KernelClient kernel, string marked, params string[] before) => kernel.AskAsync("inspect_request", marked, before);

    public static Task<JsonElement> DiagnoseAsync(this KernelClient kernel, string code, params string[] before) => kernel.AskAsync("diagnostics_request", code + "¦", before);

    public static async Task<IReadOnlyList<string>> MatchesAsync(this KernelClient kernel, string marked, params string[] before) =>
        [.. (await kernel.CompleteAsync(marked, before)).GetProperty("matches").EnumerateArray().Select(match => match.GetString()!)];

    public static async Task<string> PlainAsync(this KernelClient kernel, string marked, params string[] before)
    {
        var reply = await kernel.InspectAsync(marked, before);
        return reply.GetProperty("found").GetBoolean() ? reply.GetProperty("data").GetProperty("text/plain").GetString()! : "";
    }

    /// <summary>Each diagnostic as its severity, its id and the text that it is about.</summary>
    public static async Task<IReadOnlyList<string>> MarksAsync(this KernelClient kernel, string code, params string[] before) =>
    [
        .. (await kernel.DiagnoseAsync(code, before)).GetProperty("diagnostics").EnumerateArray().Select(each =>
            $"{each.GetProperty("severity").GetString()} {each.GetProperty("id").GetString()} {Cut(code, each.GetProperty("start").GetInt32(), each.GetProperty("end").GetInt32())}"),
    ];

    /// <summary>How many code points a text has; counted here by another way than the kernel's.</summary>
    public static int CodePoints(string text) => text.EnumerateRunes().Count();

    private static async Task<JsonElement> AskAsync(this KernelClient kernel, string type, string marked, string[] before)
    {
        var cursor = marked.IndexOf('¦', StringComparison.Ordinal);
        Assert.True(cursor >= 0, string.Create(CultureInfo.InvariantCulture, $"No cursor in {marked}"));
        var run = await kernel.RequestAsync(type, new { code = marked.Remove(cursor, 1), cursor_pos = CodePoints(marked[..cursor]), before });
        Assert.True(run.Status == "ok", run.Reply.ToString());
        Assert.Equal(["status", type.Replace("request", "reply", StringComparison.Ordinal), "status"], run.Types.Take(3));
        return run.Reply;
    }

    private static string Cut(string text, int start, int end) => string.Concat(text.EnumerateRunes().Skip(start).Take(end - start));
}
