using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Figures;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>
    /// A perceptron as it learns, sample by sample, with a play button and a slider: the sample that it is shown, its
    /// answer, its line, and the line that its rule makes of it.
    /// </summary>
    /// <param name="X">The points, (m, 2).</param>
    /// <param name="y">Their classes 0 or 1, (m, 1).</param>
    /// <param name="steps">What <see cref="Perceptron.Steps"/> returns for them; at most the first 120 are shown.</param>
    /// <param name="x1">The name of the first variable.</param>
    /// <param name="x2">The name of the second variable.</param>
    /// <param name="classNames">The names of the classes, that of class 0 first.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There are no steps, one is of a sample that X doesn't have, the shapes don't fit, or a class isn't 0 or 1 or has no name.</exception>
    public static Figure PerceptronAnimation(
        Matrix<double> X,
        Matrix<double> y,
        IEnumerable<PerceptronStep> steps,
        string x1 = "x1",
        string x2 = "x2",
        IReadOnlyList<string>? classNames = null,
        string? title = null)
    {
        var points = new LabelledPoints(X, y, classNames, ofNeuron: true);
        var samples = points.InColumns ? X.Transpose() : X;
        return new PerceptronAnimationFigure(points, samples, steps, x1, x2).Make(title ?? "A perceptron learns, sample by sample");
    }
}
