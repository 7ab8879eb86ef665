namespace Neurones;

/// <summary>The layers 1 to C of a network on flat arrays, and how samples pass through them forward and back.</summary>
/// <remarks>
/// A[0] are the samples X, A[1] to A[C - 1] what the hidden layers answer, and A[C] the logits: Z of the last layer.
/// Few samples at a time stay in the processor's cache from one layer to the next.
/// </remarks>
internal sealed class LayerStack(ParameterLayout layout, HiddenActivation activation)
{
    private const int Block = 64; // Samples at a time.
    private const int Parts = 16; // For threads to share.

    private readonly DenseLayer[] _layers = DenseLayer.Of(layout);

    /// <summary>C.</summary>
    public int Depth => _layers.Length;

    /// <summary>Layer l, counted from 1.</summary>
    public DenseLayer this[int l] => _layers[l - 1];

    /// <summary>Room for what the layers make of so many samples: [1] to [C]; [0] is empty.</summary>
    public Samples[] Room(int samples) => [Samples.Empty(0, samples), .. _layers.Select(layer => Samples.Empty(layer.Outputs, samples))];

    /// <summary>From A[0] to A[C].</summary>
    public void Forward(ReadOnlySpan<double> parameters, ReadOnlySpan<Samples> A)
    {
        for (var l = 1; l <= Depth; l++)
        {
            this[l].Forward(parameters, A[l - 1], A[l]);
            if (l < Depth)
            {
                activation.Apply(A[l].Span);
            }
        }
    }

    /// <summary>The logits of any number of samples, some at a time.</summary>
    public double[] LogitsOf(double[] parameters, Samples X)
    {
        var logits = Samples.Empty(1, X.Count);
        var parts = Math.Min(Parts, (X.Count + Block - 1) / Block);
        ForkJoin.Run(parts, part =>
        {
            var A = Room(Block);
            var (first, end) = ((int)((long)X.Count * part / parts), (int)((long)X.Count * (part + 1) / parts));
            for (; first < end; first += Block)
            {
                var block = first..Math.Min(first + Block, end);
                A[0] = X.Slice(block);
                for (var l = 1; l < Depth; l++)
                {
                    A[l] = A[l] with { Count = A[0].Count };
                }

                A[^1] = logits.Slice(block);
                Forward(parameters, A);
            }
        });
        return logits.Values;
    }

    /// <summary>From dZ[C] to dZ[1].</summary>
    public void Back(ReadOnlySpan<double> parameters, ReadOnlySpan<Samples> A, ReadOnlySpan<Samples> dZ)
    {
        for (var l = Depth; l > 1; l--)
        {
            this[l].Back(parameters, dZ[l], dZ[l - 1]);
            activation.ApplySlope(A[l - 1].Span, dZ[l - 1].Span);
        }
    }
}
