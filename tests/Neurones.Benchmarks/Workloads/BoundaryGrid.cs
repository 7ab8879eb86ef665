using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Benchmarks;

/// <summary>What a trained network answers at each point of a grid: what a decision boundary's figure shows.</summary>
internal sealed class BoundaryGrid(NetworkTraining training, int[] sizes)
    : Workload("W8-boundary", "boundary", $"boundary grid 100 x 100 through {training.Name}'s network")
{
    private const int Side = 100;

    public override Work Work => new(
        Side * Side * (sizes.Zip(sizes.Skip(1), (inputs, outputs) => 2.0 * inputs * outputs).Sum() + (Work.Exp * sizes.Skip(1).Sum())));

    public override NamedMatrices Numbers() => new([
        ("X", Matrix<double>.Build.Dense(2, Side * Side, (row, i) => (2.4 * (row == 0 ? i % Side : i / Side) / (Side - 1)) - 1.2)),
        .. training.Trained().Parameters.Select(p => (p.Key, p.Value))]);

    public override Computation Ours(NamedMatrices numbers)
    {
        var network = training.Trained();
        return Computation.Of(() => network.PredictProbability(numbers["X"]), answers => Means(answers.ToRowMajorArray()));
    }

    public override Computation Natural(NamedMatrices numbers)
    {
        var parameters = NetworkTraining.Parameters(numbers);
        var last = $"A{sizes.Length - 1}";
        return Computation.Of(
            () => NaturalNetwork.ForwardPropagation(numbers["X"], parameters)[last],
            answers => Means(answers.ToRowMajorArray()));
    }
}
