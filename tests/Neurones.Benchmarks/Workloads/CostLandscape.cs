using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Benchmarks;

/// <summary>The log loss of a neuron for each pair of two weights: what lesson 5's cost surface shows.</summary>
internal sealed class CostLandscape() : Workload("W8-costs", "costs", "cost landscape 100 x 100: two weights, 100 samples")
{
    private const int Side = 100;
    private const int Samples = 100;

    public override Work Work => new(Side * Side * Samples * (4 + Work.Exp + Work.Log));

    public override NamedMatrices Numbers()
    {
        var (X, y) = Datasets.MakeBlobs(Samples, seed: 0);
        return new(("X", X), ("y", y), ("b", Number(1)), ("w1", Weights()), ("w2", Weights()));
    }

    public override Computation Ours(NamedMatrices numbers)
    {
        var (w1, w2) = (numbers["w1"].ToColumnMajorArray(), numbers["w2"].ToColumnMajorArray());
        return Computation.Of(
            () => CostGrid.LogLoss(numbers["X"], numbers["y"], numbers.Number("b"), w1, w2),
            costs => Means(costs.ToRowMajorArray()));
    }

    public override Computation Natural(NamedMatrices numbers)
    {
        var (X, y, b, w1, w2) = (numbers["X"], numbers["y"], numbers.Number("b"), numbers["w1"], numbers["w2"]);
        return Computation.Of(
            () => Matrix<double>.Build.Dense(Side, Side, (row, column) =>
            {
                var W = Matrix<double>.Build.Dense(2, 1, [w1[column, 0], w2[row, 0]]);
                return NaturalNeuron.LogLoss(NaturalNeuron.Model(X, W, b), y);
            }),
            costs => Means(costs.ToRowMajorArray()));
    }

    // Small enough that no probability rounds to 0 or 1: there the course's formula and one from logits would differ.
    private static Matrix<double> Weights() => Matrix<double>.Build.Dense(Side, 1, (i, _) => (2.0 * i / (Side - 1)) - 1);
}
