using System.Xml.Linq;
using Neurones.Charts.Tests.Hosting;

namespace Neurones.Charts.Tests;

public sealed class TrainingProgressBarTests : IDisposable
{
    private readonly RecordingHost _host = new();
    private readonly Clock _clock = new();
    private readonly French _french = new();

    public void Dispose() => _french.Dispose();

    [Fact]
    public void Says_where_it_is_and_how_long_it_takes()
    {
        using var bar = new TrainingProgressBar("training", _host, _clock);

        _clock.Now = TimeSpan.FromSeconds(8.7);
        bar.Report(new TrainingProgress(4200, 10_000, 1.64, 0.61));

        var shown = XElement.Parse(_host.Updates.Single());
        Assert.Equal("training: iteration 4,200 of 10,000, loss 1.64, accuracy 0.61, 12 s left", shown.Value.Trim());
        var progress = shown.Element("progress")!;
        Assert.Equal(("4200", "10000", "training"), ((string?)progress.Attribute("value"), (string?)progress.Attribute("max"), (string?)progress.Attribute("aria-label")));
    }

    [Fact]
    public void Changes_one_output_about_ten_times_a_second()
    {
        using var bar = new TrainingProgressBar("training", _host, _clock);

        for (var iteration = 0; iteration < 2000; iteration++)
        {
            _clock.Now = TimeSpan.FromMilliseconds(iteration);
            bar.Report(new TrainingProgress(iteration, 10_000, 1, 0.5));
        }

        Assert.Single(_host.Displays);
        Assert.InRange(_host.Updates.Count, 15, 21);
    }

    [Fact]
    public void Shows_the_end_at_once_however_early()
    {
        using var bar = new TrainingProgressBar("training", _host, _clock);

        bar.Report(new TrainingProgress(99, 100, 1, 0.5));
        bar.Report(new TrainingProgress(100, 100, 0.25, 0.9));

        Assert.Contains("iteration 100 of 100, loss 0.25, accuracy 0.90, done in 0.0 s", _host.Updates.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_the_last_state_of_a_training_that_was_stopped_and_nothing_after()
    {
        var bar = new TrainingProgressBar("training", _host, _clock);
        bar.Report(new TrainingProgress(37, 100, 0.5, 0.75));
        Assert.Empty(_host.Updates);

        bar.Dispose();
        bar.Dispose();
        bar.Report(new TrainingProgress(38, 100, 0.5, 0.75));

        Assert.Contains("iteration 37 of 100", _host.Updates.Single(), StringComparison.Ordinal);
        Assert.Contains("stopped after", _host.Updates.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Escapes_its_name()
    {
        using var bar = new TrainingProgressBar("cats & <dogs>", _host, _clock);

        Assert.Equal("cats & <dogs>: starting", XElement.Parse(_host.Displays.Single()["text/html ".Length..]).Value.Trim());
    }

    [Fact]
    public void Writes_over_one_line_on_a_console()
    {
        var console = Console.Out;
        using var written = new StringWriter { NewLine = "\n" };
        Console.SetOut(written);
        try
        {
            using var bar = new TrainingProgressBar("training", host: null, _clock);
            _clock.Now = TimeSpan.FromSeconds(1);
            bar.Report(new TrainingProgress(50, 100, 1.2345, 0.5));
            bar.Report(new TrainingProgress(100, 100, 1, 0.5));
        }
        finally
        {
            Console.SetOut(console);
        }

        var lines = written.ToString().Split('\r');
        Assert.Equal(["", "training: starting"], lines[..2]);
        Assert.Equal("training: iteration 50 of 100, loss 1.2345, accuracy 0.50, 1.0 s left", lines[2]);
        Assert.Equal("training: iteration 100 of 100, loss 1.00, accuracy 0.50, done in 1.0 s", lines[3].TrimEnd());
        Assert.True(lines[3].TrimEnd('\n').Length >= lines[2].Length, "A shorter text must cover the longer one.");
        Assert.EndsWith("\n", lines[3], StringComparison.Ordinal);
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
