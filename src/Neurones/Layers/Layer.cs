using System.Text.Json.Serialization;

namespace Neurones;

/// <summary>One step of a <see cref="Sequential"/> model: what it does to each sample on the way forward, and to the gradients on the way back.</summary>
[JsonDerivedType(typeof(Dense), nameof(Dense))]
[JsonDerivedType(typeof(Convolution2D), nameof(Convolution2D))]
[JsonDerivedType(typeof(MaxPooling2D), nameof(MaxPooling2D))]
[JsonDerivedType(typeof(Dropout), nameof(Dropout))]
[JsonDerivedType(typeof(Flatten), nameof(Flatten))]
[JsonDerivedType(typeof(Reshape), nameof(Reshape))]
[JsonDerivedType(typeof(Sigmoid), nameof(Sigmoid))]
[JsonDerivedType(typeof(Tanh), nameof(Tanh))]
[JsonDerivedType(typeof(ReLU), nameof(ReLU))]
[JsonDerivedType(typeof(Softmax), nameof(Softmax))]
public abstract class Layer
{
    private protected Layer()
    {
    }

    /// <summary>The shape of its answer to a sample of some shape.</summary>
    /// <param name="input">The shape of the sample.</param>
    /// <param name="layer">What to call this layer in an error, such as "Layer 2, Dense(10),".</param>
    /// <exception cref="ArgumentException">It can't take such samples.</exception>
    internal abstract TensorShape OutputFor(TensorShape input, string layer);

    /// <summary>Its parameters for samples of some shape; most layers have none.</summary>
    internal virtual IReadOnlyList<LayerParameter> ParametersFor(TensorShape input) => [];

    /// <summary>Multiplications for one sample, about.</summary>
    internal virtual long WorkFor(TensorShape input) => input.Size;

    /// <summary>What computes it for up to so many samples at a time.</summary>
    /// <param name="input">The shape of each sample.</param>
    /// <param name="output">The shape of each answer.</param>
    /// <param name="samples">The most samples at a time.</param>
    /// <param name="inPlace">Whether the answer may overwrite the input, if it is as large.</param>
    internal abstract LayerPass Pass(TensorShape input, TensorShape output, int samples, bool inPlace);
}
