using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

/// <summary>Every model of the course can be trained in mini-batches.</summary>
public class TrainedInBatchesTests
{
    [Fact]
    public void A_linear_neuron_steps_after_each_batch()
    {
        var random = new RandomState(3);
        var (X, y) = (random.Randn(50, 2), random.Randn(50, 1));
        var neuron = new LinearNeuron();
        var history = neuron.Fit(X, y, new() { Iterations = 3, BatchSize = 8, Seed = 4 });

        random = new RandomState(4);
        var (W, b) = LinearNeuronFunctions.Initialise(X, random);
        var losses = new List<double> { Loss() };
        for (var epoch = 0; epoch < 3; epoch++)
        {
            foreach (var samples in random.Permutation(50).Chunk(8))
            {
                var (someX, someY) = (Rows(X, samples), Rows(y, samples));
                var (dW, db) = LinearNeuronFunctions.Gradients(LinearNeuronFunctions.Model(someX, W, b), someX, someY);
                (W, b) = LinearNeuronFunctions.Update(dW, db, W, b, 0.1);
            }

            losses.Add(Loss());
        }

        Near.Equal(W, neuron.W, 1e-12);
        Near.Equal(b, neuron.b, 1e-12);
        Near.Equal(losses, history.Select(record => record.TrainLoss), 1e-12);

        double Loss() => LinearNeuronFunctions.HalfMeanSquaredError(LinearNeuronFunctions.Model(X, W, b), y);
    }

    [Fact]
    public void A_network_has_its_samples_in_columns()
    {
        var (X, y) = Datasets.MakeCircles(100, noise: 0.1, factor: 0.3, seed: 0);
        var (inBatches, atOnce) = (new DeepNetwork(8), new DeepNetwork(8));
        var history = inBatches.Fit(X.Transpose(), y.Transpose(), new() { Iterations = 200, BatchSize = 10, RecordEvery = 200 });
        Assert.Equal(1, history[^1].TrainAccuracy);

        // A batch of all samples or more is only shuffled.
        inBatches.Fit(X.Transpose(), y.Transpose(), new() { Iterations = 20, BatchSize = 1000 });
        atOnce.Fit(X.Transpose(), y.Transpose(), new() { Iterations = 20 });
        Near.Equal(atOnce.Parameters["W1"], inBatches.Parameters["W1"], 1e-9);
    }

    private static Matrix<double> Rows(Matrix<double> matrix, int[] rows) =>
        Matrix<double>.Build.Dense(rows.Length, matrix.ColumnCount, (i, j) => matrix[rows[i], j]);
}
