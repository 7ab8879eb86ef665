using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Figures;

namespace Neurones.Charts;

public static partial class Chart
{
    private const int MostOfABackPropagation = 4;

    /// <summary>
    /// A walk through a small network of two layers, forwards to the loss and backwards to the gradients, one operation a
    /// step, with a slider, play and step: the formula, the shapes and the numbers of the matrix that is made.
    /// </summary>
    /// <param name="X">The samples, (n0, m): at most 4 variables and 4 samples.</param>
    /// <param name="y">Their classes 0 or 1, (1, m).</param>
    /// <param name="parameters">W1 (n1, n0), b1 (n1, 1), W2 (1, n1), b2 (1, 1), with at most 4 hidden neurons.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">The shapes don't fit together, something is larger than a table can show, or a class isn't 0 or 1.</exception>
    public static Figure BackPropagation(
        Matrix<double> X, Matrix<double> y, IReadOnlyDictionary<string, Matrix<double>> parameters, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(y);
        var plan = new NetworkPlan(parameters);
        if (plan.W.Length != 2 || plan.Sizes[2] != 1)
        {
            throw new ArgumentException($"The network is {string.Join("-", plan.Sizes)}, but the walk is through two layers with one output: give W1, b1, W2 (1, n1), b2.", nameof(parameters));
        }

        if (X.RowCount != plan.Sizes[0] || y.RowCount != 1 || y.ColumnCount != X.ColumnCount)
        {
            throw new ArgumentException(Invariant.Text(
                $"X is {X.RowCount}x{X.ColumnCount}, y {y.RowCount}x{y.ColumnCount} and W1 {plan.Sizes[1]}x{plan.Sizes[0]}: X must be {plan.Sizes[0]}xm and y 1xm, a column for each sample."));
        }

        if (X.ColumnCount > MostOfABackPropagation || plan.Sizes.Any(size => size > MostOfABackPropagation))
        {
            throw new ArgumentException(Invariant.Text(
                $"X is {X.RowCount}x{X.ColumnCount} and the network {string.Join("-", plan.Sizes)}, but more than {MostOfABackPropagation} can't be read: take fewer samples and hidden neurons."));
        }

        if (y.Enumerate().FirstOrDefault(label => label is not (0 or 1)) is var wrong and not 0)
        {
            throw new ArgumentException(Invariant.Text($"y contains {wrong}, but a neuron tells two classes apart: 0 and 1."), nameof(y));
        }

        return new BackPropagationFigure(plan, new BackPropagationPass(X, y, plan)).Make(title ?? "Back-propagation, one operation a step");
    }
}
