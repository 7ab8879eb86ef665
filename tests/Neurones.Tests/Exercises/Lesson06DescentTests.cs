using MathNet.Numerics.LinearAlgebra;
using static Neurones.LogisticNeuronFunctions;

namespace Neurones.Tests.Exercises;

/// <summary>
/// Lesson 6's experiment on scales: gradient descent over two weights, with x2 multiplied by 1, 2 and 10. What the lab
/// that it comes from drew was no log loss, see <see cref="SwappedLogLossTests"/>.
/// </summary>
public class Lesson06DescentTests
{
    private static readonly Descent[] Descents = ParityValues.Load<Descent[]>("descents.json");

    [Fact]
    public void The_walks_and_their_heights_are_NumPys()
    {
        Assert.Equal([1, 2, 10], Descents.Select(d => d.Stretch));
        Assert.All(Descents, expected =>
        {
            var (X, y) = Plants(expected.Stretch);
            var W = Matrix<double>.Build.Dense(2, 1, [-2, 1]);
            foreach (var (place, loss) in expected.Path.Zip(expected.Losses))
            {
                var A = Model(X, W, 0);
                Near.Equal(place, W.Enumerate(), 1e-9);
                Near.Equal(loss, LogLoss(A, y), 1e-9);
                (W, _) = Update(Gradients(A, X, y).dW, 0, W, 0, learningRate: 0.1);
            }
        });
    }

    [Fact]
    public void Only_the_stretched_walk_zig_zags()
    {
        int Rises(Descent descent) => descent.Losses.Zip(descent.Losses.Skip(1)).Count(pair => pair.Second > pair.First);

        Assert.Equal(0, Rises(Descents[0]));
        Assert.Equal(0, Rises(Descents[1]));
        Assert.InRange(Rises(Descents[2]), 10, 40);
    }

    private static (Matrix<double> X, Matrix<double> y) Plants(double stretch)
    {
        var (X, y) = Datasets.MakeBlobs(samples: 100, features: 2, centers: 2, seed: 0);
        return (X.MapIndexed((_, j, value) => j == 1 ? value * stretch : value), y);
    }

    private sealed record Descent(double Stretch, double[][] Path, double[] Losses);
}
