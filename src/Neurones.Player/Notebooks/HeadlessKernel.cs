using Neurones.Player.Kernels;
using Neurones.Protocol;

namespace Neurones.Player.Notebooks;

/// <summary>A kernel process driven one request at a time.</summary>
public sealed class HeadlessKernel : IAsyncDisposable
{
    private readonly string _session = Guid.NewGuid().ToString("N");
    private readonly KernelProcess _process;

    private HeadlessKernel(KernelProcess process) => _process = process;

    /// <exception cref="KernelStartException">It could not be started, or did not answer in time.</exception>
    public static async Task<HeadlessKernel> StartAsync(string folder, KernelOptions options, CancellationToken cancellation)
    {
        var kernel = new HeadlessKernel(KernelProcess.Start(folder, options));
        try
        {
            var request = JupyterMessage.Create(Channels.Shell, "kernel_info_request", kernel._session);
            var late = FormattableString.Invariant($"The kernel did not answer within {options.StartLimit.TotalSeconds} s of its start");
            await kernel.RequestAsync(request, options.StartLimit, late, _ => { }, cancellation);
            return kernel;
        }
        catch (Exception e)
        {
            await kernel.DisposeAsync();
            throw e is KernelStoppedException ? new KernelStartException(e.Message, e) : e;
        }
    }

    /// <summary>Runs one cell and hands over what it publishes; returns the reply.</summary>
    /// <exception cref="KernelStoppedException">The cell took longer than the limit, or its process ended.</exception>
    public Task<JupyterMessage> ExecuteAsync(NotebookCell cell, TimeSpan limit, Action<JupyterMessage> published, CancellationToken cancellation)
    {
        var content = new { code = cell.Source, silent = false, store_history = true, user_expressions = new { }, allow_stdin = false, stop_on_error = true };
        var request = JupyterMessage.Create(Channels.Shell, "execute_request", _session, content) with { Metadata = CellMetadata.Name(cell.Name) };
        var late = FormattableString.Invariant($"The cell did not end within {limit.TotalSeconds} s, so its kernel was ended");
        return RequestAsync(request, limit, late, published, cancellation);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private async Task<JupyterMessage> RequestAsync(JupyterMessage request, TimeSpan limit, string late, Action<JupyterMessage> published, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var interrupted = cancellation.Register(() => _process.Kill("The run was interrupted"));
        using var limited = new CancellationTokenSource(limit);
        using var ending = limited.Token.Register(() => _process.Kill(late));

        await _process.SendAsync(request);
        JupyterMessage? reply = null;
        for (var idle = false; reply is null || !idle;)
        {
            var message = await _process.ReceiveAsync();
            cancellation.ThrowIfCancellationRequested();
            if (message is null)
            {
                throw new KernelStoppedException((await _process.Exited).Sentence);
            }

            var ours = message.ParentMessageId == request.MessageId;
            if (message.Channel != Channels.IoPub)
            {
                reply = ours ? message : reply;
            }
            else if (ours || message.MessageType == "update_display_data")
            {
                idle |= ours && Jupyter.KernelMessages.ExecutionState(message) == "idle";
                published(message);
            }
        }

        return reply;
    }
}
