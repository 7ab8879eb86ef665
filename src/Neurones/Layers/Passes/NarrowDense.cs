using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Neurones;

/// <summary>
/// A dense layer of few outputs at work on one sample. Its rows of weights are shorter than a vector: vectors reach over
/// into the next row, or hold numbers of several.
/// </summary>
/// <param name="inputs">Rows of W, 16 or more.</param>
/// <param name="outputs">Columns of W, as many as a vector has numbers at most.</param>
internal sealed unsafe class NarrowDense(int inputs, int outputs)
{
    /// <summary>The most outputs.</summary>
    public const int MostOutputs = 16;

    /// <summary>The fewest inputs.</summary>
    public const int FewestInputs = 16;

    private const int Rows = 8; // Of W; together they are whole vectors.

    private readonly int[] _rowOf = [.. Enumerable.Range(0, Rows * outputs).Select(k => k / outputs)];
    private readonly float[] _slopes = new float[Rows * outputs];

    /// <summary>z = x W + b.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> W, ReadOnlySpan<float> b, Span<float> z)
    {
        var sums = stackalloc float[MostOutputs];
        var whole = WholeRows;
        fixed (float* w = W, first = x)
        {
            Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default;
            var row = w;
            for (var k = 0; k < whole; k += 4)
            {
                s0 = Vector512.MultiplyAddEstimate(Vector512.Load(row), Vector512.Create(first[k]), s0);
                s1 = Vector512.MultiplyAddEstimate(Vector512.Load(row + outputs), Vector512.Create(first[k + 1]), s1);
                s2 = Vector512.MultiplyAddEstimate(Vector512.Load(row + 2 * outputs), Vector512.Create(first[k + 2]), s2);
                s3 = Vector512.MultiplyAddEstimate(Vector512.Load(row + 3 * outputs), Vector512.Create(first[k + 3]), s3);
                row += 4 * outputs;
            }

            ((s0 + s1) + (s2 + s3)).Store(sums);
        }

        for (var j = 0; j < outputs; j++)
        {
            z[j] = sums[j] + b[j];
            for (var k = whole; k < inputs; k++)
            {
                z[j] += x[k] * W[k * outputs + j];
            }
        }
    }

    /// <summary>dx = dz Wᵀ.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void InputGradients(ReadOnlySpan<float> W, ReadOnlySpan<float> dz, Span<float> dx)
    {
        var padded = stackalloc float[MostOutputs];
        new Span<float>(padded, MostOutputs).Clear();
        dz[..outputs].CopyTo(new(padded, outputs));
        var slopes = Vector512.Load(padded);
        var whole = WholeRows;
        fixed (float* w = W)
        {
            for (var k = 0; k < whole; k += 4)
            {
                var row = w + k * outputs;
                Sums(
                    Vector512.Load(row) * slopes, Vector512.Load(row + outputs) * slopes,
                    Vector512.Load(row + 2 * outputs) * slopes, Vector512.Load(row + 3 * outputs) * slopes).CopyTo(dx[k..]);
            }
        }

        for (var k = whole; k < inputs; k++)
        {
            dx[k] = 0;
            for (var j = 0; j < outputs; j++)
            {
                dx[k] += W[k * outputs + j] * dz[j];
            }
        }
    }

    /// <summary>Adds xᵀ dz to dW.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddWeightGradients(ReadOnlySpan<float> x, ReadOnlySpan<float> dz, Span<float> dW)
    {
        for (var k = 0; k < _slopes.Length; k++)
        {
            _slopes[k] = dz[k % outputs];
        }

        var whole = inputs / Rows * Rows;
        fixed (float* first = x, slopes = _slopes, dw = dW)
        fixed (int* rowOf = _rowOf)
        {
            var target = dw;
            for (var k = 0; k < whole; k += Rows)
            {
                var eight = Vector256.Load(first + k);
                for (var v = 0; v < _slopes.Length; v += Rows)
                {
                    var factors = Vector256.ShuffleNative(eight, Vector256.Load(rowOf + v));
                    Vector256.MultiplyAddEstimate(factors, Vector256.Load(slopes + v), Vector256.Load(target + v)).Store(target + v);
                }

                target += _slopes.Length;
            }
        }

        for (var k = whole; k < inputs; k++)
        {
            for (var j = 0; j < outputs; j++)
            {
                dW[k * outputs + j] += x[k] * dz[j];
            }
        }
    }

    // The sum of each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Sums(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
    {
        if (!Avx.IsSupported)
        {
            return Vector128.Create(Vector512.Sum(a), Vector512.Sum(b), Vector512.Sum(c), Vector512.Sum(d));
        }

        var quarters = Avx.HorizontalAdd(
            Avx.HorizontalAdd(a.GetLower() + a.GetUpper(), b.GetLower() + b.GetUpper()),
            Avx.HorizontalAdd(c.GetLower() + c.GetUpper(), d.GetLower() + d.GetUpper()));
        return quarters.GetLower() + quarters.GetUpper();
    }

    // Rows from whose start a vector can be loaded, a multiple of four of them.
    private int WholeRows => Math.Max(0, (inputs * outputs - MostOutputs) / outputs + 1) / 4 * 4;
}
