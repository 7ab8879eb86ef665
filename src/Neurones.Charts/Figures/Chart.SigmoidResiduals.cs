using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Figures;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>
    /// The log loss as a picture, over the score z. Above, each point at the height of its class, 0 or 1, joined by a line
    /// to the sigmoid: its error. Below, the price that it pays for this error; the mean of all prices is the log loss.
    /// </summary>
    /// <param name="W">The weights, (2, 1).</param>
    /// <param name="b">The bias.</param>
    /// <param name="X">The points, (m, 2).</param>
    /// <param name="y">Their classes 0 or 1, (m, 1).</param>
    /// <param name="classNames">The names of the classes, that of class 0 first.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">The shapes don't fit, there is no point, or a class isn't 0 or 1 or has no name.</exception>
    public static Figure SigmoidResiduals(
        Matrix<double> W,
        double b,
        Matrix<double> X,
        Matrix<double> y,
        IReadOnlyList<string>? classNames = null,
        string? title = null) =>
        new SigmoidResidualsFigure(PlaneNeuron.Of(W, b), new LabelledPoints(X, y, classNames, ofNeuron: true))
            .Make(title ?? "Errors and their prices");
}
