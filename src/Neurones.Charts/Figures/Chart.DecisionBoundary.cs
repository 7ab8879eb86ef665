using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Figures;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    private const int BoundaryGrid = 80;

    // Between answers 0 and 1 the line follows the grid: finer steps are hardly seen.
    private const int ClassesGrid = 240;

    /// <summary>What a model answers everywhere around the points: its probability of class 1 in colour, and the line where it is 0.5.</summary>
    /// <param name="predict">The model: from points (m, 2) to probabilities or to classes 0 and 1, (m, 1); with samples in columns from (2, m) to (1, m).</param>
    /// <param name="X">The points, (m, 2), or in columns (2, m).</param>
    /// <param name="y">Their classes, (m, 1), or (1, m).</param>
    /// <param name="x1">The name of the first variable.</param>
    /// <param name="x2">The name of the second variable.</param>
    /// <param name="classNames">The names of the classes, that of class 0 first.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">The shapes don't fit, or a class has no name.</exception>
    public static Figure DecisionBoundary(
        Func<Matrix<double>, Matrix<double>> predict,
        Matrix<double> X,
        Matrix<double> y,
        string x1 = "x1",
        string x2 = "x2",
        IReadOnlyList<string>? classNames = null,
        string? title = null)
    {
        ArgumentNullException.ThrowIfNull(predict);
        var points = new LabelledPoints(X, y, classNames);
        var map = Grid.OfModel(predict, points.X1.Padded(), points.X2.Padded(), BoundaryGrid, points.InColumns);
        var answersClasses = map.Values.All(row => row.All(answer => answer is 0 or 1));
        if (answersClasses) map = Grid.OfModel(predict, points.X1.Padded(), points.X2.Padded(), ClassesGrid, points.InColumns);

        var classOne = classNames is { Count: > 1 } ? classNames[1] : "class 1";
        var boundary = ValueMap.Of("boundary", map, new Interval(0, 1), line: 3) with
        {
            ColorBar = new ColorBar(answersClasses ? "class" : $"probability of {classOne}") { TickVals = answersClasses ? [0, 1] : [0, 0.5, 1] },
            HoverTemplate = $"{x1} = %{{x:.3~g}}<br>{x2} = %{{y:.3~g}}<br>{(answersClasses ? "class %{z}" : $"probability of {classOne} %{{z:.2f}}")}<extra></extra>",
        };
        return new Figure
        {
            Traces = [boundary, .. PointTraces(points, x1, x2)],
            Layout = Layouts.Plane(
                title ?? (answersClasses ? "Decision boundary" : "Decision boundary: probability 0.5"),
                Layouts.Axis(x1, points.X1.Padded()),
                Layouts.Axis(x2, points.X2.Padded()),
                legendEntries: points.Classes.Length),
            AltText = Invariant.Text($"{(answersClasses ? "Map of the model's answers with the line between them" : $"Map of the probability of {classOne} with the line where it is 0.5")}; the model answers {classOne} on {map.ShareFrom(0.5):P0} of the map. {points.Describe(x1, x2)}"),
        };
    }
}
