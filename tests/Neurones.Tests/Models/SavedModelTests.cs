using MathNet.Numerics.LinearAlgebra;
using Neurones.Tests.Files;
using Neurones.Tests.Photos;

namespace Neurones.Tests;

public sealed class SavedModelTests : IDisposable
{
    private static readonly (Matrix<double> X, Matrix<double> y) Blobs = Datasets.MakeBlobs(100, 2, 2, seed: 0);

    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "model.safetensors");

    [Fact]
    public void A_loaded_neuron_predicts_the_same_bits()
    {
        using var french = new FrenchCulture();
        var neuron = new LogisticNeuron();
        neuron.Fit(Blobs.X, Blobs.y);

        neuron.Save(File);
        var loaded = LogisticNeuron.Load(File);

        FileFixtures.Same(neuron.W, loaded.W);
        Assert.Equal(neuron.b, loaded.b);
        FileFixtures.Same(neuron.PredictProbability(Blobs.X), loaded.PredictProbability(Blobs.X));
        Assert.Equal(neuron.Evaluate(Blobs.X, Blobs.y), loaded.Evaluate(Blobs.X, Blobs.y));
        Assert.Empty(loaded.History);
        Assert.Equal("Logistic neuron (W 2x1, b 1x1), loaded", loaded.ToString());
    }

    [Fact]
    public void A_loaded_neuron_can_be_saved_and_trained_again()
    {
        var neuron = new LogisticNeuron();
        neuron.Fit(Blobs.X, Blobs.y);
        neuron.Save(File);
        var bytes = System.IO.File.ReadAllBytes(File);
        var loaded = LogisticNeuron.Load(File);

        loaded.Save(File);
        Assert.Equal(bytes, System.IO.File.ReadAllBytes(File));
        Assert.Equal(neuron.History, loaded.Fit(Blobs.X, Blobs.y));
        Assert.Equal(neuron.ToString(), loaded.ToString());
    }

    [Fact]
    public void The_parameters_may_be_in_another_order()
    {
        Write([("b", 1, 1), ("W", 3, 1)], "LogisticNeuron", "3");
        Assert.Equal(["W", "b"], LogisticNeuron.Load(File).Parameters.Keys);
    }

    [Fact]
    public void An_untrained_neuron_has_nothing_to_save()
    {
        Assert.Throws<InvalidOperationException>(() => new LogisticNeuron().Save(File));
        Assert.False(System.IO.File.Exists(File));
    }

    [Theory]
    [InlineData("DeepNetwork", "2", "it holds a DeepNetwork, not a LogisticNeuron. Read it with DeepNetwork.Load.")]
    [InlineData("LogisticNeuron", "3", "its parameters are W 2x1, b 1x1, but this LogisticNeuron for samples of 3 variables has W 3x1, b 1x1. ")]
    [InlineData("LogisticNeuron", "2000000000", "for samples of 2000000000 variables")]
    [InlineData("LogisticNeuron", "-2", "its variables is \"-2\", and must be a whole number, 1 or more. ")]
    [InlineData("LogisticNeuron", "2.0", "its variables is \"2.0\"")]
    [InlineData("LogisticNeuron", null, "its metadata has no \"variables\". Save the model anew, with Save.")]
    [InlineData(null, "2", "it isn't the file of a LogisticNeuron: its metadata has no \"model\". Read its matrices with SafeTensorsFile.Load.")]
    public void Another_model_is_refused_with_both_names_or_shapes(string? model, string? variables, string found)
    {
        Write([("W", 2, 1), ("b", 1, 1)], model, variables);
        Refused(found);
    }

    [Fact]
    public void Missing_or_additional_parameters_are_refused()
    {
        Write([("W", 2, 1)], "LogisticNeuron", "2");
        Refused("its parameters are W 2x1, but");
        Write([("W", 2, 1), ("b", 1, 1), ("c", 1, 1)], "LogisticNeuron", "2");
        Refused("its parameters are W 2x1, b 1x1, c 1x1, but");
        Write([("W 2x1, b", 1, 1)], "LogisticNeuron", "2");
        Refused("its parameters are W 2x1, b 1x1, but");
    }

    [Fact]
    public void Parameters_that_are_no_numbers_are_refused()
    {
        SafeTensorsFile.Save(
            File, new(("W", Matrix<double>.Build.DenseOfColumnMajor(2, 1, [0, double.NaN])), ("b", Matrix<double>.Build.Dense(1, 1))),
            new Dictionary<string, string> { ["model"] = "LogisticNeuron", ["variables"] = "2" });
        Refused("W has NaN at row 1, column 0 (counted from 0)");
    }

    public void Dispose() => _folder.Dispose();

    private void Refused(string found)
    {
        var error = Assert.Throws<InvalidDataException>(() => LogisticNeuron.Load(File));
        Assert.StartsWith($"{File} can't be read: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(found, error.Message, StringComparison.Ordinal);
    }

    private void Write((string Name, int Rows, int Columns)[] parameters, string? model, string? variables)
    {
        var metadata = new Dictionary<string, string?> { ["model"] = model, ["variables"] = variables };
        SafeTensorsFile.Save(
            File, new(parameters.Select(p => (p.Name, Matrix<double>.Build.Dense(p.Rows, p.Columns, 0.5)))),
            metadata.Where(text => text.Value is not null).ToDictionary(text => text.Key, text => text.Value!));
    }
}
