namespace Neurones;

/// <summary>
/// The network of lesson 10, which tells two classes apart: hidden layers as many as wanted, then one output neuron with a
/// sigmoid. What it computes is shown by <see cref="DeepNetworkFunctions"/>.
/// </summary>
/// <inheritdoc cref="FeedForwardNetwork" path="/remarks"/>
public sealed class DeepNetwork : FeedForwardNetwork
{
    /// <summary>A network such as <c>new DeepNetwork(32, 32) { Activation = HiddenActivation.ReLU, Initialisation = WeightInitialisation.He }</c>.</summary>
    /// <param name="hiddenLayers">How many neurons each hidden layer has, first layer first: 1 layer or more, each of 1 neuron or more.</param>
    /// <exception cref="ArgumentException">There is no layer, or a layer has less than 1 neuron.</exception>
    public DeepNetwork(params int[] hiddenLayers)
    {
        ArgumentNullException.ThrowIfNull(hiddenLayers);
        Check.That(hiddenLayers.Length > 0, $"hiddenLayers is empty: give 1 layer or more, such as new DeepNetwork(32, 32); without any, use LogisticNeuron.");
        for (var l = 1; l <= hiddenLayers.Length; l++)
        {
            Check.That(hiddenLayers[l - 1] > 0, $"Hidden layer {l} has {hiddenLayers[l - 1]} neurons: a layer has 1 neuron or more.");
        }

        HiddenSizes = [.. hiddenLayers];
    }

    /// <summary>How the neurons of the hidden layers answer.</summary>
    /// <exception cref="ArgumentException">There is no such activation.</exception>
    public HiddenActivation Activation
    {
        get;
        init
        {
            Check.That(Enum.IsDefined(value), $"There is no activation {value}: use Sigmoid, Tanh or ReLU.");
            field = value;
        }
    }

    /// <summary>How large the weights begin.</summary>
    /// <exception cref="ArgumentException">There is no such initialisation.</exception>
    public WeightInitialisation Initialisation
    {
        get;
        init
        {
            Check.That(Enum.IsDefined(value), $"There is no initialisation {value}: use StandardNormal, Xavier or He.");
            field = value;
        }
    }

    /// <summary>Loads a trained network; it predicts, bit for bit, what the saved one did. Its History is empty.</summary>
    /// <param name="path">A file that <see cref="TrainableModel.Save"/> wrote.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or holds another model or parameters of other shapes.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be opened.</exception>
    public static DeepNetwork Load(string path) => Load(path, file => new DeepNetwork(file.Numbers("hidden"))
    {
        Activation = file.Choice<HiddenActivation>("activation"),
        Initialisation = file.Choice<WeightInitialisation>("initialisation"),
    });

    private protected override string Name => "Deep network";

    private protected override IReadOnlyList<int> HiddenSizes { get; }

    private protected override IEnumerable<(string Name, string Value)> Settings =>
        [.. base.Settings, ("activation", Activation.ToString()), ("initialisation", Initialisation.ToString())];

    private protected override HiddenActivation HiddenActivation => Activation;

    private protected override WeightInitialisation WeightInitialisation => Initialisation;
}
