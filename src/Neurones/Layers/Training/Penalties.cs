namespace Neurones;

/// <summary>The penalties on large weights, as they add to the slopes: L1 sign(w) + 2 L2 w.</summary>
internal sealed class Penalties(IEnumerable<PlacedLayer> layers)
{
    private readonly (int Start, int Length, float L1, float L2)[] _weights =
    [
        .. from layer in layers
           from placed in layer.ParametersWithStarts()
           let parameter = placed.Parameter
           where parameter.L1 > 0 || parameter.L2 > 0
           select (placed.Start, parameter.Shape.Size, (float)parameter.L1, (float)parameter.L2),
    ];

    /// <summary>Whether no weight is penalised.</summary>
    public bool AreNone => _weights.Length == 0;

    public void AddSlopes(ReadOnlySpan<float> parameters, Span<float> gradients)
    {
        foreach (var (start, length, l1, l2) in _weights)
        {
            for (var i = start; i < start + length; i++)
            {
                gradients[i] += (l1 * Math.Sign(parameters[i])) + (2 * l2 * parameters[i]);
            }
        }
    }
}
