using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Benchmarks;

/// <summary>One iteration's gradients and loss, without the training around them.</summary>
[BenchmarkCategory("batches")]
public class BatchBenchmarks
{
    private readonly Batch _narrowNeuron = Neuron(100, 2);
    private readonly Batch _wideNeuron = Neuron(1_000, 4_096);
    private readonly Batch _circlesNetwork = Network(100, 2, 32, 32, 32, 1);
    private readonly Batch _photosNetwork = Network(300, 4_096, 32, 1);

    [Benchmark]
    public double NeuronOf100x2() => _narrowNeuron.Step();

    [Benchmark]
    public double NeuronOf1000x4096() => _wideNeuron.Step();

    [Benchmark]
    public double NetworkOf100Circles() => _circlesNetwork.Step();

    [Benchmark]
    public double NetworkOf300Photos() => _photosNetwork.Step();

    private static Batch Neuron(int samples, int variables)
    {
        var random = new RandomState(0);
        var X = random.Randn(samples, variables);
        var W = random.Randn(variables, 1);
        var y = Matrix<double>.Build.Dense(samples, 1, (i, _) => i % 2);
        return new(LogisticBatch.Of(X, y), [.. W.AsColumnMajorArray(), 0]);
    }

    private static Batch Network(int samples, params int[] sizes)
    {
        var random = new RandomState(0);
        var parameters = DeepNetworkFunctions.Initialise(sizes, random);
        var layout = ParameterLayout.Of(parameters);
        var X = random.Randn(sizes[0], samples);
        var y = Matrix<double>.Build.Dense(1, samples, (_, j) => j % 2);
        return new(new NetworkBatch(X, y, layout, HiddenActivation.Sigmoid), layout.Flatten(parameters));
    }

    private sealed class Batch(ITrainingBatch batch, double[] parameters)
    {
        private readonly double[] _gradients = new double[parameters.Length];

        public double Step()
        {
            batch.Gradients(parameters, _gradients);
            return batch.EvaluateLast().Loss;
        }
    }
}
