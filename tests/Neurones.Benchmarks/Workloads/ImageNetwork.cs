using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Benchmarks;

/// <summary>A network on photos with its data, as numbers that each side builds the same model from.</summary>
/// <param name="photos">The photos.</param>
/// <param name="count">How many of them are used.</param>
/// <param name="classes">How many classes it tells apart.</param>
/// <param name="model">The model with a dropout of some rate.</param>
internal sealed class ImageNetwork(Lazy<PhotoDataset> photos, int count, int classes, Func<double, Sequential> model)
{
    /// <summary>What each layer multiplies for one photo, forward.</summary>
    public required IReadOnlyList<double> Multiplications { get; init; }

    public int Count => count;

    public string Source() => photos.Value.Source.Sentence;

    /// <summary>The photos, their classes, and the first parameters: W1, b1, W2, ...; of W, the last axis is the columns.</summary>
    public IEnumerable<(string Name, Matrix<double> Value)> Numbers()
    {
        var some = photos.Value.Train.Slice(0, count);
        return
        [
            ("X", some.Flatten() / byte.MaxValue), ("y", some.Labels), ("classes", Matrix<double>.Build.Dense(1, 1, classes)),
            .. model(0).Parameters.Select((parameter, k) => ($"{(k % 2 == 0 ? "W" : "b")}{k / 2 + 1}", Rows(parameter.Value).ToMatrix())),
        ];
    }

    /// <summary>A model with these parameters.</summary>
    public Sequential Model(NamedMatrices numbers, double dropout = 0)
    {
        var built = model(dropout);
        built.SetParameters(Parameters(numbers));
        return built;
    }

    /// <summary>The parameters as the model takes them.</summary>
    public Dictionary<string, Tensor> Parameters(NamedMatrices numbers) => model(0).Parameters.Select((parameter, k) => (parameter, k)).ToDictionary(
        p => p.parameter.Key, p => Tensor.Of(numbers[$"{(p.k % 2 == 0 ? "W" : "b")}{p.k / 2 + 1}"]).Reshape(p.parameter.Value.Shape));

    /// <summary>The photos, and their classes as rows.</summary>
    public static (Tensor X, Tensor Y) Data(NamedMatrices numbers)
    {
        var side = (int)Math.Sqrt(numbers["X"].ColumnCount);
        return (Tensor.Of(numbers["X"]).Reshape([numbers["X"].RowCount, side, side, 1]), OneHot.Encode(numbers["y"], (int)numbers.Number("classes"))!);
    }

    private static Tensor Rows(Tensor parameter) => parameter.Reshape([parameter.Shape.Size / parameter.Shape[^1], parameter.Shape[^1]]);
}
