using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;
using Neurones.Protocol;

namespace Neurones.Player.Kernels;

/// <summary>A kernel's child process and the pipe to it. It never outlives this object.</summary>
public sealed class KernelProcess : IAsyncDisposable
{
    /// <summary>How long a process may linger after its pipe ended, and its pipe after the process.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(500);

    // One start at a time: a child inherits every inheritable handle there is, and one that held another child's pipe would hide its end.
    private static readonly Lock Starting = new();

    private readonly Process _process;
    private readonly MessagePipe _pipe;
    private readonly OutputTail _tail = new();
    private readonly CancellationTokenSource _ended = new();
    private string? _killReason;

    private KernelProcess(Process process, MessagePipe pipe)
    {
        _process = process;
        _pipe = pipe;
        var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.Exited += (_, _) => exited.TrySetResult();
        process.EnableRaisingEvents = true;
        Exited = ReportExitAsync(exited.Task);
    }

    /// <summary>Completes, never fails, when the process has ended, saying how.</summary>
    public Task<KernelExit> Exited { get; }

    /// <summary>Starts a kernel whose working folder is <paramref name="folder"/>.</summary>
    /// <exception cref="KernelStartException">The kernel is not there or could not be started.</exception>
    public static KernelProcess Start(string folder, KernelOptions options)
    {
        if (!File.Exists(options.Assembly))
        {
            throw new KernelStartException($"The kernel {options.Assembly} does not exist: build it with `dotnet build`.");
        }

        lock (Starting)
        {
            var toChild = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
            var fromChild = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
            try
            {
                var start = KernelStartInfo.Create(options, folder, toChild.GetClientHandleAsString(), fromChild.GetClientHandleAsString());
                var process = Process.Start(start)!;
                process.StandardInput.Close();
                return new KernelProcess(process, new MessagePipe(fromChild, toChild));
            }
            catch (System.ComponentModel.Win32Exception e)
            {
                toChild.Dispose();
                fromChild.Dispose();
                throw new KernelStartException($"The kernel could not be started in {folder}: {e.Message}.", e);
            }
            finally
            {
                toChild.DisposeLocalCopyOfClientHandle();
                fromChild.DisposeLocalCopyOfClientHandle();
            }
        }
    }

    /// <summary>Sends a message; false when the process has ended.</summary>
    /// <exception cref="InvalidDataException">The message is too long.</exception>
    public async Task<bool> SendAsync(JupyterMessage message)
    {
        try
        {
            await _pipe.WriteAsync(message, _ended.Token);
            return true;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Receives the next message; null when the process has ended. One caller at a time.</summary>
    public async Task<JupyterMessage?> ReceiveAsync()
    {
        try
        {
            if (await _pipe.ReadAsync(_ended.Token) is { } message)
            {
                return IsWhole(message) ? message : throw new InvalidDataException("A message's header, parent header, metadata and content must be JSON objects.");
            }
        }
        catch (InvalidDataException e) when (!_process.HasExited)
        {
            Kill($"The kernel was ended because what it sent could not be read ({e.Message})");
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ObjectDisposedException or OperationCanceledException)
        {
            // The process died in the middle of a message.
        }

        await Task.WhenAny(Exited, Task.Delay(2 * Linger));
        Kill("The kernel was ended because it closed its connection");
        return null;
    }

    // A cell may write to its kernel's pipe whatever it likes.
    private static bool IsWhole(JupyterMessage message) =>
        ((JsonElement[])[message.Header, message.ParentHeader, message.Metadata, message.Content]).All(part => part.ValueKind == JsonValueKind.Object);

    /// <summary>Ends the process and all that it started; the first reason given is the one reported.</summary>
    public void Kill(string reason)
    {
        if (Exited.IsCompleted || _process.HasExited)
        {
            return;
        }

        Interlocked.CompareExchange(ref _killReason, reason, null);
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It ended by itself in this moment.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill("The kernel was shut down");
        await Exited;
        await _ended.CancelAsync();
        _pipe.Dispose();
        _process.Dispose();
    }

    private async Task<KernelExit> ReportExitAsync(Task exited)
    {
        var printed = Task.WhenAll(_tail.ReadAsync(_process.StandardOutput), _tail.ReadAsync(_process.StandardError));
        await exited;
        var exitCode = _process.ExitCode;
        // A grandchild may hold these streams, and the pipe, open for ever.
        await Task.WhenAny(printed, Task.Delay(Linger));
        _ended.CancelAfter(Linger);
        return Volatile.Read(ref _killReason) is { } reason ? KernelExit.Killed(reason) : KernelExit.OnItsOwn(exitCode, _tail);
    }
}
