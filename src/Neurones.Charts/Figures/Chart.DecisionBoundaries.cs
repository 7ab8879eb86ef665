using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Figures;

namespace Neurones.Charts;

public static partial class Chart
{
    private const int BoundariesGrid = 50;

    /// <summary>What several models answer everywhere around the same points, side by side: the probability of class 1 in colour, and the line where it is 0.5.</summary>
    /// <param name="models">Each model's name, and its function from points to probabilities or to classes 0 and 1, as for <see cref="DecisionBoundary"/>.</param>
    /// <param name="X">The points, (m, 2), or in columns (2, m).</param>
    /// <param name="y">Their classes, (m, 1), or (1, m).</param>
    /// <param name="x1">The name of the first variable.</param>
    /// <param name="x2">The name of the second variable.</param>
    /// <param name="classNames">The names of the classes, that of class 0 first.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There is no model, the shapes don't fit, or a class has no name.</exception>
    public static Figure DecisionBoundaries(
        IReadOnlyList<(string Name, Func<Matrix<double>, Matrix<double>> Predict)> models,
        Matrix<double> X,
        Matrix<double> y,
        string x1 = "x1",
        string x2 = "x2",
        IReadOnlyList<string>? classNames = null,
        string? title = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (models.Count == 0) throw new ArgumentException("There is no model: give at least one (name, predict).", nameof(models));

        var points = new LabelledPoints(X, y, classNames);
        var classOne = classNames is { Count: > 1 } ? classNames[1] : "class 1";
        var panels = new MapPanels(points, x1, x2, $"probability of {classOne}", new Interval(0, 1));
        var maps = models.Select(model =>
        {
            ArgumentNullException.ThrowIfNull(model.Predict, model.Name);
            return (model.Name, Map: Grid.OfModel(model.Predict, points.X1.Padded(), points.X2.Padded(), BoundariesGrid, points.InColumns));
        }).ToArray();
        return panels.Draw(
            maps,
            title ?? "Decision boundaries: probability 0.5",
            $"Maps of the probability of {classOne} with the line where it is 0.5, for {Numerals.Count(models.Count, "model")}. "
                + string.Join(" ", maps.Select(map => Invariant.Text($"{map.Name} answers {classOne} on {panels.ShareOfHigh(map.Map):P0} of the map.")))
                + " " + points.Describe(x1, x2));
    }
}
