using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;
using Neurones.Protocol;

namespace Neurones.Kernel.Tests;

/// <summary>The kernel as its parent sees it: a child process and two pipes.</summary>
internal sealed class KernelClient : IAsyncDisposable
{
    private static readonly string KernelPath = Path.Combine(AppContext.BaseDirectory, "Neurones.Kernel.dll");

    // A child started by another test in between would inherit the pipes, and hide the kernel's end.
    private static readonly Lock Starting = new();

    private readonly AnonymousPipeServerStream _toKernel;
    private readonly AnonymousPipeServerStream _fromKernel;
    private readonly MessagePipe _pipe;
    private readonly TestFolder? _ownFolder;

    private KernelClient(string? folder, IReadOnlyDictionary<string, string> environment)
    {
        _ownFolder = folder is null ? new TestFolder() : null;
        using var starting = Starting.EnterScope();
        _toKernel = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        _fromKernel = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        var start = new ProcessStartInfo("dotnet",
            [KernelPath, "--pipe-in", _toKernel.GetClientHandleAsString(), "--pipe-out", _fromKernel.GetClientHandleAsString(), "--folder", folder ?? _ownFolder!.Path])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        Process = Process.Start(start)!;
        _toKernel.DisposeLocalCopyOfClientHandle();
        _fromKernel.DisposeLocalCopyOfClientHandle();
        _pipe = new MessagePipe(_fromKernel, _toKernel);
    }

    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    public Process Process { get; }

    /// <summary>The pipe itself, for bytes that are no message.</summary>
    public Stream ToKernel => _toKernel;

    public static KernelClient Start(string? folder = null, params (string Name, string Value)[] environment) =>
        new(folder, environment.ToDictionary(pair => pair.Name, pair => pair.Value));

    public async Task<JupyterMessage> SendAsync(string type, object content, string channel = Channels.Shell, object? metadata = null)
    {
        var message = JupyterMessage.Create(channel, type, "test", content) with { Metadata = JsonSerializer.SerializeToElement(metadata ?? new { }) };
        await _pipe.WriteAsync(message);
        return message;
    }

    public Task<JupyterMessage> SendCodeAsync(string code, string? cell = null) =>
        SendAsync("execute_request", new { code }, metadata: cell is null ? null : new { neurones = new { cell } });

    /// <summary>The next message, or null when the kernel has closed the pipe.</summary>
    public Task<JupyterMessage?> ReadAsync() => _pipe.ReadAsync().WaitAsync(Patience);

    /// <summary>Reads until the answer to the request is complete: its reply and its idle.</summary>
    public async Task<CellRun> CollectAsync(JupyterMessage request)
    {
        var messages = new List<JupyterMessage>();
        var (replied, idle) = (false, false);
        while (!replied || !idle)
        {
            var message = await ReadAsync() ?? throw new EndOfStreamException($"The kernel ended: {await Process.StandardError.ReadToEndAsync()}");
            if (message.ParentMessageId != request.MessageId)
                continue;
            messages.Add(message);
            replied |= message.MessageType.EndsWith("_reply", StringComparison.Ordinal);
            idle |= message.MessageType == "status" && message.Content.GetProperty("execution_state").GetString() == "idle";
        }

        return new CellRun(messages);
    }

    public async Task<CellRun> RunAsync(string code, string? cell = null) => await CollectAsync(await SendCodeAsync(code, cell));

    public async Task<CellRun> RequestAsync(string type, object content, string channel = Channels.Shell) =>
        await CollectAsync(await SendAsync(type, content, channel));

    /// <summary>Waits for the end of the process and says what it left on its own standard error.</summary>
    public async Task<string> EndAsync()
    {
        var error = Process.StandardError.ReadToEndAsync();
        await Process.WaitForExitAsync().WaitAsync(Patience);
        return await error;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
        {
            Process.Kill(entireProcessTree: true);
            await Process.WaitForExitAsync();
        }

        _pipe.Dispose();
        Process.Dispose();
        _ownFolder?.Dispose();
    }
}
