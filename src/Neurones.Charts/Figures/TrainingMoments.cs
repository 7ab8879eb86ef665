using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>What the animations of a training have in common: the moments they show, and the loss that runs along.</summary>
internal static class TrainingMoments
{
    private const int MostFrames = 40;

    /// <summary>The first and the last record and some between: steps grow with time, because most happens early.</summary>
    public static IEnumerable<TrainingRecord> Of(History history) =>
        Enumerable.Range(0, MostFrames)
            .Select(frame => Math.Pow(frame / (MostFrames - 1.0), 2))
            .Select(time => (int)Math.Round(time * (history.Count - 1)))
            .Distinct()
            .Select(index => history[index]);

    /// <summary>The whole loss curve, on the axes of this number.</summary>
    public static ScatterTrace Losses(History history, int axis)
    {
        var kept = Thinning.Indices([.. history.Select(record => record.TrainLoss)]);
        return new ScatterTrace
        {
            Name = history.LossName,
            X = [.. kept.Select(i => (double)history[i].Iteration)],
            Y = [.. kept.Select(i => history[i].TrainLoss)],
            Mode = "lines",
            Line = Palette.SeriesLine(0),
            ShowLegend = false,
            XAxis = Invariant.Text($"x{axis}"),
            YAxis = Invariant.Text($"y{axis}"),
            HoverTemplate = $"iteration %{{x}}<br>{history.LossName} %{{y:.4~g}}",
        };
    }

    /// <summary>The place on the loss curve that a frame has reached.</summary>
    public static ScatterTrace Now(int iteration, double loss, int axis) => new()
    {
        Name = "now",
        X = [iteration],
        Y = [loss],
        Mode = "markers",
        Marker = new Marker(Palette.Path, 11, "circle", new Line(Palette.PathHalo, 1)),
        ClipOnAxis = false,
        ShowLegend = false,
        XAxis = Invariant.Text($"x{axis}"),
        YAxis = Invariant.Text($"y{axis}"),
        HoverTemplate = "iteration %{x}<br>loss %{y:.4~g}",
    };
}
