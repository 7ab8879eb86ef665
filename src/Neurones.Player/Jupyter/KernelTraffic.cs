using Neurones.Protocol;

namespace Neurones.Player.Jupyter;

/// <summary>What passes between a kernel and its clients: who hears what, who waits for what, and what they hear when the process is gone.</summary>
public sealed class KernelTraffic(TimeProvider clock)
{
    /// <summary>Far more than a client that waits for its answers ever has.</summary>
    public const int MaxPending = 10_000;

    private readonly PendingRequests _pending = new();

    // Of the process that speaks: what the server says in its name carries it too.
    private string _session = Guid.NewGuid().ToString("N");
    private string _state = "starting";

    public KernelClients Clients { get; } = new();

    /// <summary>As the process said last; but it also says idle when it has answered something else while its cell runs.</summary>
    public string ExecutionState => _state == "idle" && RunningCell is not null ? "busy" : _state;

    public DateTimeOffset LastActivity { get; private set; } = clock.GetUtcNow();

    /// <summary>The request of the cell that is running, or about to; null when none is.</summary>
    public PendingRequest? RunningCell => _pending.OldestExecute;

    /// <summary>Whether so many requests wait that no more are taken: each is kept until it is answered.</summary>
    public bool IsFull => _pending.Count >= MaxPending;

    public void Touch() => LastActivity = clock.GetUtcNow();

    /// <summary>Notes a message on its way to the process; returns what waits for its reply, if anything does.</summary>
    public PendingRequest? Expect(JupyterMessage message, KernelClient? client)
    {
        Touch();
        if (!message.MessageType.EndsWith("_request", StringComparison.Ordinal))
        {
            return null;
        }

        var request = new PendingRequest(message, client);
        _pending.Add(request);
        return request;
    }

    /// <summary>Passes on what the process says: outputs to everyone, replies to the one who asked.</summary>
    public async Task PublishAsync(JupyterMessage message)
    {
        _session = message.Session;
        Touch();
        _state = KernelMessages.ExecutionState(message) ?? _state;
        var request = _pending.Observe(message);
        if (message.Channel == Channels.IoPub)
        {
            await Clients.SendToAllAsync(message);
        }
        else if (request?.Client is { } requester)
        {
            await requester.SendAsync(message);
        }
    }

    public Task PublishStatusAsync(string state) => PublishAsync(KernelMessages.Status(state, _session));

    /// <summary>Answers a request that reached no process, unless it was answered meanwhile.</summary>
    public async Task RefuseAsync(PendingRequest request, string sentence)
    {
        if (_pending.Remove(request))
        {
            await AnswerAsync(request, sentence);
        }
    }

    /// <summary>Answers all who wait: the running cell gets an error that says what happened; what is behind it is aborted.</summary>
    public async Task ReportAsync(string sentence)
    {
        var pending = _pending.TakeAll();
        var running = pending.Find(request => request.IsExecute);
        foreach (var request in pending)
        {
            await AnswerAsync(request, request == running ? sentence : null);
        }
    }

    /// <summary>Drops what the process has said and its clients have not been sent yet.</summary>
    public void Silence() => Clients.DropUnsent();

    /// <summary>Forgets the process with all that it has said and all who wait for it, as a restart does: a client asked for it.</summary>
    public void Forget()
    {
        Silence();
        _pending.TakeAll();
        _session = Guid.NewGuid().ToString("N");
    }

    private async Task AnswerAsync(PendingRequest request, string? error)
    {
        if (request.IsExecute && error is not null)
        {
            await PublishAsync(KernelMessages.Error(error, _session, request.Message));
        }

        if (request.Client is { } client)
        {
            await client.SendAsync(error is null ? KernelMessages.AbortedReply(_session, request.Message) : KernelMessages.ErrorReply(error, _session, request.Message));
        }

        // Of the request alone: a dead kernel that has refused one is as dead as before.
        await Clients.SendToAllAsync(KernelMessages.Status("idle", _session, request.Message));
    }
}
