using System.Net;
using Neurones.Charts.Data;
using Neurones.Charts.Formatting;
using Neurones.Charts.Hosting;

namespace Neurones.Charts;

/// <summary>Shows how far a training has come, in one place that changes about ten times a second.</summary>
/// <example><code>
/// using (var bar = new TrainingProgressBar("training"))
///     neuron.Fit(X, y, options, progress: bar, cancellation: NotebookHost.Cancellation);
/// </code></example>
/// <remarks>In a notebook it is a bar; on a console it is one line that is written over. The last state is always shown.</remarks>
public sealed class TrainingProgressBar : IProgress<TrainingProgress>, IDisposable
{
    private static readonly TimeSpan BetweenUpdates = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly string _name;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ILiveOutput _output;
    private readonly bool _html;
    private TrainingProgress? _state;
    private TrainingProgress? _shown;
    private long _lastUpdate;
    private bool _disposed;

    /// <summary>Shows an empty bar.</summary>
    /// <param name="name">What is under way.</param>
    public TrainingProgressBar(string name = "training")
        : this(name, NotebookHost.Current, TimeProvider.System)
    {
    }

    internal TrainingProgressBar(string name, INotebookHost? host, TimeProvider time)
    {
        (_name, _time, _html) = (name, time, host is not null);
        _start = _lastUpdate = time.GetTimestamp();
        host ??= new ConsoleHost();
        _output = _html ? host.Display(MimeTypes.Html, Html()) : host.Display(MimeTypes.Text, Sentence());
    }

    /// <summary>Takes in the state; shows it when the last update is long enough ago or the training is done.</summary>
    public void Report(TrainingProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        lock (_lock)
        {
            if (_disposed) return;

            _state = value;
            var done = value.Iteration >= value.Iterations;
            if (done || _time.GetElapsedTime(_lastUpdate) >= BetweenUpdates) Show();
        }
    }

    /// <summary>Shows the last state; from then on reports change nothing.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed) return;

            _disposed = true;
            if (_state != _shown) Show();
            (_output as IDisposable)?.Dispose();
        }
    }

    private void Show()
    {
        _lastUpdate = _time.GetTimestamp();
        _shown = _state;
        _output.Update(_html ? Html() : Sentence());
    }

    private string Html()
    {
        var (iteration, iterations) = _state is null ? (0, 1) : (_state.Iteration, _state.Iterations);
        var name = WebUtility.HtmlEncode(_name);
        return Invariant.Text($"""
            <div><progress max="{iterations}" value="{iteration}" aria-label="{name}" style="width: min(100%, 24em)"></progress><br/>{WebUtility.HtmlEncode(Sentence())}</div>
            """);
    }

    private string Sentence() => _state is null
        ? $"{_name}: starting"
        : Invariant.Text($"{_name}: iteration {_state.Iteration:N0} of {_state.Iterations:N0}, loss {_state.Loss:0.00##}, ")
            + (_state.Accuracy is { } accuracy ? Invariant.Text($"accuracy {accuracy:0.00#}, ") : "")
            + Time(_state);

    private string Time(TrainingProgress state)
    {
        var elapsed = _time.GetElapsedTime(_start);
        if (state.Iteration >= state.Iterations) return Invariant.Text($"done in {Duration(elapsed)}");
        if (_disposed) return Invariant.Text($"stopped after {Duration(elapsed)}");
        return state.Iteration == 0 ? "just begun" : $"{Duration(elapsed * (state.Iterations - state.Iteration) / state.Iteration)} left";
    }

    private static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 10 } => Invariant.Text($"{time.TotalSeconds:0.0} s"),
        { TotalMinutes: < 2 } => Invariant.Text($"{time.TotalSeconds:0} s"),
        _ => Invariant.Text($"{time.TotalMinutes:0} min"),
    };
}
