using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>A cost as a landscape in 3D over two weights, with the way that gradient descent takes on it.</summary>
    /// <inheritdoc cref="CostContour(Func{double, double, double}, ValueTuple{double, double}, ValueTuple{double, double}, IReadOnlyList{ValueTuple{double, double}}, string, string, string, string)"/>
    public static Figure CostSurface(
        Func<double, double, double> cost,
        (double Min, double Max) w1,
        (double Min, double Max) w2,
        IReadOnlyList<(double W1, double W2)>? path = null,
        string w1Name = "w1",
        string w2Name = "w2",
        string costName = "log loss",
        string? title = null) =>
        CostSurface(CostLandscape.Of(cost, w1, w2, count: 50), path, w1Name, w2Name, costName, title);

    /// <summary>The log loss of a neuron of two variables as a landscape in 3D over its weights, with the way that gradient descent takes on it.</summary>
    /// <inheritdoc cref="CostContour(Matrix{double}, Matrix{double}, double, ValueTuple{double, double}, ValueTuple{double, double}, IReadOnlyList{ValueTuple{double, double}}, string)"/>
    public static Figure CostSurface(
        Matrix<double> X,
        Matrix<double> y,
        double b,
        (double Min, double Max) w1,
        (double Min, double Max) w2,
        IReadOnlyList<(double W1, double W2)>? path = null,
        string? title = null) =>
        CostSurface(CostLandscape.OfNeuron(X, y, b, w1, w2, count: 50), path, "w1", "w2", "log loss", title);

    private static Figure CostSurface(
        CostLandscape landscape, IReadOnlyList<(double W1, double W2)>? path, string w1Name, string w2Name, string costName, string? title)
    {
        var steps = path ?? [];
        return new Figure
        {
            Traces = [CostGround(landscape, w1Name, w2Name, costName), .. PathOnTheSurface(steps, landscape)],
            Layout = Layouts.Space(
                title ?? CostTitle(w1Name, w2Name, costName, steps),
                Layouts.Axis(w1Name, landscape.W1),
                Layouts.Axis(w2Name, landscape.W2),
                new Axis(costName),
                turned: -50,
                raised: 38,
                legendEntries: steps.Count > 0 ? 3 : 0),
            AltText = $"3D surface of the {costName} over {w1Name} and {w2Name}. {landscape.Describe(w1Name, w2Name, costName, steps)}",
        };
    }

    internal static SurfaceTrace CostGround(CostLandscape landscape, string w1Name, string w2Name, string costName) => new()
    {
        Name = costName,
        X = landscape.Costs.X1,
        Y = landscape.Costs.X2,
        Z = landscape.Costs.Values,
        SurfaceColor = landscape.Heights,
        CMin = landscape.Range.Min,
        CMax = landscape.Range.Max,
        ColorScale = Palette.Cost,
        ShowScale = false,
        HoverTemplate = CostHover(w1Name, w2Name, costName, "z"),
    };

    /// <summary>The way on the ground from step to step: a straight line would cut through hills.</summary>
    internal static IEnumerable<Scatter3DTrace> PathOnTheSurface(IReadOnlyList<(double W1, double W2)> path, CostLandscape landscape)
    {
        if (path.Count == 0) yield break;

        var way = path.Zip(path.Skip(1)).SelectMany(step => Between(step.First, step.Second)).Append(path[^1]).Select(OnTheGround).ToArray();
        yield return new Scatter3DTrace
        {
            Name = "descent",
            X = [.. way.Select(place => place.X)],
            Y = [.. way.Select(place => place.Y)],
            Z = [.. way.Select(place => place.Z)],
            Mode = "lines",
            Line = new Line(Palette.Path, 6),
            HoverInfo = "skip",
        };
        yield return End("start", way[0], "circle");
        yield return End("end", way[^1], "diamond");

        IEnumerable<(double W1, double W2)> Between((double W1, double W2) from, (double W1, double W2) to)
        {
            var pieces = Math.Clamp(400 / path.Count, 1, 10);
            return Enumerable.Range(0, pieces).Select(i => (double)i / pieces)
                .Select(t => (from.W1 + (t * (to.W1 - from.W1)), from.W2 + (t * (to.W2 - from.W2))));
        }

        Point3D OnTheGround((double W1, double W2) at) => landscape.W1.Contains(at.W1) && landscape.W2.Contains(at.W2)
            ? new(at.W1, at.W2, landscape.Cost(at.W1, at.W2) + landscape.Lift)
            : new(double.NaN, double.NaN, double.NaN);

        // Higher than the way: a slope would hide half of a mark.
        Scatter3DTrace End(string name, Point3D at, string symbol) => new()
        {
            Name = name,
            X = [at.X],
            Y = [at.Y],
            Z = [at.Z + (2 * landscape.Lift)],
            Mode = "markers",
            Marker = new Marker(Palette.Path, 6, symbol, new Line(Palette.PathHalo, 1.5)),
            HoverInfo = "skip",
        };
    }
}
