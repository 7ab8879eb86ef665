using Neurones.Protocol;

namespace Neurones.Kernel.Language;

/// <summary>A thread that answers requests of one kind, of which only the newest matters: one that comes cancels those before it.</summary>
internal sealed class NewestRequest(Action<JupyterMessage, CancellationToken> answer, Action<JupyterMessage> dismiss)
{
    private readonly object _gate = new();
    private JupyterMessage? _waiting;
    private CancellationTokenSource? _running;
    private bool _started;

    /// <summary>Takes a request and returns at once; every request is answered or dismissed.</summary>
    public void Add(JupyterMessage request)
    {
        JupyterMessage? stale;
        lock (_gate)
        {
            (stale, _waiting) = (_waiting, request);
            _running?.Cancel();
            Monitor.Pulse(_gate);
            if (!_started)
                new Thread(AnswerForEver) { IsBackground = true, Name = "language" }.Start();
            _started = true;
        }

        if (stale is not null)
            dismiss(stale);
    }

    private void AnswerForEver()
    {
        while (true)
        {
            var (request, cancellation) = Next();
            using (cancellation)
            {
                answer(request, cancellation.Token);
                lock (_gate)
                    _running = null;
            }
        }
    }

    private (JupyterMessage Request, CancellationTokenSource Cancellation) Next()
    {
        lock (_gate)
        {
            while (_waiting is null)
                Monitor.Wait(_gate);
            var request = _waiting;
            _waiting = null;
            return (request, _running = new CancellationTokenSource());
        }
    }
}
