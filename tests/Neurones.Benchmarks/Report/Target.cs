using static Neurones.Benchmarks.Side;

namespace Neurones.Benchmarks;

/// <summary>A speed to reach: so many times the speed of a peer, each at its best setting of at most so many threads.</summary>
/// <param name="Workload">The workload's name.</param>
/// <param name="Who">Who must reach it.</param>
/// <param name="Times">How many times the peer's speed.</param>
/// <param name="Peer">The peer.</param>
/// <param name="Threads">How many threads each may use.</param>
internal sealed record Target(string Workload, string Who, double Times, string Peer, int Threads)
{
    public static IReadOnlyList<Target> All { get; } =
    [
        new("W1", Ours, 80, NumPy, 2),
        new("W1", Ours, 400, PyTorch, 2),
        new("W2", Ours, 1.1, NumPy, 2),
        new("W2", Ours, 20, PlainMathNet, 2),
        new("W3", Ours, 3.7, NumPy, 1),
        new("W3", Ours, 7.5, PyTorch, 1),
        new("W3", Ours, 10, PlainMathNet, 1),
        new("W3", MathNetWithOurs, 0.7, NumPy, 2),
        new("W4", Ours, 3.5, NumPy, 2),
        new("W4-float", Ours, 3, NumPy, 2),
        new("W4-float", Ours, 8, PyTorch, 2),
        new("W5", Ours, 1.5, NumPy, 2),
        new("W5", MathNetWithOurs, 0.7, NumPy, 2),
        new("W6-training", Ours, 2.7, PyTorch, 2),
        new("W6-inference", Ours, 3.4, PyTorch, 2),
        new("W7", Ours, 700, NumPy, 2),
        new("W7", Ours, 25, PyTorch, 2),
        new("W8-costs", Ours, 8, NumPy, 1),
        new("W8-costs", Ours, 16, NumPy, 2),
        new("W8-boundary", Ours, 4.5, NumPy, 1),
        new("W8-boundary", Ours, 9, NumPy, 2),
        .. Catalogue.All.OfType<MatrixProduct>().SelectMany(product => new Target[]
        {
            new(product.Name, Ours, 0.95, NumPy, 1),
            new(product.Name, Ours, 0.9, NumPy, 2),
        }),
        new("first-W1", Ours, 20, NumPy, 2),
        new("first-W3", Ours, 2, NumPy, 2),
    ];
}
