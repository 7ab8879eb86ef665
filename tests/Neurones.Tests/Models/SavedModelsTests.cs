using MathNet.Numerics.LinearAlgebra;
using Neurones.Tests.Files;
using Neurones.Tests.Photos;

namespace Neurones.Tests;

/// <summary>What <see cref="SavedModelTests"/> show of one neuron, for every other model and its settings.</summary>
public sealed class SavedModelsTests : IDisposable
{
    private static readonly (Matrix<double> X, Matrix<double> y) Rows = Datasets.MakeBlobs(60, 3, 2, seed: 1);
    private static readonly (Matrix<double> X, Matrix<double> y) Columns = (Rows.X.Transpose(), Rows.y.Transpose());
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

    [Fact]
    public void A_loaded_two_layer_network_predicts_the_same_bits()
    {
        var network = new TwoLayerNetwork(4);
        network.Fit(Columns.X, Columns.y, Few);
        network.Save(File);
        var loaded = TwoLayerNetwork.Load(File);

        FileFixtures.Same(network.PredictProbability(Columns.X), loaded.PredictProbability(Columns.X));
        Assert.Equal(network.Fit(Columns.X, Columns.y, Few), loaded.Fit(Columns.X, Columns.y, Few));
    }

    [Fact]
    public void A_loaded_deep_network_has_the_same_layers_and_activation()
    {
        using var french = new FrenchCulture();
        var network = new DeepNetwork(5, 4, 3) { Activation = HiddenActivation.ReLU, Initialisation = WeightInitialisation.He };
        network.Fit(Columns.X, Columns.y, Few);
        network.Save(File);
        var loaded = DeepNetwork.Load(File);

        Assert.Equal(["W1", "b1", "W2", "b2", "W3", "b3", "W4", "b4"], loaded.Parameters.Keys);
        FileFixtures.Same(network.PredictProbability(Columns.X), loaded.PredictProbability(Columns.X));
        Assert.Equal((network.Activation, network.Initialisation), (loaded.Activation, loaded.Initialisation));
        Assert.Equal(network.Fit(Columns.X, Columns.y, Few), loaded.Fit(Columns.X, Columns.y, Few));
    }

    [Fact]
    public void A_network_that_was_saved_anew_in_order_of_names_is_the_same()
    {
        var network = new DeepNetwork(5, 4);
        network.Fit(Columns.X, Columns.y, Few);
        network.Save(File);
        var (matrices, metadata) = SafeTensorsFile.Load(File);
        SafeTensorsFile.Save(File, new(matrices.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => (m.Key, m.Value))), metadata);

        FileFixtures.Same(network.PredictProbability(Columns.X), DeepNetwork.Load(File).PredictProbability(Columns.X));
    }

    [Theory]
    [InlineData("hidden", "4,5", "its parameters are W1 5x3, b1 5x1, W2 4x5, b2 4x1, W3 1x4, b3 1x1, but this DeepNetwork for samples of 3 variables has W1 4x3, b1 4x1, W2 5x4, b2 5x1, W3 1x5, b3 1x1")]
    [InlineData("hidden", "2000000000,2000000000", "has W1 2000000000x3")]
    [InlineData("hidden", "5;4", "its hidden is \"5;4\", and must be a whole number, 1 or more")]
    [InlineData("hidden", "5,0", "its hidden is \"0\"")]
    [InlineData("activation", "GELU", "its activation is \"GELU\", and must be Sigmoid or Tanh or ReLU")]
    [InlineData("activation", "2", "its activation is \"2\"")]
    [InlineData("initialisation", "", "its initialisation is \"\"")]
    [InlineData("model", "TwoLayerNetwork", "it holds a TwoLayerNetwork, not a DeepNetwork. Read it with TwoLayerNetwork.Load.")]
    public void Wrong_settings_are_refused(string name, string value, string found)
    {
        var network = new DeepNetwork(5, 4);
        network.Fit(Columns.X, Columns.y, Few);
        network.Save(File);
        var (matrices, metadata) = SafeTensorsFile.Load(File);
        SafeTensorsFile.Save(File, matrices, new Dictionary<string, string>(metadata) { [name] = value });

        var error = Assert.Throws<InvalidDataException>(() => DeepNetwork.Load(File));

        Assert.StartsWith($"{File} can't be read: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(found, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
