using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>Loss and accuracy of a training side by side, on the training set and, where it was measured, on the test set.</summary>
    /// <param name="history">What <see cref="TrainableModel.Fit"/> returned.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">The history is empty.</exception>
    public static Figure LearningCurves(History history, string? title = null)
    {
        Recorded.Check(history);
        var tested = history.Any(record => record.TestLoss is not null);
        var traces = new List<Trace>
        {
            Panel("train", record => record.TrainLoss, 0, "log loss", 1),
            Panel("train", record => record.TrainAccuracy ?? double.NaN, 0, "accuracy", 2),
        };
        if (tested)
        {
            traces.Add(Panel("test", record => record.TestLoss ?? double.NaN, 1, "log loss", 1));
            traces.Add(Panel("test", record => record.TestAccuracy ?? double.NaN, 1, "accuracy", 2));
        }

        var first = history[0];
        var last = history[^1];
        return new Figure
        {
            Traces = [.. traces],
            Layout = Layouts.Titled(title ?? "Learning curves: log loss and accuracy", legendEntries: tested ? 2 : 0, height: 380) with
            {
                HoverMode = "x",
                XAxis = Layouts.Flat(new Axis("iteration") { Domain = [0, 0.41], NTicks = 5 }),
                YAxis = Layouts.Flat(new Axis("log loss") { RangeMode = "tozero" }),
                XAxis2 = Layouts.Flat(new Axis("iteration") { Domain = [0.59, 1], Anchor = "y2", NTicks = 5 }),
                YAxis2 = Layouts.Flat(new Axis("accuracy") { Range = [0, 1.03], Anchor = "x2" }),
            },
            AltText = Invariant.Text($"Two line charts over iterations {first.Iteration} to {last.Iteration}, {history.Count} records. ")
                + Invariant.Text($"Train: log loss from {first.TrainLoss:G4} to {last.TrainLoss:G4}, accuracy from {first.TrainAccuracy:G3} to {last.TrainAccuracy:G3}.")
                + (tested
                    ? Invariant.Text($" Test: log loss from {first.TestLoss:G4} to {last.TestLoss:G4}, accuracy from {first.TestAccuracy:G3} to {last.TestAccuracy:G3}.")
                    : ""),
        };

        ScatterTrace Panel(string name, Func<TrainingRecord, double> value, int series, string yAxis, int panel)
        {
            var values = history.Select(value).ToArray();
            var kept = Thinning.Indices(values);
            ImmutableArray<double> iterations = [.. kept.Select(i => (double)history[i].Iteration)];
            return LineTrace(name, iterations, [.. kept.Select(i => values[i])], series, "iteration", yAxis) with
            {
                XAxis = panel == 1 ? "x" : "x2",
                YAxis = panel == 1 ? "y" : "y2",
                ShowLegend = panel == 1,
            };
        }
    }
}
