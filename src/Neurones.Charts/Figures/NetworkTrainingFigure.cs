using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>Two plots of a network's training that move together: the boundary above, the loss below.</summary>
internal sealed class NetworkTrainingFigure
{
    private const int MapGrid = 44;

    private readonly LabelledPoints _points;
    private readonly History _history;
    private readonly HiddenActivation _activation;
    private readonly string _x1;
    private readonly string _x2;
    private readonly ImmutableArray<TrainingRecord> _moments;

    public NetworkTrainingFigure(LabelledPoints points, History history, HiddenActivation activation, string x1, string x2)
    {
        (_points, _history, _activation, _x1, _x2) = (points, history, activation, x1, x2);
        _moments = [.. Keyframes.Of(history.Count).Select(index => history[index])];
    }

    public Figure Make(string title)
    {
        var (first, last) = (_moments[0], _moments[^1]);
        ImmutableArray<Trace> still = [.. Chart.PointTraces(_points, _x1, _x2), LossTraces.Whole(_history, axis: 2)];
        var maps = _moments.Select(Map).ToArray();

        // The map lies below the points, the place on the loss above its curve.
        ImmutableArray<Frame> frames = [.. _moments.Zip(maps, (moment, map) => new Frame(
            Invariant.Text($"{moment.Iteration}"),
            [Contour(map), LossTraces.Now(moment.Iteration, moment.TrainLoss, axis: 2)],
            [0, still.Length + 1]))];
        var layout = Layouts.Titled(title, legendEntries: _points.Classes.Length, height: 582);
        layout = layout with
        {
            XAxis = Layouts.Flat(Layouts.Axis(_x1, _points.X1.Padded())),
            YAxis = Layouts.Flat(Layouts.Axis(_x2, _points.X2.Padded()) with { Domain = [0.38, 1] }),
            XAxis2 = Layouts.Flat(new Axis("iteration") { Anchor = "y2", NTicks = 5 }),
            YAxis2 = Layouts.Flat(new Axis(_history.LossName) { RangeMode = "tozero", Domain = [0, 0.24], Anchor = "x2", NTicks = 4 }),
        };
        return new Figure
        {
            Traces = [frames[0].Data[0], .. still, frames[0].Data[1]],
            Frames = frames,
            Layout = Playback.Below(layout, frames, "iteration ", milliseconds: 300),
            AltText = Invariant.Text($"Animation of {_moments.Length} frames from iteration {first.Iteration} to {last.Iteration}: ")
                + Invariant.Text($"the decision boundary bends around the classes, and the {_history.LossName} goes from {first.TrainLoss:G4} to {last.TrainLoss:G4}. ")
                + Invariant.Text($"The network answers class 1 on {maps[0].ShareFrom(0.5):P0} of the map at first, on {maps[^1].ShareFrom(0.5):P0} at last. {_points.Describe(_x1, _x2)}"),
        };
    }

    private Grid Map(TrainingRecord record)
    {
        return Grid.OfModel(Answers, _points.X1.Padded(), _points.X2.Padded(), MapGrid, inColumns: true);

        Matrix<double> Answers(Matrix<double> X) => DeepNetworkFunctions.ForwardPropagation(X, record.Parameters!, _activation).Values.Last();
    }

    private static ContourTrace Contour(Grid map) => ValueMap.Of("boundary", map, new Interval(0, 1), line: 3) with
    {
        Z = [.. map.Values.Select(row => row.Select(p => Math.Round(p, 3)).ToImmutableArray())],
        ShowScale = false,
        HoverInfo = "skip",
    };
}
