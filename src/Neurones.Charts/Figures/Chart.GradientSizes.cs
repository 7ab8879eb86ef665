using System.Collections.Immutable;
using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>
    /// How large the gradients of each layer's weights are, on a logarithmic axis: where they vanish towards the first
    /// layers, those hardly learn.
    /// </summary>
    /// <param name="networks">Each network's name and its gradients dW1, dW2, ...; other names are ignored.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There is no network, or one without dW1.</exception>
    public static Figure GradientSizes(IReadOnlyList<(string Name, NamedMatrices Gradients)> networks, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(networks);
        return GradientSizes([.. networks.Select(network => (network.Name, MeanSizes(network.Name, network.Gradients)))], title);
    }

    /// <summary>The same for models of layers: only the layers that have weights are counted.</summary>
    /// <param name="models">Each model's name and what <see cref="Sequential.Gradients"/> returns.</param>
    /// <param name="title">The title, or null for one that fits.</param>
    /// <exception cref="ArgumentException">There is no model, or one without gradients of weights.</exception>
    public static Figure GradientSizes(IReadOnlyList<(string Name, IReadOnlyDictionary<string, Tensor> Gradients)> models, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        return GradientSizes([.. models.Select(model => (model.Name, MeanSizes(model.Name, model.Gradients)))], title);
    }

    private static Figure GradientSizes(ImmutableArray<(string Name, ImmutableArray<double> Sizes)> sizes, string? title)
    {
        if (sizes.IsEmpty) throw new ArgumentException("There is no network: give at least one (name, gradients).");

        var layers = sizes.Max(network => network.Sizes.Length);
        return new Figure
        {
            Traces = [.. sizes.Select((network, index) => new ScatterTrace
            {
                Name = network.Name,
                X = [.. Enumerable.Range(1, network.Sizes.Length).Select(layer => (double)layer)],
                Y = network.Sizes,
                Mode = "lines+markers",
                Line = Palette.SeriesLine(index),
                HoverTemplate = $"{network.Name}<br>layer %{{x}}<br>mean |dW| = %{{y:.2~e}}<extra></extra>",
            })],
            Layout = Layouts.Plane(
                title ?? "Size of the gradients, layer by layer",
                new Axis("layer, the first at the left") { TickVals = [.. Enumerable.Range(1, layers).Select(layer => (double)layer)] },
                new Axis("mean |dW|") { Type = "log", DTick = 1, ExponentFormat = "power" },
                legendEntries: sizes.Length),
            AltText = "Line chart of the mean size of dW by layer. "
                + string.Join(" ", sizes.Select(network => Data.Invariant.Text($"{network.Name}: from {network.Sizes[0]:G3} in layer 1 to {network.Sizes[^1]:G3} in layer {network.Sizes.Length}."))),
        };
    }

    private static ImmutableArray<double> MeanSizes(string name, IReadOnlyDictionary<string, Tensor> gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients, name);
        ImmutableArray<double> sizes = [.. gradients.Where(gradient => gradient.Key.EndsWith(".W", StringComparison.Ordinal))
            .Select(gradient => gradient.Value.ToMatrix().Enumerate(Zeros.Include).Average(Math.Abs))];
        return !sizes.IsEmpty
            ? sizes
            : throw new ArgumentException($"The gradients of {name} have no weights, such as d1.Dense.W: pass what Gradients(X, Y) of a model returns.");
    }

    private static ImmutableArray<double> MeanSizes(string name, NamedMatrices gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients, name);
        var sizes = ImmutableArray.CreateBuilder<double>();
        while (gradients.TryGetValue("dW" + (sizes.Count + 1).ToString(CultureInfo.InvariantCulture), out var dW))
        {
            sizes.Add(dW.Enumerate(Zeros.Include).Average(Math.Abs));
        }

        return sizes.Count > 0
            ? sizes.ToImmutable()
            : throw new ArgumentException($"The gradients of {name} have no dW1, only {gradients}: pass what Gradients(X, y) of a network returns.");
    }
}
