using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>A cost as a map over two weights, with lines of equal cost and the way that gradient descent takes.</summary>
    /// <param name="cost">The cost for w1 and w2.</param>
    /// <param name="w1">The range of the first weight.</param>
    /// <param name="w2">The range of the second weight.</param>
    /// <param name="path">The weights of each iteration, or null.</param>
    /// <param name="w1Name">The name of the first weight.</param>
    /// <param name="w2Name">The name of the second weight.</param>
    /// <param name="costName">The name of the cost.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <remarks>Lines and colours follow the logarithm of the cost where it is positive, so that a valley is seen beside high walls.</remarks>
    /// <exception cref="ArgumentException">A range is empty or not finite.</exception>
    public static Figure CostContour(
        Func<double, double, double> cost,
        (double Min, double Max) w1,
        (double Min, double Max) w2,
        IReadOnlyList<(double W1, double W2)>? path = null,
        string w1Name = "w1",
        string w2Name = "w2",
        string costName = "log loss",
        string? title = null) =>
        CostContour(CostLandscape.Of(cost, w1, w2, count: 100), path, w1Name, w2Name, costName, title);

    /// <summary>The log loss of a neuron of two variables as a map over its weights, with the way that gradient descent takes.</summary>
    /// <param name="X">The samples, (m, 2).</param>
    /// <param name="y">Their labels, 0 or 1, (m, 1).</param>
    /// <param name="b">The bias, the same everywhere.</param>
    /// <param name="w1">The range of the first weight.</param>
    /// <param name="w2">The range of the second weight.</param>
    /// <param name="path">The weights of each iteration, or null.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <remarks>Lines and colours follow the logarithm of the loss where it is positive, so that a valley is seen beside high walls.</remarks>
    /// <exception cref="ArgumentException">A range is empty or not finite, X hasn't two variables, or y doesn't fit it.</exception>
    public static Figure CostContour(
        Matrix<double> X,
        Matrix<double> y,
        double b,
        (double Min, double Max) w1,
        (double Min, double Max) w2,
        IReadOnlyList<(double W1, double W2)>? path = null,
        string? title = null) =>
        CostContour(CostLandscape.OfNeuron(X, y, b, w1, w2, count: 100), path, "w1", "w2", "log loss", title);

    private static Figure CostContour(
        CostLandscape landscape, IReadOnlyList<(double W1, double W2)>? path, string w1Name, string w2Name, string costName, string? title)
    {
        var steps = path ?? [];
        return new Figure
        {
            Traces =
            [
                CostMap(landscape, w1Name, w2Name, costName) with { ColorBar = landscape.ColorBar(costName) },
                .. PathInThePlane(steps, w1Name, w2Name),
            ],
            Layout = Layouts.Plane(
                title ?? CostTitle(w1Name, w2Name, costName, steps),
                Layouts.Axis(w1Name, landscape.W1),
                Layouts.Axis(w2Name, landscape.W2),
                legendEntries: steps.Count > 0 ? 3 : 0),
            AltText = $"Contour map of the {costName} over {w1Name} and {w2Name}. {landscape.Describe(w1Name, w2Name, costName, steps)}",
        };
    }

    internal static ContourTrace CostMap(CostLandscape landscape, string w1Name, string w2Name, string costName) => new()
    {
        Name = costName,
        X = landscape.Costs.X1,
        Y = landscape.Costs.X2,
        Z = landscape.Heights,
        CustomData = landscape.Costs.Values,
        ZMin = landscape.Range.Min,
        ZMax = landscape.Range.Max,
        ColorScale = Palette.Cost,
        Contours = landscape.Levels(count: 18),
        Line = new Line("rgba(255,255,255,0.4)", 0.75),
        HoverTemplate = CostHover(w1Name, w2Name, costName, "customdata"),
    };

    private static string CostTitle(string w1Name, string w2Name, string costName, IReadOnlyList<(double W1, double W2)> path) =>
        path.Count > 0 ? $"Gradient descent on the {costName}" : $"The {costName} by {w1Name} and {w2Name}";

    private static string CostHover(string w1Name, string w2Name, string costName, string costMember) =>
        $"{w1Name} = %{{x:.3~g}}<br>{w2Name} = %{{y:.3~g}}<br>{costName} %{{{costMember}:.4~g}}<extra></extra>";

    internal static IEnumerable<ScatterTrace> PathInThePlane(IReadOnlyList<(double W1, double W2)> path, string w1Name, string w2Name)
    {
        if (path.Count == 0) yield break;

        var way = new ScatterTrace
        {
            Name = "descent",
            X = [.. path.Select(step => step.W1)],
            Y = [.. path.Select(step => step.W2)],
            Mode = "lines",
            Line = new Line(Palette.PathHalo, 5),
            ShowLegend = false,
            HoverInfo = "skip",
        };
        yield return way;
        yield return way with
        {
            Mode = "lines+markers",
            Line = new Line(Palette.Path, 2.5),
            Marker = new Marker(Palette.Path, 5, "circle", new Line(Palette.PathHalo, 0.75)),
            ShowLegend = true,
            HoverInfo = null,
            HoverTemplate = $"{w1Name} = %{{x:.4~g}}<br>{w2Name} = %{{y:.4~g}}",
        };
        yield return End("start", path[0], "circle");
        yield return End("end", path[^1], "star");

        ScatterTrace End(string name, (double W1, double W2) at, string symbol) => new()
        {
            Name = name,
            X = [at.W1],
            Y = [at.W2],
            Mode = "markers",
            Marker = new Marker(Palette.Path, 13, symbol, new Line(Palette.PathHalo, 1.5)),
            HoverTemplate = $"{w1Name} = %{{x:.4~g}}<br>{w2Name} = %{{y:.4~g}}",
        };
    }
}
