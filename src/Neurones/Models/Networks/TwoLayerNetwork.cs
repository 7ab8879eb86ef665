using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// The network of lesson 9, which tells two classes apart: one hidden layer, then one output neuron, all with the sigmoid.
/// What it computes is shown by <see cref="TwoLayerNetworkFunctions"/>.
/// </summary>
/// <inheritdoc cref="FeedForwardNetwork" path="/remarks"/>
public sealed class TwoLayerNetwork : FeedForwardNetwork
{
    /// <summary>A network that draws its first weights from the standard normal distribution when it is trained.</summary>
    /// <param name="hiddenNeurons">How many neurons the hidden layer has, at least 1.</param>
    /// <exception cref="ArgumentException"><paramref name="hiddenNeurons"/> is less than 1.</exception>
    public TwoLayerNetwork(int hiddenNeurons)
    {
        Check.That(hiddenNeurons > 0, $"hiddenNeurons is {hiddenNeurons}: the hidden layer has 1 neuron or more.");
        HiddenSizes = [hiddenNeurons];
    }

    /// <summary>The weights of the hidden layer, (n1, n0).</summary>
    /// <exception cref="InvalidOperationException">The network hasn't been trained.</exception>
    public Matrix<double> W1 => Parameters["W1"];

    /// <summary>The biases of the hidden layer, (n1, 1).</summary>
    /// <exception cref="InvalidOperationException">The network hasn't been trained.</exception>
    public Matrix<double> b1 => Parameters["b1"];

    /// <summary>The weights of the output neuron, (1, n1).</summary>
    /// <exception cref="InvalidOperationException">The network hasn't been trained.</exception>
    public Matrix<double> W2 => Parameters["W2"];

    /// <summary>The bias of the output neuron, (1, 1).</summary>
    /// <exception cref="InvalidOperationException">The network hasn't been trained.</exception>
    public Matrix<double> b2 => Parameters["b2"];

    /// <summary>Loads a trained network; it predicts, bit for bit, what the saved one did. Its History is empty.</summary>
    /// <param name="path">A file that <see cref="TrainableModel.Save"/> wrote.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or holds another model or parameters of other shapes.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be opened.</exception>
    public static TwoLayerNetwork Load(string path) => Load(path, file => new TwoLayerNetwork(file.Number("hidden")));

    private protected override string Name => "Two-layer network";

    private protected override IReadOnlyList<int> HiddenSizes { get; }
}
