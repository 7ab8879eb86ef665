using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Neurones;

/// <summary>A network of layers, each of which takes what the one before it answers; float32, trained by mini-batches.</summary>
/// <remarks>
/// <code>
/// var model = new Sequential([28, 28, 1], seed: 0)
/// {
///     new Convolution2D(8, kernelSize: 3), new ReLU(), new MaxPooling2D(2), new Flatten(), new Dense(10), new Softmax(),
/// };
/// </code>
/// The first axis of every <see cref="Tensor"/> counts the samples, the others are a sample's: photos are (m, height, width,
/// channels). The weights are drawn as the layers are added; training begins at those that there are.
/// </remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The field calls it Sequential.")]
public sealed partial class Sequential : IReadOnlyList<Layer>
{
    private readonly List<PlacedLayer> _layers = [];
    private readonly RandomState _random;
    private float[] _parameters = [];

    /// <summary>A model without layers for samples of some shape.</summary>
    /// <param name="input">The shape of one sample, such as [28, 28, 1] or [784].</param>
    /// <param name="seed">Where the first weights are drawn from.</param>
    /// <exception cref="ArgumentException">The shape has no axis.</exception>
    public Sequential(TensorShape input, uint seed = 0)
    {
        ArgumentNullException.ThrowIfNull(input);
        Check.That(input.Count > 0, $"input has no axis: give the shape of one sample, such as [784].");
        Input = input;
        _random = new RandomState(seed);
    }

    /// <summary>The shape of one sample.</summary>
    public TensorShape Input { get; }

    /// <summary>The shape of the answer to one sample.</summary>
    public TensorShape Output => _layers.Count > 0 ? _layers[^1].Output : Input;

    /// <summary>How many numbers the model learns.</summary>
    public int ParameterCount => _parameters.Length;

    /// <summary>How many layers there are.</summary>
    public int Count => _layers.Count;

    /// <inheritdoc/>
    public Layer this[int index] => _layers[index].Layer;

    /// <summary>The records of the last training, one for each epoch; empty until the model is trained.</summary>
    public History History { get; private set; } = History.Empty;

    /// <summary>Adds a layer behind the others and draws its weights.</summary>
    /// <param name="layer">The layer.</param>
    /// <exception cref="ArgumentException">It can't take what the layer before it answers; the model is left as it was.</exception>
    public void Add(Layer layer)
    {
        var placed = Place(layer);
        var parameters = new float[placed.Range.End.Value];
        _parameters.CopyTo(parameters, 0);
        foreach (var (parameter, start) in placed.ParametersWithStarts())
        {
            if (parameter.Deviation > 0)
            {
                parameter.Lay([.. Enumerable.Range(0, parameter.Shape.Size).Select(_ => (float)(parameter.Deviation * _random.Randn()))], parameters.AsSpan(start));
            }
        }

        _layers.Add(placed);
        _parameters = parameters;
    }

    /// <summary>The model's answers, (m, ...): after Softmax or Sigmoid the probabilities.</summary>
    /// <param name="X">The samples, (m, ...).</param>
    /// <exception cref="ArgumentException">The samples haven't the shape of <see cref="Input"/>.</exception>
    public Tensor Predict(Tensor X) => Answers(X, Count);

    /// <summary>What a layer inside the model answers, such as the feature maps of a convolution, (m, ...).</summary>
    /// <param name="X">The samples, (m, ...).</param>
    /// <param name="layer">The layer's place, counted from 0 as in <see cref="this[int]"/>.</param>
    /// <exception cref="ArgumentException">The samples haven't the shape of <see cref="Input"/>, or there is no such layer.</exception>
    public Tensor Answers(Tensor X, Index layer) => Answers(X, CheckedPlace(layer) + 1);

    /// <summary>A table of the layers, the shapes of their answers and their parameters.</summary>
    public string Summary()
    {
        string[][] rows =
        [
            ["", "layer", "output", "parameters"],
            .. _layers.Select(layer => new[] { Number(layer.Place), $"{layer.Layer}", $"{layer.Output}", Number(layer.Length) }),
        ];
        var widths = Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var lines = rows.Select(row => $"{row[0].PadLeft(widths[0])}  {row[1].PadRight(widths[1])}  {row[2].PadLeft(widths[2])}  {row[3].PadLeft(widths[3])}");
        return $"{this}\n\n{string.Join('\n', lines)}";

        static string Number(int number) => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public IEnumerator<Layer> GetEnumerator() => _layers.Select(layer => layer.Layer).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Such as "Sequential model of 6 layers for samples of 28x28x1, 13,610 parameters".</summary>
    public override string ToString() => FormattableString.Invariant(
        $"Sequential model of {Count} {(Count == 1 ? "layer" : "layers")} for samples of {Input}, {ParameterCount:N0} parameters");

    private PlacedLayer Place(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var output = layer.OutputFor(Output, FormattableString.Invariant($"Layer {Count + 1}, {layer},"));
        return new PlacedLayer(layer, Count + 1, Output, output, Start: Count > 0 ? _layers[^1].Range.End.Value : 0);
    }

    private Tensor Answers(Tensor X, int layers)
    {
        CheckShape(X, nameof(X));
        X.CheckFinite(nameof(X));
        var first = _layers[..layers];
        return new NetworkComputation(Input, first).Predict(_parameters, X, layers > 0 ? first[^1].Output : Input);
    }

    private int CheckedPlace(Index layer)
    {
        var place = layer.GetOffset(Count);
        Check.That(place >= 0 && place < Count, $"There is no layer {layer}: the model has {Count}, counted from 0.");
        return place;
    }

    private void CheckShape(Tensor X, string name)
    {
        ArgumentNullException.ThrowIfNull(X, name);
        Check.That(!X.Shape.Equals(Input),
            $"{name} is {X.Shape} but the model takes samples of {Input}: give it a sample or more, a single one as {name}.Reshape([1, {string.Join(", ", Input)}]).");
        Check.That(X.Shape.Sample.Equals(Input),
            $"{name} is {X.Shape} but the model takes samples of {Input}: {name} must be {X.Count}x{Input}{(X.Shape.Sample.Size == Input.Size ? FormattableString.Invariant($"; use {name}.Reshape([{X.Count}, {string.Join(", ", Input)}])") : "")}.");
    }
}
