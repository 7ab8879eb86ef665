using System.Collections.Concurrent;
using Neurones.Protocol;

namespace Neurones.Kernel.Messaging;

/// <summary>Sends the kernel's messages in order, from a thread of its own.</summary>
/// <remarks>A cell's thread may be interrupted while it waits, so it never writes to the pipe itself: half a frame would be the end.</remarks>
internal sealed class Outbox
{
    private readonly BlockingCollection<JupyterMessage> _messages = new(boundedCapacity: 256);
    private readonly string _session = Guid.NewGuid().ToString("N");
    private readonly MessagePipe _pipe;
    private readonly Thread _thread;

    // A client takes the last status for the kernel's, whatever it belongs to.
    private readonly Lock _status = new();
    private JupyterMessage? _cell;

    public Outbox(MessagePipe pipe)
    {
        _pipe = pipe;
        _thread = new Thread(SendAll) { IsBackground = true, Name = "outbox" };
        _thread.Start();
    }

    /// <summary>Queues a message; waits while the parent is too slow to take what is queued already.</summary>
    public void Send(string channel, string type, object content, JupyterMessage? parent) =>
        _messages.Add(JupyterMessage.Create(channel, type, _session, content, parent));

    public void Publish(string type, object content, JupyterMessage? parent) => Send(Channels.IoPub, type, content, parent);

    /// <summary>Answers a request on the channel it came by.</summary>
    public void Reply(JupyterMessage request, object content)
    {
        var type = request.MessageType;
        Send(request.Channel, type[..^"request".Length] + "reply", content, request);
    }

    /// <summary>Says that the kernel is busy with a cell, until <see cref="EndCell"/>.</summary>
    public void BeginCell(JupyterMessage request)
    {
        lock (_status)
        {
            Status("busy", request);
            _cell = request;
        }
    }

    public void EndCell(JupyterMessage request)
    {
        lock (_status)
        {
            _cell = null;
            Status("idle", request);
        }
    }

    /// <summary>Answers a request from its busy to its idle; where a cell goes on meanwhile, the kernel is busy again after.</summary>
    public void Answer(JupyterMessage request, object content)
    {
        lock (_status)
        {
            Status("busy", request);
            Reply(request, content);
            Status("idle", request);
            if (_cell is not null)
                Status("busy", _cell);
        }
    }

    private void Status(string state, JupyterMessage parent) => Publish("status", new { execution_state = state }, parent);

    /// <summary>Sends what is queued and takes nothing more.</summary>
    public void Close()
    {
        _messages.CompleteAdding();
        _thread.Join(TimeSpan.FromSeconds(1));
    }

    private void SendAll()
    {
        foreach (var message in _messages.GetConsumingEnumerable())
        {
            try
            {
                Write(message);
            }
            catch (InvalidDataException e)
            {
                Write(JupyterMessage.Create(Channels.IoPub, "stream", _session, new { name = "stderr", text = $"An output is lost: {e.Message}\n" }));
            }
            catch (IOException)
            {
                KernelExit.Now(0);
            }
        }
    }

    private void Write(JupyterMessage message) => _pipe.WriteAsync(message).GetAwaiter().GetResult();
}
