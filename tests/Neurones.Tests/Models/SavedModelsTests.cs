using MathNet.Numerics.LinearAlgebra;
using Neurones.Tests.Files;
using Neurones.Tests.Photos;

namespace Neurones.Tests;

/// <summary>What <see cref="SavedModelTests"/> show of one neuron, for the other models.</summary>
public sealed class SavedModelsTests : IDisposable
{
    private static readonly (Matrix<double> X, Matrix<double> y) Rows = Datasets.MakeBlobs(60, 3, 2, seed: 1);
    private static readonly TrainingOptions Few = new() { Iterations = 5, LearningRate = 0.01 };

    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "model.safetensors");

    [Fact]
    public void A_loaded_linear_neuron_predicts_the_same_bits()
    {
        var neuron = new LinearNeuron();
        neuron.Fit(Rows.X, Rows.y, Few);
        neuron.Save(File);
        FileFixtures.Same(neuron.Predict(Rows.X), LinearNeuron.Load(File).Predict(Rows.X));
    }

    [Fact]
    public void A_loaded_perceptron_predicts_the_same_bits()
    {
        using var french = new FrenchCulture();
        var perceptron = new Perceptron();
        Assert.Throws<InvalidOperationException>(() => perceptron.Save(File));
        perceptron.Fit(Rows.X, Rows.y, Few);
        perceptron.Save(File);
        var loaded = Perceptron.Load(File);

        FileFixtures.Same(perceptron.W, loaded.W);
        FileFixtures.Same(perceptron.Predict(Rows.X), loaded.Predict(Rows.X));
        Assert.Equal(perceptron.Evaluate(Rows.X, Rows.y), loaded.Evaluate(Rows.X, Rows.y));
        Assert.Equal("Perceptron (W 3x1, b 1x1), loaded", loaded.ToString());
    }

    public void Dispose() => _folder.Dispose();
}
