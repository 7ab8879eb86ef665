using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>
    /// Loss and accuracy of a training side by side, on the training set and, where it was measured, on the test or validation set.
    /// A regression has no accuracy: its loss stands alone.
    /// </summary>
    /// <param name="history">What <see cref="TrainableModel.Fit"/> or <see cref="Sequential.Fit"/> returned.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">The history is empty.</exception>
    public static Figure LearningCurves(History history, string? title = null)
    {
        Recorded.Check(history);
        var tested = history.Any(record => record.TestLoss is not null);
        var classifies = history[0].TrainAccuracy is not null;
        var (lossName, unit, test) = (history.LossName, history.Unit, history.TestName);
        var traces = new List<Trace> { Panel("train", record => record.TrainLoss, 0, lossName, 1) };
        if (tested) traces.Add(Panel(test, record => record.TestLoss, 1, lossName, 1));
        if (classifies) traces.Add(Panel("train", record => record.TrainAccuracy, 0, "accuracy", 2));
        if (classifies && tested) traces.Add(Panel(test, record => record.TestAccuracy, 1, "accuracy", 2));

        var layout = Layouts.Titled(title ?? $"Learning curves: {lossName}{(classifies ? " and accuracy" : "")}", legendEntries: tested ? 2 : 0, height: 380) with
        {
            HoverMode = "x",
            XAxis = Layouts.Flat(new Axis(unit) { Domain = classifies ? [0, 0.41] : null, NTicks = 5 }),
            YAxis = Layouts.Flat(new Axis(lossName) { RangeMode = "tozero" }),
        };
        return new Figure
        {
            Traces = [.. traces],
            Layout = !classifies ? layout : layout with
            {
                XAxis2 = Layouts.Flat(new Axis(unit) { Domain = [0.59, 1], Anchor = "y2", NTicks = 5 }),
                YAxis2 = Layouts.Flat(new Axis("accuracy") { Range = [0, 1.03], Anchor = "x2" }),
            },
            AltText = Invariant.Text($"{(classifies ? "Two line charts" : "Line chart")} over {unit}s {history[0].Iteration} to {history[^1].Iteration}, {history.Count} records.")
                + Describe("Train", record => record.TrainLoss, record => record.TrainAccuracy)
                + (tested ? Describe(Capitalised(test), record => record.TestLoss, record => record.TestAccuracy) : ""),
        };

        string Describe(string set, Func<TrainingRecord, double?> loss, Func<TrainingRecord, double?> accuracy) =>
            Invariant.Text($" {set}: {lossName} from {loss(history[0]):G4} to {loss(history[^1]):G4}")
            + (classifies ? Invariant.Text($", accuracy from {accuracy(history[0]):G3} to {accuracy(history[^1]):G3}.") : ".");

        ScatterTrace Panel(string name, Func<TrainingRecord, double?> value, int series, string yAxis, int panel)
        {
            var values = history.Select(record => value(record) ?? double.NaN).ToArray();
            var kept = Thinning.Indices(values);
            ImmutableArray<double> places = [.. kept.Select(i => (double)history[i].Iteration)];
            return LineTrace(name, places, [.. kept.Select(i => values[i])], series, unit, yAxis) with
            {
                XAxis = panel == 1 ? "x" : "x2",
                YAxis = panel == 1 ? "y" : "y2",
                ShowLegend = panel == 1,
            };
        }
    }
}
