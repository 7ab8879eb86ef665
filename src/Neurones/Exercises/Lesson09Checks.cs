using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Exercises;

/// <summary>The checks of lesson 9's exercises. Each knows the usual mistakes and has a hint for every one of them.</summary>
public static partial class Lesson09Checks
{
    /// <summary>Exercise 1: how many numbers a network 4096-16-1 learns.</summary>
    /// <param name="count">The learner's answer; 0 while there is none.</param>
    public static Verdict ParameterCount(int count) => ParameterCountVerdict(count);

    /// <summary>Exercise 2: the share of right answers.</summary>
    /// <param name="accuracy">The learner's function: A2, (1, m), and y, (1, m), give the accuracy.</param>
    public static Verdict Accuracy(Func<Matrix<double>, Matrix<double>, double> accuracy) => Verdict.Of(() => AccuracyVerdict(accuracy));

    /// <summary>Exercise 3: how many rows of a matrix are different.</summary>
    /// <param name="differentRows">The learner's function: from W, (n1, n0), to that number.</param>
    public static Verdict DifferentRows(Func<Matrix<double>, int> differentRows) => Verdict.Of(() => DifferentRowsVerdict(differentRows));

    /// <summary>Exercise 4: a training that goes on from given parameters.</summary>
    /// <param name="trainMore">The learner's function: X, (n0, m), y, (1, m), the parameters, the rate and the iterations give the new parameters.</param>
    public static Verdict TrainMore(Func<Matrix<double>, Matrix<double>, NamedMatrices, double, int, NamedMatrices> trainMore) =>
        Verdict.Of(() => TrainMoreVerdict(trainMore));

    /// <summary>Exercise 5: the gradients of a network whose hidden layer answers by tanh.</summary>
    /// <param name="gradients">The learner's function: X, (n0, m), y, (1, m), and the parameters give dW1, db1, dW2, db2.</param>
    public static Verdict TanhGradients(Func<Matrix<double>, Matrix<double>, NamedMatrices, NamedMatrices> gradients) =>
        Verdict.Of(() => TanhGradientsVerdict(gradients));

    /// <summary>A small network, and samples for it, on which the functions are tried.</summary>
    private static (Matrix<double> X, Matrix<double> y, NamedMatrices Parameters) Example()
    {
        var X = Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, -1, 2, 0, 1.5, -0.5 }, { 1, 0.5, -1, -2, 0, 1.5 } });
        var y = Matrix<double>.Build.Dense(1, 6, [1, 0, 1, 1, 0, 0]);
        return (X, y, TwoLayerNetworkFunctions.Initialise(2, 3, 1, new RandomState(3)));
    }

    private static NamedMatrices Copy(NamedMatrices matrices) => new(matrices.Select(m => (m.Key, m.Value.Clone())));

    private static NamedMatrices All(NamedMatrices matrices, Func<Matrix<double>, Matrix<double>> change) => new(matrices.Select(m => (m.Key, change(m.Value))));

    private static bool Same(NamedMatrices answer, NamedMatrices expected) => expected.All(m => Answer.Is(answer[m.Key], m.Value));

    /// <summary>What is missing or has another shape than it must, as a hint; or null.</summary>
    private static string? Misshapen(NamedMatrices answer, NamedMatrices expected)
    {
        foreach (var (name, right) in expected)
        {
            if (!answer.TryGetValue(name, out var mine)) return $"There must be {string.Join(", ", expected.Keys)}, but {name} is missing.";

            if (!Answer.HasShapeOf(mine, right)) return $"{name} is {Check.Shape(mine)}, but it must be {Check.Shape(right)}: {(name[0] == 'd' ? "a gradient has the shape of its parameter." : "a step doesn't change a parameter's shape.")}";
        }

        return null;
    }
}
