using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Figures;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>
    /// A training as it happens, with a play button and a slider: a neuron's decision boundary, the points on the sigmoid and
    /// the loss move together; a network's boundary bends while the loss falls.
    /// </summary>
    /// <param name="X">The points: (m, 2) for a neuron, (2, m) for a network.</param>
    /// <param name="y">Their classes 0 or 1: (m, 1) for a neuron, (1, m) for a network.</param>
    /// <param name="history">A training with <see cref="TrainingOptions.KeepParameters"/>; at most 40 of its records are shown, more of the early ones.</param>
    /// <param name="x1">The name of the first variable.</param>
    /// <param name="x2">The name of the second variable.</param>
    /// <param name="classNames">The names of the classes, that of class 0 first.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <param name="hiddenActivation">How the hidden neurons of a network answer.</param>
    /// <exception cref="ArgumentException">The history is empty or keeps no parameters, the shapes don't fit, there is no point, or a class isn't 0 or 1 or has no name.</exception>
    public static Figure TrainingAnimation(
        Matrix<double> X,
        Matrix<double> y,
        History history,
        string x1 = "x1",
        string x2 = "x2",
        IReadOnlyList<string>? classNames = null,
        string? title = null,
        HiddenActivation hiddenActivation = HiddenActivation.Sigmoid)
    {
        var points = new LabelledPoints(X, y, classNames, ofNeuron: true);
        Recorded.CheckParameters(history);
        var ofNeuron = history[0].Parameters!.ContainsKey("W");
        if (points.InColumns)
        {
            return ofNeuron
                ? throw new ArgumentException(Invariant.Text($"The history is of a neuron ({history[0].Parameters}), whose points stand in rows: X must be mx2 and y mx1; transpose both."), nameof(history))
                : new NetworkTrainingFigure(points, history, hiddenActivation, x1, x2).Make(title ?? "A network learns, step by step");
        }

        if (!ofNeuron)
        {
            throw new ArgumentException(
                Invariant.Text($"The history is of a network ({history[0].Parameters}), whose points stand in columns: X must be 2xm and y 1xm; transpose both."), nameof(history));
        }

        return new TrainingAnimationFigure(points, history, x1, x2).Make(title ?? "A neuron learns, step by step");
    }
}
