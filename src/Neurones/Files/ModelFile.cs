using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// A trained model in a safetensors file: its parameters, and as metadata what it takes to build it again, such as
/// <c>{"model": "LogisticNeuron", "variables": "2"}</c>.
/// </summary>
internal sealed class ModelFile
{
    private readonly string _path;
    private readonly string _model;
    private readonly NamedMatrices _matrices;
    private readonly IReadOnlyDictionary<string, string> _metadata;

    private ModelFile(string path, string model)
    {
        (_path, _model) = (path, model);
        (_matrices, _metadata) = SafeTensorsFile.Load(path);
        var saved = Text("model", "Read its matrices with SafeTensorsFile.Load.");
        if (saved != model)
        {
            throw InputFile.Unusable(path, $"it holds a {saved}, not a {model}", $"Read it with {InputFile.Shown(saved)}.Load.");
        }

        Variables = Number("variables");
    }

    /// <summary>How many variables the model's samples have.</summary>
    public int Variables { get; }

    public static void Save(string path, string model, int variables, IEnumerable<(string Name, string Value)> settings, NamedMatrices parameters)
    {
        var metadata = new OrderedDictionary<string, string> { ["model"] = model, ["variables"] = variables.ToString(CultureInfo.InvariantCulture) };
        foreach (var (name, value) in settings)
        {
            metadata.Add(name, value);
        }

        SafeTensorsFile.Save(path, parameters, metadata);
    }

    /// <exception cref="InvalidDataException">It isn't a file of such a model.</exception>
    public static ModelFile Read(string path, string model) => new(path, model);

    /// <summary>A setting that is a whole number, 1 or more.</summary>
    public int Number(string name) => Number(name, Text(name));

    /// <summary>A setting that is a whole number in a range.</summary>
    public int Number(string name, int least, int most) => Number(name) is var number && number >= least && number <= most
        ? number
        : throw InputFile.Unusable(_path, $"its {name} is {number}, and must be from {least} to {most}");

    /// <summary>A setting of such numbers with commas between them.</summary>
    public int[] Numbers(string name) => [.. Text(name).Split(',').Select(text => Number(name, text))];

    /// <summary>A setting that is one of some names.</summary>
    public T Choice<T>(string name)
        where T : struct, Enum
    {
        var text = Text(name);
        return Enum.GetValues<T>().Where(value => value.ToString() == text).Select(value => (T?)value).FirstOrDefault()
            ?? throw InputFile.Unusable(_path, $"its {name} is \"{text}\", and must be {string.Join(" or ", Enum.GetNames<T>())}");
    }

    /// <summary>The parameters, in the model's order: just those of these names and shapes, and ordinary numbers.</summary>
    public NamedMatrices Parameters(IReadOnlyList<(string Name, int Rows, int Columns)> shapes)
    {
        if (_matrices.Count != shapes.Count || !shapes.All(Has))
        {
            var expected = string.Join(", ", shapes.Select(shape => FormattableString.Invariant($"{shape.Name} {shape.Rows}x{shape.Columns}")));
            throw InputFile.Unusable(_path, $"its parameters are {_matrices.ToString()}, but this {_model} for samples of {Variables} variables has {expected}");
        }

        foreach (var (name, matrix) in _matrices)
        {
            if (matrix.Find(value => !double.IsFinite(value), Zeros.AllowSkip) is var (row, column, value))
            {
                throw InputFile.Unusable(_path, $"{name} has {value} at row {row}, column {column} (counted from 0), with which nothing can be predicted");
            }
        }

        return new(shapes.Select(shape => (shape.Name, _matrices[shape.Name])));
    }

    private bool Has((string Name, int Rows, int Columns) shape) =>
        _matrices.TryGetValue(shape.Name, out var matrix) && (matrix.RowCount, matrix.ColumnCount) == (shape.Rows, shape.Columns);

    private int Number(string name, string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw InputFile.Unusable(_path, $"its {name} is \"{text}\", and must be a whole number, 1 or more");

    private string Text(string name, string cure = "Save the model anew, with Save.") => _metadata.TryGetValue(name, out var text)
        ? text
        : throw InputFile.Unusable(_path, $"it isn't the file of a {_model}: its metadata has no \"{name}\"", cure);
}
