using System.Text.Json;
using System.Text.Json.Serialization;

namespace Neurones;

public sealed partial class Sequential
{
    private const string ModelName = nameof(Sequential);

    private static readonly JsonSerializerOptions LayersAsJson = new()
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>
    /// Saves the model in a <c>.safetensors</c> file, which <see cref="Load"/> and Python's <c>safetensors</c> read: its
    /// <see cref="Parameters"/> bit for bit, by their names, and its layers as JSON in the metadata; not <see cref="History"/>.
    /// </summary>
    /// <param name="path">The file, such as "digits.safetensors"; its folder must exist. An old file is replaced at once when the new one is complete.</param>
    /// <exception cref="IOException">The folder doesn't exist, or the file can't be written; an old file is left as it was.</exception>
    public void Save(string path) => SafeTensorsFile.SaveTensors(path, Parameters, new OrderedDictionary<string, string>
    {
        ["model"] = ModelName,
        ["input"] = JsonSerializer.Serialize(Input, LayersAsJson),
        ["layers"] = JsonSerializer.Serialize<IReadOnlyList<Layer>>([.. this], LayersAsJson),
    });

    /// <summary>Loads a model; it predicts, bit for bit, what the saved one did. Its History is empty.</summary>
    /// <param name="path">A file that <see cref="Save"/> wrote.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or holds another model.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be opened.</exception>
    public static Sequential Load(string path)
    {
        var (tensors, metadata) = SafeTensorsFile.LoadTensors(path);
        if (metadata.GetValueOrDefault("model") is var saved && saved != ModelName)
        {
            throw InputFile.Unusable(path, $"it isn't the file of a Sequential model: its metadata names {saved ?? "no model"}", "Read its tensors with SafeTensorsFile.LoadTensors.");
        }

        var numbers = tensors.Values.Sum(tensor => (long)tensor.Shape.Size);
        try
        {
            var model = new Sequential(Parse<TensorShape>("input"));
            foreach (var layer in Parse<Layer[]>("layers"))
            {
                // The file's word isn't enough to ask for memory.
                var placed = model.Place(layer);
                Check.That(placed.Range.End.Value <= numbers, $"its {layer} has more parameters than the file");
                model._layers.Add(placed);
            }

            model._parameters = new float[numbers];
            model.SetParameters(tensors);
            return model;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException or OverflowException) // What a wrong description leads to.
        {
            throw InputFile.Unusable(path, $"its description doesn't make a model: {e.Message.TrimEnd('.')}");
        }

        T Parse<T>(string name) => JsonSerializer.Deserialize<T>(metadata.GetValueOrDefault(name) ?? "null", LayersAsJson)
            ?? throw new JsonException($"\"{name}\" is missing");
    }
}
