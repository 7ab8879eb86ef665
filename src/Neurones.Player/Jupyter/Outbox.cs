using System.Runtime.InteropServices;
using Neurones.Protocol;

namespace Neurones.Player.Jupyter;

/// <summary>What a client has not been sent yet: bounded, and kept while its socket is away.</summary>
public sealed class Outbox
{
    private const int MaxMessages = 20_000;
    private const long MaxBytes = 64 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Queue<JupyterMessage> _messages = [];
    private TaskCompletionSource _changed = NewSignal();
    private long _bytes;

    /// <summary>Adds a message; false, and nothing added, when the box is full.</summary>
    public bool TryAdd(JupyterMessage message)
    {
        lock (_lock)
        {
            // One message always fits, however long it is.
            if (_messages.Count > 0 && (_messages.Count >= MaxMessages || _bytes + Size(message) > MaxBytes))
            {
                return false;
            }

            _messages.Enqueue(message);
            _bytes += Size(message);
            Signal();
            return true;
        }
    }

    /// <summary>Adds a message at the cost of the oldest ones.</summary>
    public void AddDroppingOldest(JupyterMessage message)
    {
        lock (_lock)
        {
            while (!TryAdd(message))
            {
                RemoveOldest();
            }
        }
    }

    /// <summary>Waits for the next message and leaves it in the box until it is removed, so that a failed send loses nothing.</summary>
    public async Task<JupyterMessage> PeekAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_messages.TryPeek(out var message))
                {
                    return message;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellation);
        }
    }

    /// <summary>Removes a message that was sent, unless it had to make room meanwhile.</summary>
    public void Remove(JupyterMessage message)
    {
        lock (_lock)
        {
            if (_messages.TryPeek(out var oldest) && ReferenceEquals(oldest, message))
            {
                RemoveOldest();
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _messages.Clear();
            _bytes = 0;
            Signal();
        }
    }

    /// <summary>Adds a message, waiting for room; false when there was none within <paramref name="limit"/>.</summary>
    public async Task<bool> AddAsync(JupyterMessage message, TimeSpan limit)
    {
        if (TryAdd(message))
        {
            return true;
        }

        var deadline = Task.Delay(limit);
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                changed = _changed.Task;
            }

            if (TryAdd(message))
            {
                return true;
            }

            if (await Task.WhenAny(changed, deadline) == deadline)
            {
                return false;
            }
        }
    }

    private void RemoveOldest()
    {
        _bytes -= Size(_messages.Dequeue());
        Signal();
    }

    private static long Size(JupyterMessage message) => 1000 + JsonMarshal.GetRawUtf8Value(message.Content).Length;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }
}
