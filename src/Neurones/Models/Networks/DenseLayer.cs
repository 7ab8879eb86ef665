using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
        Repeat(parameters.Slice(StartOfb, Outputs), Z.Span);
        Gemm.Multiply(false, false, Outputs, A.Count, Inputs, 1, parameters[StartOfW..], Outputs, A.Span, A.Stride, 1, Z.Span, Outputs);
    }

    /// <summary>dA = Wᵀ dZ: how the loss slopes along what the layer was given.</summary>
    public void Back(ReadOnlySpan<double> parameters, Samples dZ, Samples dA) =>
        Gemm.Multiply(true, false, Inputs, dZ.Count, Outputs, 1, parameters[StartOfW..], Outputs, dZ.Span, Outputs, 0, dA.Span, Inputs);

    /// <summary>Some columns of dW = 1/m dZ Aᵀ.</summary>
    public void GradientsOfW(Samples dZ, Samples A, Range columns, Span<double> gradients)
    {
        var (first, count) = columns.GetOffsetAndLength(Inputs);
        Gemm.Multiply(
            false, true, Outputs, count, dZ.Count, 1.0 / dZ.Count, dZ.Span, Outputs, A.Span[first..], A.Stride, 0, ColumnsOf(gradients, first, count), Outputs);
    }

    /// <summary>The same from Aᵀ, whose variables lie one after the other.</summary>
    public void GradientsOfWFromTransposed(Samples dZ, Samples transposed, Range columns, Span<double> gradients)
    {
        var (first, count) = columns.GetOffsetAndLength(Inputs);
        Gemm.Multiply(
            false, false, Outputs, count, dZ.Count, 1.0 / dZ.Count, dZ.Span, Outputs, transposed.Slice(columns).Span, transposed.Stride, 0, ColumnsOf(gradients, first, count), Outputs);
    }

    /// <summary>db = 1/m Σ dZ.</summary>
    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void GradientsOfb(Samples dZ, Span<double> gradients)
    {
        var db = gradients.Slice(StartOfb, Outputs);
        var sums = MemoryMarshal.Cast<double, Vector<double>>(db);
        db.Clear();
        for (var rest = dZ.Span; rest.Length > 0; rest = rest[Outputs..])
        {
            var sample = MemoryMarshal.Cast<double, Vector<double>>(rest[..Outputs]);
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += sample[i];
            }

            for (var i = sums.Length * Vector<double>.Count; i < db.Length; i++)
            {
                db[i] += rest[i];
            }
        }

        for (var i = 0; i < db.Length; i++)
        {
            db[i] /= dZ.Count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Repeat(ReadOnlySpan<double> b, Span<double> Z)
    {
        for (; Z.Length > 0; Z = Z[b.Length..])
        {
            b.CopyTo(Z);
        }
    }

    private Span<double> ColumnsOf(Span<double> gradients, int first, int count) => gradients.Slice(StartOfW + (first * Outputs), count * Outputs);
}
