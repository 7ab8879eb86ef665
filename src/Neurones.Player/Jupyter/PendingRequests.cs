using Neurones.Protocol;

namespace Neurones.Player.Jupyter;

/// <summary>A request on its way, and the client that waits for its reply (null: the server itself).</summary>
public sealed class PendingRequest(JupyterMessage message, KernelClient? client)
{
    /// <summary>Without its content, which may be long and is the kernel's.</summary>
    public JupyterMessage Message { get; } = message with { Content = JupyterMessage.Empty };

    public KernelClient? Client => client;

    public bool IsExecute { get; } = message.MessageType == "execute_request";

    /// <summary>What the kernel replied, once it has.</summary>
    public JupyterMessage? Reply { get; set; }
}

/// <summary>The requests that a kernel has not finished: a request ends when both its reply and its idle status have come.</summary>
public sealed class PendingRequests
{
    private readonly Lock _lock = new();
    private readonly List<(PendingRequest Request, bool Idle)> _pending = [];

    /// <summary>The cell that is running, or about to; null when none is.</summary>
    public PendingRequest? OldestExecute
    {
        get
        {
            lock (_lock)
            {
                return _pending.Find(entry => entry.Request.IsExecute).Request;
            }
        }
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _pending.Count;
            }
        }
    }

    public void Add(PendingRequest request)
    {
        lock (_lock)
        {
            _pending.Add((request, false));
        }
    }

    /// <summary>Notes what the kernel said; returns the request that it answers, if that is one of ours.</summary>
    public PendingRequest? Observe(JupyterMessage message)
    {
        lock (_lock)
        {
            var index = _pending.FindIndex(entry => entry.Request.Message.MessageId == message.ParentMessageId);
            if (index < 0)
            {
                return null;
            }

            var (request, idle) = _pending[index];
            request.Reply ??= message.Channel != Channels.IoPub ? message : null;
            idle |= KernelMessages.ExecutionState(message) == "idle";
            if (request.Reply is not null && idle)
            {
                _pending.RemoveAt(index);
            }
            else
            {
                _pending[index] = (request, idle);
            }

            return request;
        }
    }

    /// <summary>Takes one request out; false when it has ended.</summary>
    public bool Remove(PendingRequest request)
    {
        lock (_lock)
        {
            return _pending.RemoveAll(entry => entry.Request == request) > 0;
        }
    }

    /// <summary>Takes all requests out, oldest first.</summary>
    public List<PendingRequest> TakeAll()
    {
        lock (_lock)
        {
            List<PendingRequest> all = [.. _pending.Select(entry => entry.Request)];
            _pending.Clear();
            return all;
        }
    }
}
