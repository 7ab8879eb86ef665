namespace Neurones;

/// <summary>
/// One layer of a network on flat arrays: where its W and b lie among the parameters, and the products that training takes
/// with them.
/// </summary>
/// <param name="Inputs">Columns of W.</param>
/// <param name="Outputs">Rows of W and b.</param>
/// <param name="StartOfW">Where W begins.</param>
/// <param name="StartOfb">Where b begins.</param>
internal readonly record struct DenseLayer(int Inputs, int Outputs, int StartOfW, int StartOfb)
{
    /// <summary>The layers of a network with the parameters W1, b1, W2, b2, ...</summary>
    public static DenseLayer[] Of(ParameterLayout layout) =>
        [.. layout.Places.Chunk(2).Select(pair => new DenseLayer(pair[0].Columns, pair[0].Rows, pair[0].Start, pair[1].Start))];

    /// <summary>Z = W A + b.</summary>
    public void Forward(ReadOnlySpan<double> parameters, Samples A, Samples Z)
    {
        var b = parameters.Slice(StartOfb, Outputs);
        var biased = Z.Span;
        for (var start = 0; start < biased.Length; start += Outputs)
        {
            b.CopyTo(biased[start..]);
        }

        Gemm.Multiply(false, false, Outputs, A.Count, Inputs, 1, parameters[StartOfW..], Outputs, A.Span, A.Stride, 1, biased, Outputs);
    }

    /// <summary>dA = Wᵀ dZ: how the loss slopes along what the layer was given.</summary>
    public void Back(ReadOnlySpan<double> parameters, Samples dZ, Samples dA) =>
        Gemm.Multiply(true, false, Inputs, dZ.Count, Outputs, 1, parameters[StartOfW..], Outputs, dZ.Span, Outputs, 0, dA.Span, Inputs);

    /// <summary>Some columns of dW = 1/m dZ Aᵀ.</summary>
    public void GradientsOfW(Samples dZ, Samples A, Range columns, Span<double> gradients)
    {
        var (first, count) = columns.GetOffsetAndLength(Inputs);
        var dW = gradients.Slice(StartOfW + (first * Outputs), count * Outputs);
        Gemm.Multiply(false, true, Outputs, count, A.Count, 1.0 / A.Count, dZ.Span, Outputs, A.Span[first..], A.Stride, 0, dW, Outputs);
    }

    /// <summary>db = 1/m Σ dZ.</summary>
    public void GradientsOfb(Samples dZ, Span<double> gradients)
    {
        var db = gradients.Slice(StartOfb, Outputs);
        db.Clear();
        for (var rest = dZ.Span; rest.Length > 0; rest = rest[Outputs..])
        {
            for (var i = 0; i < db.Length; i++)
            {
                db[i] += rest[i];
            }
        }

        foreach (ref var slope in db)
        {
            slope /= dZ.Count;
        }
    }
}
