using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>One frame for each sample that a perceptron is shown.</summary>
internal sealed class PerceptronAnimationFigure
{
    private const int MostFrames = 120;

    private static readonly PlaneNeuron NoLine = new(0, 0, 0);

    private readonly LabelledPoints _points;
    private readonly Matrix<double> _X;
    private readonly string _x1;
    private readonly string _x2;
    private readonly ImmutableArray<PerceptronStep> _steps;
    private readonly Interval _range1;
    private readonly Interval _range2;

    public PerceptronAnimationFigure(LabelledPoints points, Matrix<double> X, IEnumerable<PerceptronStep> steps, string x1, string x2)
    {
        ArgumentNullException.ThrowIfNull(steps);
        (_points, _X, _x1, _x2, _steps) = (points, X, x1, x2, [.. steps.Take(MostFrames)]);
        if (_steps.IsEmpty) throw new ArgumentException("There are no steps: pass those that Perceptron.Steps(X, y) returns.", nameof(steps));
        if (_steps.FirstOrDefault(step => step.Sample >= X.RowCount) is { } stray)
        {
            throw new ArgumentException(Invariant.Text($"A step shows sample {stray.Sample}, but X has {X.RowCount} samples, counted from 0: pass the steps of these samples."), nameof(steps));
        }

        (_range1, _range2) = (points.X1.Padded(0.3), points.X2.Padded(0.3));
    }

    public Figure Make(string title)
    {
        ImmutableArray<Trace> still = [.. Chart.PointTraces(_points, _x1, _x2)];
        ImmutableArray<Frame> frames = [.. _steps.Select((step, number) =>
            new Frame(Invariant.Text($"{number}"), [.. Moving(step)], [.. Enumerable.Range(0, 2), .. Enumerable.Range(2 + still.Length, 3)]))];
        var plane = Layouts.Plane(title, Layouts.Axis(_x1, _range1), Layouts.Axis(_x2, _range2) with { Domain = [0, 0.8] }, legendEntries: 4);
        var layout = plane with
        {
            Height = 480,
            XAxis2 = new Axis("words") { Range = [0, 1], Anchor = "y2", Visible = false },
            YAxis2 = new Axis("words") { Range = [0, 1], Domain = [0.82, 1], Anchor = "x2", Visible = false },
        };
        var (wrong, last) = (_steps.Count(step => step.Error != 0), _steps[^1]);
        return new Figure
        {
            Traces = [.. frames[0].Data[..2], .. still, .. frames[0].Data[2..]],
            Frames = frames,
            Layout = Playback.Below(layout, frames, "step ", milliseconds: 900),
            AltText = Invariant.Text($"Animation of {frames.Length} steps: in each a perceptron is shown a sample, and its line moves when the answer is wrong, {wrong} times in all. ")
                + Invariant.Text($"At last {Numbers(last.NextW, last.Nextb)}. {_points.Describe(_x1, _x2)}"),
        };
    }

    /// <summary>What each frame draws anew: the answers' colours and the line below the points, above them the new line, the sample and the numbers.</summary>
    private IEnumerable<Trace> Moving(PerceptronStep step)
    {
        var (before, after) = (PlaneNeuron.Of(step.W, step.b), PlaneNeuron.Of(step.NextW, step.Nextb));
        yield return HalfPlanes.Map(before, _range1, _range2);
        yield return HalfPlanes.Line("its line", before, _range1, _range2) with { ShowLegend = true };
        yield return HalfPlanes.Line("corrected line", step.Error == 0 ? NoLine : after, _range1, _range2) with
        {
            Line = new Line(Palette.Path, 3, "dash"),
            ShowLegend = true,
        };

        var (color, symbol) = step.Error == 0 ? (Palette.Series[0], "circle-open") : (Palette.Path, "square-open");
        yield return new ScatterTrace
        {
            Name = "sample shown",
            X = [_X[step.Sample, 0]],
            Y = [_X[step.Sample, 1]],
            Mode = "markers",
            Marker = new Marker(color, 26, symbol, new Line(color, 3)),
            ShowLegend = false,
            HoverInfo = "skip",
        };
        yield return new ScatterTrace
        {
            Name = "words",
            X = [0],
            Y = [1],
            Mode = "text",
            Text = [Words(step)],
            TextPosition = "bottom right",
            ShowLegend = false,
            HoverInfo = "skip",
            XAxis = "x2",
            YAxis = "y2",
        };
    }

    private static string Words(PerceptronStep step)
    {
        var verdict = step.Error == 0 ? "right ✓" : "wrong ✗";
        var next = step.Error == 0 ? "nothing changes" : "→ " + Numbers(step.NextW, step.Nextb);
        return Invariant.Text($"pass {step.Pass}, sample {step.Sample}: answer {step.Answer}, {verdict}<br>{Numbers(step.W, step.b)}<br>{next}");
    }

    private static string Numbers(Matrix<double> W, double b) =>
        Invariant.Text($"W = ({W[0, 0]:0.##}, {W[1, 0]:0.##}), b = {b:0.##}");
}
