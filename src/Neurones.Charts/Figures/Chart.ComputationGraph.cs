using Neurones.Charts.Data;
using Neurones.Charts.Figures;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>
    /// A neuron's computation graph with a slider, play and step: the values flow forward, x, w, b to z to a to the loss L; then
    /// the slopes flow back, each the product of one step's slope with those after it: the chain rule.
    /// </summary>
    /// <param name="x">The sample's 1 to 3 variables.</param>
    /// <param name="w">One weight for each.</param>
    /// <param name="b">The bias.</param>
    /// <param name="y">The sample's class, 0 or 1.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There aren't 1 to 3 variables, each with a weight, y isn't 0 or 1, or z is so large that the loss has no slope in numbers.</exception>
    public static Figure ComputationGraph(IReadOnlyList<double> x, IReadOnlyList<double> w, double b, double y, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(w);
        if (x.Count is not (1 or 2 or 3) || w.Count != x.Count)
        {
            throw new ArgumentException(Invariant.Text($"x has {x.Count} numbers and w {w.Count}: give 1 to 3 variables, and a weight for each."));
        }

        if (y is not (0 or 1)) throw new ArgumentException(Invariant.Text($"y is {y}, but a neuron tells two classes apart: 0 and 1."), nameof(y));

        var pass = new NeuronPass([.. x], [.. w], b, y);
        return Math.Abs(pass.Z) < 30
            ? new ComputationGraphFigure(pass).Make(title ?? "A neuron: values forward, slopes back")
            : throw new ArgumentException(Invariant.Text($"z is {pass.Z:G4}, where the sigmoid is flat: choose x, w and b with z between -30 and 30."));
    }
}
