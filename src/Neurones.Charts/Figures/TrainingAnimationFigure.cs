using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>Three plots of one training that move together: the boundary above, the sigmoid and the loss below.</summary>
internal sealed class TrainingAnimationFigure
{
    private const int MostPointsOfAClass = 250;

    private readonly LabelledPoints _points;
    private readonly History _history;
    private readonly string _x1;
    private readonly string _x2;
    private readonly Interval _range1;
    private readonly Interval _range2;
    private readonly ImmutableArray<Moment> _moments;
    private readonly ImmutableArray<PointClass> _sample;
    private readonly Interval _z;

    public TrainingAnimationFigure(LabelledPoints points, History history, string x1, string x2)
    {
        (_points, _history, _x1, _x2) = (points, history, x1, x2);
        (_range1, _range2) = (points.X1.Padded(), points.X2.Padded());
        _moments = [.. Keyframes.Of(history.Count).Select(index => Moment.Of(history[index]))];
        _sample = [.. points.Classes.Select(points => Sample(points))];
        _z = Interval.Of(_moments.SelectMany(moment => _sample.SelectMany(moment.Z))).Padded();
    }

    public Figure Make(string title)
    {
        var first = _moments[0];
        var last = _moments[^1];
        ImmutableArray<Trace> still = [.. Still()];
        ImmutableArray<Trace> moving = [.. Moving(first)];
        ImmutableArray<Frame> frames = [.. _moments.Select(moment => new Frame(moment.Name, [.. Moving(moment)], [.. Enumerable.Range(still.Length, moving.Length)]))];
        var layout = Layouts.Titled(title, legendEntries: _points.Classes.Length, height: 582);
        layout = layout with
        {
            XAxis = Layouts.Flat(Layouts.Axis(_x1, _range1)),
            YAxis = Layouts.Flat(Layouts.Axis(_x2, _range2) with { Domain = [0.46, 1] }),
            XAxis2 = Layouts.Flat(Layouts.Axis("z = w1 x1 + w2 x2 + b", _z) with { Domain = [0, 0.42], Anchor = "y2", NTicks = 5 }),
            YAxis2 = Layouts.Flat(new Axis("a = sigmoid(z)") { Range = [-0.05, 1.05], Domain = [0, 0.32], Anchor = "x2", TickVals = [0, 0.5, 1] }),
            XAxis3 = Layouts.Flat(new Axis("iteration") { Domain = [0.6, 1], Anchor = "y3", NTicks = 5 }),
            YAxis3 = Layouts.Flat(new Axis("log loss") { RangeMode = "tozero", Domain = [0, 0.32], Anchor = "x3" }),
        };
        return new Figure
        {
            Traces = [.. still, .. moving],
            Frames = frames,
            Layout = Playback.Below(layout, frames, "iteration ", milliseconds: 300),
            AltText = Invariant.Text($"Animation of {_moments.Length} frames from iteration {first.Name} to {last.Name}: ")
                + Invariant.Text($"the decision boundary turns between the classes, the points move along the sigmoid, and the log loss goes from {first.Loss:G4} to {last.Loss:G4}. ")
                + Invariant.Text($"At last w1 = {last.Neuron.W1:G4}, w2 = {last.Neuron.W2:G4}, b = {last.Neuron.b:G4}. {_points.Describe(_x1, _x2)}"),
        };
    }

    /// <summary>What each frame draws anew: map, boundary, the points on the sigmoid, the place on the loss.</summary>
    private IEnumerable<Trace> Moving(Moment moment)
    {
        foreach (var trace in BoundaryTraces.Of(moment.Neuron, _range1, _range2)) yield return trace;

        foreach (var points in _sample)
        {
            ImmutableArray<double> z = [.. moment.Z(points).Select(z => Math.Round(z, 3))];
            yield return new ScatterTrace
            {
                Name = points.Name,
                X = z,
                Y = [.. z.Select(z => Math.Round(PlaneNeuron.Sigmoid(z), 3))],
                Mode = "markers",
                Marker = Palette.Class(points.Label, size: 7) with { Opacity = 0.7 },
                ShowLegend = false,
                XAxis = "x2",
                YAxis = "y2",
                HoverTemplate = "z = %{x:.3~g}<br>a = %{y:.3f}",
            };
        }

        yield return LossTraces.Now(moment.Iteration, moment.Loss, axis: 3);
    }

    /// <summary>What every frame shares: the points, the sigmoid, the whole loss curve.</summary>
    private IEnumerable<Trace> Still()
    {
        foreach (var trace in Chart.PointTraces(_points, _x1, _x2)) yield return trace;

        var z = _z.Steps(81);
        yield return new ScatterTrace
        {
            Name = "sigmoid",
            X = z,
            Y = [.. z.Select(PlaneNeuron.Sigmoid)],
            Mode = "lines",
            Line = new Line(Palette.Neutral, 1.5),
            ShowLegend = false,
            HoverInfo = "skip",
            XAxis = "x2",
            YAxis = "y2",
        };

        yield return LossTraces.Whole(_history, axis: 3);
    }

    private static PointClass Sample(PointClass points)
    {
        var every = 1 + ((points.X1.Length - 1) / MostPointsOfAClass);
        return points with
        {
            X1 = [.. points.X1.Where((_, i) => i % every == 0)],
            X2 = [.. points.X2.Where((_, i) => i % every == 0)],
        };
    }

    /// <summary>The neuron at one iteration.</summary>
    private sealed record Moment(int Iteration, double Loss, PlaneNeuron Neuron)
    {
        public string Name => Invariant.Text($"{Iteration}");

        public static Moment Of(TrainingRecord record) => new(record.Iteration, record.TrainLoss, PlaneNeuron.Of(record.Parameters!["W"], record.Parameters["b"][0, 0]));

        public IEnumerable<double> Z(PointClass points) => points.X1.Zip(points.X2, Neuron.Z);
    }
}
