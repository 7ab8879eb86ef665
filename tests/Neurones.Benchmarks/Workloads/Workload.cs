using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Benchmarks;

/// <summary>Something that every side computes from the same numbers.</summary>
/// <param name="name">Short, such as W1: what <c>--only</c> selects.</param>
/// <param name="kind">What peers.py calls the computation; workloads of one kind differ in their numbers.</param>
/// <param name="description">One line for the table.</param>
internal abstract class Workload(string name, string kind, string description)
{
    public string Name { get; } = name;

    public string Kind { get; } = kind;

    public string Description { get; } = description;

    /// <summary>What must be known of its data, or null.</summary>
    public Func<string>? Note { get; init; }

    /// <summary>How far two sides' answers may lie apart, relative to the larger of the answer and 1.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>The same for the first number, the loss, which the course's 1e-15 in its logarithms may change.</summary>
    public double FirstTolerance { get => field == 0 ? Tolerance : field; init; }

    /// <summary>Whether each measurement is the first run in a process of its own.</summary>
    public virtual bool Fresh => false;

    public abstract Work Work { get; }

    /// <summary>The numbers: data, first parameters, and rate and iterations as 1x1 matrices.</summary>
    public abstract NamedMatrices Numbers();

    /// <summary>The library's computation.</summary>
    public abstract Computation Ours(NamedMatrices numbers);

    /// <summary>The same as a learner writes it with MathNet's matrices, or null where that says nothing more.</summary>
    public abstract Computation? Natural(NamedMatrices numbers);

    protected static Matrix<double> Number(double value) => Matrix<double>.Build.Dense(1, 1, value);

    /// <summary>The mean of a result's values, and the mean weighted by place, which other values at the same places don't have.</summary>
    protected static double[] Means(IReadOnlyCollection<double> values) =>
        [values.Average(), values.Index().Sum(v => v.Item * v.Index) / values.Count / values.Count];
}

internal static class NumbersByName
{
    public static double Number(this NamedMatrices numbers, string name) => numbers[name][0, 0];
}
