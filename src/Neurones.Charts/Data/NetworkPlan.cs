using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Data;

/// <summary>The layers of a network, from the weights W1, b1, W2, b2, ... of its parameters; layer 0 is the inputs.</summary>
internal sealed class NetworkPlan
{
    private const int MostNeurons = 64;

    /// <exception cref="ArgumentException">There is no W1, a bias is missing, or the shapes don't fit together.</exception>
    public NetworkPlan(IReadOnlyDictionary<string, Matrix<double>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        IsNeuron = parameters.ContainsKey("W");
        (W, b) = IsNeuron ? ([parameters["W"].Transpose()], [Bias(parameters, "", parameters["W"], 1)]) : Layers(parameters);
        Sizes = [W[0].ColumnCount, .. W.Select(weights => weights.RowCount)];
        if (Sizes.FirstOrDefault(size => size > MostNeurons) is var size and > 0)
        {
            throw new ArgumentException(
                Invariant.Text($"A layer has {size} neurons or inputs, but more than {MostNeurons} can't be told apart in a drawing: draw a smaller network."), nameof(parameters));
        }
    }

    /// <summary>The weights of layer 1, 2, ...: each (neurons, neurons of the layer before).</summary>
    public ImmutableArray<Matrix<double>> W { get; }

    /// <summary>The biases of layer 1, 2, ...: each (neurons, 1).</summary>
    public ImmutableArray<Matrix<double>> b { get; }

    /// <summary>How many inputs, then how many neurons each layer has.</summary>
    public ImmutableArray<int> Sizes { get; }

    /// <summary>Whether it is one neuron, whose activation is a and whose weights are w1, w2, ...</summary>
    public bool IsNeuron { get; }

    /// <summary>The name of an input or of a neuron's activation.</summary>
    public string Name(int layer, int neuron) => layer == 0
        ? Invariant.Text($"x<sub>{neuron + 1}</sub>")
        : IsNeuron ? "a" : Indexed("a", layer, Invariant.Text($"{neuron + 1}"));

    /// <summary>The name of the weight from a neuron to one of the next layer.</summary>
    public string WeightName(int layer, int to, int from) => IsNeuron
        ? Invariant.Text($"w<sub>{from + 1}</sub>")
        : Indexed("w", layer, to < 9 && from < 9 ? Invariant.Text($"{to + 1}{from + 1}") : Invariant.Text($"{to + 1},{from + 1}"));

    /// <summary>The name of a neuron's bias.</summary>
    public string BiasName(int layer, int neuron) => IsNeuron ? "b" : Indexed("b", layer, Invariant.Text($"{neuron + 1}"));

    /// <summary>A letter with the neuron below and the layer in brackets above.</summary>
    private static string Indexed(string letter, int layer, string index) => Invariant.Text($"{letter}<sub>{index}</sub><sup>[{layer}]</sup>");

    private static (ImmutableArray<Matrix<double>> W, ImmutableArray<Matrix<double>> b) Layers(IReadOnlyDictionary<string, Matrix<double>> parameters)
    {
        var (W, b) = (ImmutableArray.CreateBuilder<Matrix<double>>(), ImmutableArray.CreateBuilder<Matrix<double>>());
        for (var layer = 1; parameters.TryGetValue(Invariant.Text($"W{layer}"), out var weights); layer++)
        {
            if (layer > 1 && weights.ColumnCount != W[^1].RowCount)
            {
                throw new ArgumentException(
                    Invariant.Text($"W{layer} is {Shape(weights)}, but W{layer - 1} is {Shape(W[^1])}: W{layer} needs {W[^1].RowCount} columns, one for each neuron of layer {layer - 1}."), nameof(parameters));
            }

            W.Add(weights);
            b.Add(Bias(parameters, Invariant.Text($"{layer}"), weights, weights.RowCount));
        }

        return W.Count > 0
            ? (W.ToImmutable(), b.ToImmutable())
            : throw new ArgumentException($"The parameters have no W1, only {string.Join(", ", parameters.Keys)}: pass W1, b1, W2, b2, ... of a network.", nameof(parameters));
    }

    private static Matrix<double> Bias(IReadOnlyDictionary<string, Matrix<double>> parameters, string layer, Matrix<double> W, int neurons) =>
        parameters.TryGetValue("b" + layer, out var b) && b.RowCount == neurons && b.ColumnCount == 1
            ? b
            : throw new ArgumentException(
                Invariant.Text($"b{layer} is {(b is null ? "missing" : Shape(b))}, but W{layer} is {Shape(W)}: b{layer} must be {neurons}x1, one bias for each neuron."), nameof(parameters));

    private static string Shape(Matrix<double> matrix) => Invariant.Text($"{matrix.RowCount}x{matrix.ColumnCount}");
}
