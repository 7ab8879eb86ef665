using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    private const int SurfaceGrid = 40;

    /// <summary>The neuron in 3D: its output a over the plane, with each point at the height of its class, 0 or 1.</summary>
    /// <param name="W">The weights, (2, 1).</param>
    /// <param name="b">The bias.</param>
    /// <param name="X">The points, (m, 2).</param>
    /// <param name="y">Their classes 0 or 1, (m, 1).</param>
    /// <param name="x1">The name of the first variable.</param>
    /// <param name="x2">The name of the second variable.</param>
    /// <param name="classNames">The names of the classes, that of class 0 first.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">The shapes don't fit, there is no point, or a class isn't 0 or 1 or has no name.</exception>
    public static Figure SigmoidSurface(
        Matrix<double> W,
        double b,
        Matrix<double> X,
        Matrix<double> y,
        string x1 = "x1",
        string x2 = "x2",
        IReadOnlyList<string>? classNames = null,
        string? title = null)
    {
        var neuron = PlaneNeuron.Of(W, b);
        var points = new LabelledPoints(X, y, classNames, ofNeuron: true);
        var (range1, range2) = (points.X1.Padded(), points.X2.Padded());
        var grid = Grid.Of((u, v) => Math.Round(neuron.A(u, v), 4), range1, range2, SurfaceGrid);
        var surface = new SurfaceTrace
        {
            Name = "neuron",
            X = grid.X1,
            Y = grid.X2,
            Z = grid.Values,
            CMin = 0,
            CMax = 1,
            ColorScale = Palette.ProbabilitySurface,
            ShowScale = false,
            Opacity = 0.9,
            HoverTemplate = $"{x1} = %{{x:.3~g}}<br>{x2} = %{{y:.3~g}}<br>a = %{{z:.3f}}<extra></extra>",
        };
        var (ends1, ends2) = neuron.Boundary(range1, range2);
        var boundary = new Scatter3DTrace
        {
            Name = "a = 0.5",
            X = ends1,
            Y = ends2,
            Z = [0.5, 0.5],
            Mode = "lines",
            Line = new Line(Palette.Neutral, 6),
            HoverInfo = "skip",
        };
        var (stems1, stems2, heights) = Stems();
        var errors = new Scatter3DTrace
        {
            Name = "error a - y",
            X = stems1,
            Y = stems2,
            Z = heights,
            Mode = "lines",
            Line = new Line(Palette.Neutral, 2),
            HoverInfo = "skip",
        };
        return new Figure
        {
            Traces = [surface, boundary, errors, .. points.Classes.Select(PointsAtTheirClass)],
            Layout = Layouts.Space(
                title ?? "The neuron's output a over the plane",
                Layouts.Axis(x1, range1),
                Layouts.Axis(x2, range2),
                new Axis("a, y") { Range = [-0.04, 1.04], TickVals = [0, 0.5, 1] },
                turned: FromTheSide(neuron.W1 * range1.Length, neuron.W2 * range2.Length),
                raised: 24,
                legendEntries: points.Classes.Length + 2),
            AltText = Invariant.Text($"3D surface of the neuron's output a = sigmoid(z) for w1 = {neuron.W1:G4}, w2 = {neuron.W2:G4}, b = {b:G4}; a from {Interval.Of(grid.Values.SelectMany(row => row))}. Each point stands at the height of its class, and a line joins it to the surface. {points.Describe(x1, x2)}"),
        };

        // From each point to the surface; NaN lifts the pen.
        (ImmutableArray<double> X1, ImmutableArray<double> X2, ImmutableArray<double> A) Stems()
        {
            var all = points.Classes.SelectMany(c => c.X1.Zip(c.X2, (u, v) => (U: u, V: v, Y: (double)c.Label))).ToArray();
            return (
                [.. all.SelectMany(p => new[] { p.U, p.U, double.NaN })],
                [.. all.SelectMany(p => new[] { p.V, p.V, double.NaN })],
                [.. all.SelectMany(p => new[] { p.Y, Math.Round(neuron.A(p.U, p.V), 4), double.NaN })]);
        }

        Scatter3DTrace PointsAtTheirClass(PointClass points) => new()
        {
            Name = points.Name,
            X = points.X1,
            Y = points.X2,
            Z = [.. Enumerable.Repeat((double)points.Label, points.X1.Length)],
            Mode = "markers",
            Marker = Palette.Class(points.Label, size: 4),
            HoverTemplate = $"{x1} = %{{x:.4~g}}<br>{x2} = %{{y:.4~g}}<br>y = %{{z}}",
        };
    }

    /// <summary>Where to stand to see the S of the sigmoid: across the slope, a little from its low side, so that both classes show.</summary>
    private static double FromTheSide(double slope1, double slope2)
    {
        var uphill = Math.Atan2(slope2, slope1) * 180 / Math.PI;
        return uphill + 115;
    }
}
