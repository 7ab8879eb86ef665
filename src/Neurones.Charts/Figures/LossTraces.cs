using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>The loss of a training in an animation: its curve, and the place that a frame has reached.</summary>
internal static class LossTraces
{
    /// <summary>The whole loss curve, on the axes of this number.</summary>
    public static ScatterTrace Whole(History history, int axis)
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
