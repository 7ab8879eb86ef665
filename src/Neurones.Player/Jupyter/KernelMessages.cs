using System.Text.Json;
using Neurones.Protocol;

namespace Neurones.Player.Jupyter;

/// <summary>The messages that the server itself makes in a kernel's name, and what it reads from a kernel's.</summary>
public static class KernelMessages
{
    public static JupyterMessage Status(string state, string session, JupyterMessage? parent = null) =>
        JupyterMessage.Create(Channels.IoPub, "status", session, new { execution_state = state }, parent);

    /// <summary>The state in a status message, or null in any other.</summary>
    public static string? ExecutionState(JupyterMessage message) =>
        message.Channel == Channels.IoPub && message.MessageType == "status" && message.Content.TryGetProperty("execution_state", out var state)
            ? Text(state)
            : null;

    /// <summary>The identifier of the request whose cell the kernel has told to stop; null when none was running.</summary>
    public static string? InterruptedCell(JupyterMessage reply) =>
        reply.Content.TryGetProperty("interrupted", out var id) ? Text(id) : null;

    /// <summary>The error output of a cell whose kernel is gone.</summary>
    public static JupyterMessage Error(string sentence, string session, JupyterMessage request) =>
        JupyterMessage.Create(Channels.IoPub, "error", session, new { ename = "KernelStopped", evalue = sentence, traceback = new[] { sentence } }, request);

    public static JupyterMessage ErrorReply(string sentence, string session, JupyterMessage request) => JupyterMessage.Create(
        request.Channel,
        ReplyType(request),
        session,
        new { status = "error", execution_count = 0, ename = "KernelStopped", evalue = sentence, traceback = new[] { sentence } },
        request);

    public static JupyterMessage AbortedReply(string session, JupyterMessage request) =>
        JupyterMessage.Create(request.Channel, ReplyType(request), session, new { status = "aborted", execution_count = 0 }, request);

    // A kernel runs anyone's code, which may write to its pipe: JSON may hold an escape of half a character.
    private static string? Text(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string ReplyType(JupyterMessage request) => request.MessageType.Replace("_request", "_reply", StringComparison.Ordinal);
}
