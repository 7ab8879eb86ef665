using System.Runtime.InteropServices;
using System.Text.Json;

namespace Neurones.Charts.Formatting;

/// <summary>A model as network.js takes it: its layers, and all parameters as the base64 of their floats.</summary>
internal sealed class PageNetwork
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly string _json;

    public PageNetwork(Sequential model)
    {
        float[] parameters = [.. model.Parameters.Values.SelectMany(parameter => parameter.Values.ToArray())];
        _json = JsonSerializer.Serialize(
            new
            {
                Input = model.Input.ToArray(),
                Layers = model.Select(Describe),
                Parameters = Convert.ToBase64String(MemoryMarshal.AsBytes(parameters)),
            },
            Options);
    }

    public string ToJson() => _json;

    private static object Describe(Layer layer) => layer switch
    {
        Dense dense => new { Type = nameof(Dense), dense.Outputs },
        Convolution2D convolution => new { Type = nameof(Convolution2D), convolution.Filters, Size = convolution.KernelSize, convolution.Stride, Same = convolution.Padding == Padding.Same },
        MaxPooling2D pooling => new { Type = nameof(MaxPooling2D), pooling.Size, pooling.Stride },
        Reshape reshape => new { Type = nameof(Reshape), Shape = reshape.Shape.ToArray() },
        _ => new { Type = layer.GetType().Name },
    };
}
