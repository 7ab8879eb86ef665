using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>One descent, seen in four ways below each other; it's one column of <see cref="DescentViewsFigure"/>.</summary>
internal sealed class DescentView
{
    private const int LandscapeGrid = 48;
    private const int MostPlaces = 200;
    private const string Loss = "log loss";

    private readonly LabelledPoints _points;
    private readonly IReadOnlyList<(double W1, double W2)> _path;
    private readonly ImmutableArray<int> _places;
    private readonly double _b;
    private readonly CostLandscape _landscape;
    private readonly ImmutableArray<double> _losses;
    private readonly ImmutableArray<(string X, string Y)> _axes;

    public DescentView(int column, int columns, string name, Matrix<double> X, Matrix<double> y, double b, IReadOnlyList<(double W1, double W2)> path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Count == 0) throw new ArgumentException($"The descent {name} has no weights: record at least one (w1, w2).", nameof(path));

        foreach (var (step, at) in path.Index())
        {
            if (!double.IsFinite(at.W1) || !double.IsFinite(at.W2))
            {
                throw new ArgumentException(
                    Invariant.Text($"The descent {name} is at w1 = {at.W1}, w2 = {at.W2} after step {step}, which can't be drawn: try a smaller rate."), nameof(path));
            }
        }

        (Name, _path, _b) = (name, path, b);
        // Every frame draws the way so far: with all places of a long one the figure would have megabytes.
        _places = [.. path.Count > MostPlaces ? Keyframes.Of(path.Count, MostPlaces) : Enumerable.Range(0, path.Count)];
        _points = new LabelledPoints(X, y, classNames: null, ofNeuron: true);
        var (w1, w2) = Around(path);
        _landscape = CostLandscape.OfNeuron(X, y, b, w1, w2, LandscapeGrid);
        _losses = [.. path.Select(at => _landscape.Cost(at.W1, at.W2))];
        Scene = column == 0 ? "scene" : Invariant.Text($"scene{column + 1}");
        _axes = [.. Enumerable.Range(0, 4).Select(row => Panels.AxesOf((row * columns) + column))];
    }

    public string Name { get; }

    /// <summary>How many weights it has.</summary>
    public int Count => _path.Count;

    /// <summary>The name of its box in space, such as "scene2".</summary>
    public string Scene { get; }

    /// <summary>The box with the landscape.</summary>
    public Scene Space => Layouts.Box(
        Layouts.Axis("w1", _landscape.W1), Layouts.Axis("w2", _landscape.W2), new Axis(Loss), turned: -50, raised: 38, distance: 2.3);

    /// <summary>Title and axes of the plot in a row; the first row's stands in space.</summary>
    public (string Title, Axis X, Axis Y) Panel(int row) => row switch
    {
        1 => ("from above", InPlane("w1", _landscape.W1), InPlane("w2", _landscape.W2)),
        2 => ("decision boundary", InPlane("x1", _points.X1.Padded()), InPlane("x2", _points.X2.Padded())),
        3 => (Loss, InPlane("step", new(0, Math.Max(1, Count - 1))), InPlane(Loss, new(0, 1.08 * _losses.Max()))),
        _ => (Name, new Axis("w1"), new Axis("w2")),
    };

    public string Describe() => Invariant.Text(
        $"{Name}, step 0 to {_path.Count - 1}: from w1 = {_path[0].W1:G3}, w2 = {_path[0].W2:G3} to w1 = {_path[^1].W1:G3}, w2 = {_path[^1].W2:G3}; the log loss goes from {_losses[0]:G3} to {_losses[^1]:G3}.");

    /// <summary>What every frame shares: the landscape twice, the points, the whole loss curve.</summary>
    public IEnumerable<Trace> Still()
    {
        yield return Chart.CostGround(_landscape, "w1", "w2", Loss) with { Scene = Scene };
        yield return Chart.CostMap(_landscape, "w1", "w2", Loss) with { ShowScale = false, XAxis = _axes[1].X, YAxis = _axes[1].Y };
        foreach (var points in Chart.PointTraces(_points, "x1", "x2").Cast<ScatterTrace>())
        {
            yield return points with { ShowLegend = Scene == "scene", LegendGroup = points.Name, XAxis = _axes[2].X, YAxis = _axes[2].Y };
        }

        var kept = Thinning.Indices(_losses);
        yield return new ScatterTrace
        {
            Name = Loss,
            X = [.. kept.Select(step => (double)step)],
            Y = [.. kept.Select(step => _losses[step])],
            Mode = "lines",
            Line = Palette.SeriesLine(0),
            ShowLegend = false,
            XAxis = _axes[3].X,
            YAxis = _axes[3].Y,
            HoverTemplate = "step %{x}<br>log loss %{y:.4~g}",
        };
    }

    /// <summary>What the frame of a step draws anew: the way so far, twice, the boundary, the place on the loss.</summary>
    public IEnumerable<Trace> Moving(int step)
    {
        step = Math.Min(step, Count - 1);
        (double W1, double W2)[] soFar = [.. _places.TakeWhile(place => place < step).Append(step).Select(place => _path[place])];
        foreach (var trace in Chart.PathOnTheSurface(soFar, _landscape)) yield return trace with { ShowLegend = false, Scene = Scene };

        foreach (var trace in Chart.PathInThePlane(soFar, "w1", "w2")) yield return trace with { ShowLegend = false, XAxis = _axes[1].X, YAxis = _axes[1].Y };

        var neuron = new PlaneNeuron(_path[step].W1, _path[step].W2, _b);
        foreach (var trace in BoundaryTraces.Of(neuron, _points.X1.Padded(), _points.X2.Padded(), _axes[2])) yield return trace;

        yield return new ScatterTrace
        {
            Name = "now",
            X = [step],
            Y = [_losses[step]],
            Mode = "markers",
            Marker = new Marker(Palette.Path, 11, "circle", new Line(Palette.PathHalo, 1)),
            ClipOnAxis = false,
            ShowLegend = false,
            XAxis = _axes[3].X,
            YAxis = _axes[3].Y,
            HoverTemplate = "step %{x}<br>log loss %{y:.4~g}",
        };
    }

    private static Axis InPlane(string title, Interval range) => Layouts.Axis(title, range) with { NTicks = 5 };

    /// <summary>A square of weights with room around the way: both weights have one scale, so that a canyon looks like one.</summary>
    private static ((double Min, double Max) W1, (double Min, double Max) W2) Around(IReadOnlyList<(double W1, double W2)> path)
    {
        var (w1, w2) = (Interval.Of(path.Select(at => at.W1)), Interval.Of(path.Select(at => at.W2)));
        var reach = new Interval(0, Math.Max(w1.Length, w2.Length)).Padded(0.5).Length / 2;
        return (Centred(w1), Centred(w2));

        (double Min, double Max) Centred(Interval range)
        {
            var middle = (range.Min + range.Max) / 2;
            return (middle - reach, middle + reach);
        }
    }
}
