using System.Text.Json;
using Neurones.Protocol;

namespace Neurones.Kernel.Tests;

/// <summary>The messages that answer one request.</summary>
internal sealed record CellRun(IReadOnlyList<JupyterMessage> Messages)
{
    public IReadOnlyList<string> Types => Messages.Select(message => message.MessageType).ToList();

    public JsonElement Reply => Messages.Single(message => message.MessageType.EndsWith("_reply", StringComparison.Ordinal)).Content;

    public string Status => Reply.GetProperty("status").GetString()!;

    public string Printed => string.Concat(Contents("stream").Select(content => content.GetProperty("text").GetString()));

    public JsonElement Error => Contents("error").Single();

    public string ErrorText => Status == "error" ? string.Join('\n', Error.GetProperty("traceback").EnumerateArray().Select(line => line.GetString())) : $"status {Status}";

    public JsonElement Result => Contents("execute_result").Single().GetProperty("data");

    public string Text => Result.GetProperty("text/plain").GetString()!;

    public string Html => Result.GetProperty("text/html").GetString()!;

    public IEnumerable<JsonElement> Contents(string type) =>
        Messages.Where(message => message.MessageType == type).Select(message => message.Content);
}
