using Neurones.Kernel.Formatting;
using Neurones.Kernel.Messaging;
using Neurones.Protocol;

namespace Neurones.Kernel.Output;

/// <summary>Everything that cells print and display, in order, within bounds.</summary>
/// <remarks>What a background thread prints after its cell has ended goes to the last cell that ran.</remarks>
internal sealed class CellOutputs
{
    /// <summary>What one cell may print, in characters.</summary>
    private const int MaxPrinted = 10_000_000;

    /// <summary>What one cell may display, in characters, updates in place not counted.</summary>
    private const int MaxDisplayed = 100_000_000;

    private const int MaxDisplays = 1000;

    /// <summary>What may wait to be changed in place, in characters.</summary>
    private const int MaxUpdates = 10_000_000;

    private const int FlushAt = 8192;
    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly StreamBuffer _buffer = new();
    private readonly AutoResetEvent _printed = new(false);
    private readonly Outbox _outbox;

    // Outputs that were changed in place and not yet sent: only what they look like last is worth sending.
    private readonly OrderedDictionary<string, MimeBundle> _updates = [];
    private long _updatesLength;
    private JupyterMessage? _request;
    private bool _silent;
    private int _printedLength;
    private long _displayedLength;
    private int _displays;

    public CellOutputs(Outbox outbox)
    {
        _outbox = outbox;
        // Not a timer: its callback would wait for the thread pool, which a training cell keeps busy.
        new Thread(FlushForEver) { IsBackground = true, Name = "outputs" }.Start();
    }

    /// <summary>Starts a cell: outputs belong to its request from now on.</summary>
    public void Begin(JupyterMessage request, bool silent)
    {
        Flush();
        lock (_lock)
        {
            (_request, _silent, _printedLength, _displayedLength, _displays) = (request, silent, 0, 0, 0);
        }
    }

    public void Write(string stream, ReadOnlySpan<char> text)
    {
        SafePoint.Check();
        if (text.IsEmpty)
            return;
        lock (_lock)
            Append(stream, text);
    }

    public void Flush()
    {
        lock (_lock)
        {
            SendPrinted();
            SendUpdates();
        }
    }

    public void Display(MimeBundle bundle, string displayId) =>
        Send("display_data", bundle, new { data = bundle.Data, metadata = new { }, transient = new { display_id = displayId } });

    /// <summary>Changes an output in place: at once to the cell, a few times a second to those who look on.</summary>
    public void Update(MimeBundle bundle, string displayId)
    {
        SafePoint.Check();
        lock (_lock)
        {
            _updatesLength += bundle.Length - (_updates.TryGetValue(displayId, out var replaced) ? replaced.Length : 0);
            _updates[displayId] = bundle;
            if (_updatesLength > MaxUpdates)
                SendUpdates();
            _printed.Set();
        }
    }

    public void Result(MimeBundle bundle, int executionCount) =>
        Send("execute_result", bundle, new { data = bundle.Data, metadata = new { }, execution_count = executionCount });

    private void Send(string type, MimeBundle bundle, object content)
    {
        SafePoint.Check();
        lock (_lock)
        {
            if ((_displayedLength += bundle.Length) > MaxDisplayed || ++_displays > MaxDisplays)
            {
                throw new InvalidOperationException(
                    $"This cell has displayed more than {MaxDisplays} outputs, or {MaxDisplayed / 1_000_000} million characters: show fewer, or update one in place.");
            }

            SendPrinted();
            if (!_silent)
                _outbox.Publish(type, content, _request);
        }
    }

    private void Append(string stream, ReadOnlySpan<char> text)
    {
        var room = MaxPrinted - _printedLength;
        if (_silent || room < 0)
            return;

        if (text.Length <= room)
        {
            _buffer.Append(stream, text);
            _printedLength += text.Length;
        }
        else
        {
            _buffer.Append(stream, text[..room]);
            _buffer.Append("stderr", $"\nThe rest is not shown: this cell has printed more than {MaxPrinted / 1_000_000} million characters.\n");
            _printedLength = MaxPrinted + 1;
        }

        if (_buffer.Length >= FlushAt)
            SendPrinted();
        else
            _printed.Set();
    }

    private void SendPrinted()
    {
        foreach (var (stream, text) in _buffer.Take())
            _outbox.Publish("stream", new { name = stream, text }, _request);
    }

    private void SendUpdates()
    {
        foreach (var (displayId, bundle) in _updates)
        {
            if (!_silent)
                _outbox.Publish("update_display_data", new { data = bundle.Data, metadata = new { }, transient = new { display_id = displayId } }, _request);
        }

        _updates.Clear();
        _updatesLength = 0;
    }

    private void FlushForEver()
    {
        while (true)
        {
            _printed.WaitOne();
            Thread.Sleep(FlushEvery);
            Flush();
        }
    }
}
