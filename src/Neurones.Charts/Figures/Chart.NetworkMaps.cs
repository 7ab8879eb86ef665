using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Figures;

namespace Neurones.Charts;

public static partial class Chart
{
    private const int MostMapsOfALayer = 8;

    /// <summary>
    /// A network as a drawing in which a map stands for each neuron: its activation everywhere around the points in colour,
    /// and the line where it is 0.5. So one sees what each neuron has learned, and by the lines what becomes of it.
    /// </summary>
    /// <param name="parameters">The weights W1 (n1, 2), b1 (n1, 1), W2 (n2, n1), b2, ..., such as the Parameters of a trained network of sigmoid neurons.</param>
    /// <param name="X">The points, (2, m).</param>
    /// <param name="y">Their classes, (1, m).</param>
    /// <param name="x1">The name of the first variable.</param>
    /// <param name="x2">The name of the second variable.</param>
    /// <param name="classNames">The names of the classes, that of class 0 first.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">The shapes don't fit together, a layer has more than 8 neurons, or a class has no name.</exception>
    public static Figure NetworkMaps(
        IReadOnlyDictionary<string, Matrix<double>> parameters,
        Matrix<double> X,
        Matrix<double> y,
        string x1 = "x1",
        string x2 = "x2",
        IReadOnlyList<string>? classNames = null,
        string? title = null)
    {
        var plan = new NetworkPlan(parameters);
        var points = new LabelledPoints(X, y, classNames);
        if (!points.InColumns)
        {
            throw new ArgumentException(Invariant.Text($"X is {X.RowCount}x{X.ColumnCount}, but a network's points stand in columns: X must be 2xm and y 1xm; transpose both."), nameof(X));
        }

        if (plan.Sizes[0] != 2 || plan.IsNeuron)
        {
            throw new ArgumentException(Invariant.Text($"W1 must be n1x2 to be drawn over the plane, but the network has {Numerals.Count(plan.Sizes[0], "input")}{(plan.IsNeuron ? " and no layers" : "")}: draw it with Chart.Network."), nameof(parameters));
        }

        if (plan.Sizes.Max() > MostMapsOfALayer)
        {
            throw new ArgumentException(Invariant.Text($"A layer has {plan.Sizes.Max()} neurons, but more than {MostMapsOfALayer} maps below each other can't be read: draw them with Chart.HiddenNeurons."), nameof(parameters));
        }

        return new NetworkMapsFigure(plan, points, x1, x2).Draw(parameters, title ?? "What each neuron has learned");
    }
}
