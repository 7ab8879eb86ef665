using System.Runtime.CompilerServices;
using System.Text.Json;
using Neurones.Tests.Photos;

namespace Neurones.Tests.Layers;

/// <summary>A model comes back from its file as it was, and NumPy reads its numbers.</summary>
public sealed class SavedSequentialTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "model.safetensors");

    [Fact]
    public void A_loaded_model_has_the_same_layers_and_predicts_the_same_bits()
    {
        using var french = new FrenchCulture();
        var model = EveryLayer();
        model.Save(File);
        var loaded = Sequential.Load(File);

        Assert.Equal(model.Summary(), loaded.Summary());
        Assert.Equal(model.Predict(Photos).Values, loaded.Predict(Photos).Values);
        Assert.Equal(0.25, Assert.IsType<Convolution2D>(loaded[1]).L2);
        Assert.Equal((0.125, WeightInitialisation.He), (Assert.IsType<Dense>(loaded[^2]).L1, ((Dense)loaded[^2]).Initialisation));
        Assert.Empty(loaded.History);
    }

    [NeedsPythonFact]
    public void NumPy_reads_the_parameters_by_their_names()
    {
        var model = EveryLayer();
        model.Save(File);
        var script = Path.Combine(Path.GetDirectoryName(Here())!, "..", "Parity", "files.py");
        var (exitCode, error) = NeedsPythonFactAttribute.Run(script, "read", _folder.Path);
        Assert.True(exitCode == 0, error);

        using var read = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(_folder.Path, "read.json")));
        var arrays = read.RootElement.GetProperty("model.safetensors").GetProperty("arrays").EnumerateArray().ToArray();
        Assert.Equal(["2.Convolution2D.W", "2.Convolution2D.b", "10.Dense.W", "10.Dense.b"], arrays.Select(array => array.GetProperty("name").GetString()!));
        Assert.All(arrays, array =>
        {
            var tensor = model.Parameters[array.GetProperty("name").GetString()!];
            Assert.Equal("<f4", array.GetProperty("type").GetString());
            Assert.Equal(tensor.Shape, array.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32()));
            Assert.Equal(Convert.ToHexStringLower([.. tensor.Values.ToArray().SelectMany(BitConverter.GetBytes)]), array.GetProperty("bytes").GetString());
        });
    }

    [Fact]
    public void A_damaged_file_is_read_or_refused_wherever_the_damage_is()
    {
        EveryLayer().Save(File);
        var sound = System.IO.File.ReadAllBytes(File);
        var header = BitConverter.ToInt32(sound) + sizeof(long);
        for (var i = 0; i < header; i++)
        {
            var bytes = (byte[])sound.Clone();
            bytes[i] ^= 1;
            Examine(bytes);
            Examine(sound[..i]);
        }

        void Examine(byte[] bytes)
        {
            System.IO.File.WriteAllBytes(File, bytes);
            try
            {
                Sequential.Load(File);
            }
            catch (InvalidDataException e)
            {
                Assert.StartsWith($"{File} can't be read: ", e.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("[784]", """[{"$type":"Dense","Outputs":2000000000}]""")]
    [InlineData("[784]", """[{"$type":"Dense","Outputs":100000000},{"$type":"Dense","Outputs":100000000}]""")]
    [InlineData("[2000000000,2000000000]", "[]")]
    [InlineData("[784]", """[{"$type":"Dense","Outputs":-1}]""")]
    [InlineData("[784]", """[{"$type":"Dense"}]""")]
    [InlineData("[784]", """[{"$type":"Process","Outputs":1}]""")]
    [InlineData("[784]", """[{"Outputs":1}]""")]
    [InlineData("[784]", "[null]")]
    [InlineData("[784]", "null")]
    [InlineData("[784]", """[{"$type":"Dense","Outputs":1,"Unknown":1}]""")]
    [InlineData("[784]", """[{"$type":"Reshape","Shape":null}]""")]
    [InlineData("[]", """[{"$type":"ReLU"}]""")]
    [InlineData("784", """[{"$type":"ReLU"}]""")]
    public void A_description_that_makes_no_model_is_refused_without_taking_its_memory(string input, string layers)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Save(("model", "Sequential"), ("input", input), ("layers", layers));
        var error = Assert.Throws<InvalidDataException>(() => Sequential.Load(File));
        Assert.Contains("its description doesn't make a model: ", error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void The_file_of_another_model_is_refused()
    {
        Save(("model", "LinearNeuron"));
        Assert.Equal(
            $"{File} can't be read: it isn't the file of a Sequential model: its metadata names LinearNeuron. Read its tensors with SafeTensorsFile.LoadTensors.",
            Assert.Throws<InvalidDataException>(() => Sequential.Load(File)).Message);
    }

    public void Dispose() => _folder.Dispose();

    private static Tensor Photos => new([3, 9, 8, 1], [.. Enumerable.Range(0, 3 * 72).Select(i => MathF.Sin(i))]);

    private static Sequential EveryLayer() => new([9, 8, 1], seed: 3)
    {
        new Tanh(),
        new Convolution2D(4, kernelSize: 3) { Stride = 2, Padding = Padding.Same, L2 = 0.25 },
        new ReLU(),
        new MaxPooling2D(3, stride: 1),
        new Flatten(),
        new Reshape([4, 6]),
        new Sigmoid(),
        new Flatten(),
        new Dropout(0.5),
        new Dense(3) { Initialisation = WeightInitialisation.He, L1 = 0.125 },
        new Softmax(),
    };

    private void Save(params (string Name, string Text)[] metadata) => SafeTensorsFile.SaveTensors(
        File, new Dictionary<string, Tensor> { ["W"] = new([1], [1]) }, metadata.ToDictionary(entry => entry.Name, entry => entry.Text));

    private static string Here([CallerFilePath] string path = "") => path;
}
