using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Neurones;

/// <summary>
/// A dense layer of few outputs at work. Its rows of weights are shorter than a vector: vectors reach over
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
    private const int Together = 8; // Samples.

    private readonly int[] _rowOf = [.. Enumerable.Range(0, Rows * outputs).Select(k => k / outputs)];
    private readonly float[] _slopes = new float[Rows * outputs];

    /// <summary>Z = X W + b, for eight samples at a time, whose sums share the reading of W; then one by one.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(ReadOnlySpan<float> X, int samples, ReadOnlySpan<float> W, ReadOnlySpan<float> b, Span<float> Z)
    {
        var sums = stackalloc float[Together * MostOutputs];
        var whole = WholeRows;
        var i = 0;
        fixed (float* w = W, first = X)
        {
            for (; i + Together <= samples; i += Together)
            {
                Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
                nint n = inputs;
                var x = first + (i * n);
                var row = w;
                for (var k = 0; k < whole; k++)
                {
                    var weights = Vector512.Load(row);
                    s0 = Vector512.MultiplyAddEstimate(weights, Vector512.Create(x[0]), s0);
                    s1 = Vector512.MultiplyAddEstimate(weights, Vector512.Create(x[n]), s1);
                    s2 = Vector512.MultiplyAddEstimate(weights, Vector512.Create(x[2 * n]), s2);
                    s3 = Vector512.MultiplyAddEstimate(weights, Vector512.Create(x[3 * n]), s3);
                    s4 = Vector512.MultiplyAddEstimate(weights, Vector512.Create(x[4 * n]), s4);
                    s5 = Vector512.MultiplyAddEstimate(weights, Vector512.Create(x[5 * n]), s5);
                    s6 = Vector512.MultiplyAddEstimate(weights, Vector512.Create(x[6 * n]), s6);
                    s7 = Vector512.MultiplyAddEstimate(weights, Vector512.Create(x[7 * n]), s7);
                    row += outputs;
                    x++;
                }

                s0.Store(sums);
                s1.Store(sums + MostOutputs);
                s2.Store(sums + (2 * MostOutputs));
                s3.Store(sums + (3 * MostOutputs));
                s4.Store(sums + (4 * MostOutputs));
                s5.Store(sums + (5 * MostOutputs));
                s6.Store(sums + (6 * MostOutputs));
                s7.Store(sums + (7 * MostOutputs));
                for (var s = 0; s < Together; s++)
                {
                    Finish(X.Slice((i + s) * inputs, inputs), W, b, sums + (s * MostOutputs), whole, Z.Slice((i + s) * outputs, outputs));
                }
            }
        }

        for (; i < samples; i++)
        {
            Forward(X.Slice(i * inputs, inputs), W, b, Z.Slice(i * outputs, outputs));
        }
    }

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

        Finish(x, W, b, sums, whole, z);
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

    /// <summary>Adds Xᵀ dZ to dW, for eight rows of dW at a time.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddWeightGradients(ReadOnlySpan<float> X, int samples, ReadOnlySpan<float> dZ, Span<float> dW)
    {
        // A vector reaches over into the next row of dW, to which nothing may be added.
        var padded = stackalloc float[samples * MostOutputs];
        new Span<float>(padded, samples * MostOutputs).Clear();
        for (var i = 0; i < samples; i++)
        {
            dZ.Slice(i * outputs, outputs).CopyTo(new(padded + (i * MostOutputs), outputs));
        }

        var whole = WholeRows / Rows * Rows;
        fixed (float* first = X, dw = dW)
        {
            for (var k = 0; k < whole; k += Rows)
            {
                // All eight are read before any of them is written: each has the old beginning of the next at its end.
                var r0 = dw + (k * outputs);
                var r1 = r0 + outputs;
                var r2 = r1 + outputs;
                var r3 = r2 + outputs;
                var r4 = r3 + outputs;
                var r5 = r4 + outputs;
                var r6 = r5 + outputs;
                var r7 = r6 + outputs;
                var (s0, s1, s2, s3) = (Vector512.Load(r0), Vector512.Load(r1), Vector512.Load(r2), Vector512.Load(r3));
                var (s4, s5, s6, s7) = (Vector512.Load(r4), Vector512.Load(r5), Vector512.Load(r6), Vector512.Load(r7));
                var x = first + k;
                var slopes = padded;
                for (var i = 0; i < samples; i++)
                {
                    var dz = Vector512.Load(slopes);
                    s0 = Vector512.MultiplyAddEstimate(dz, Vector512.Create(x[0]), s0);
                    s1 = Vector512.MultiplyAddEstimate(dz, Vector512.Create(x[1]), s1);
                    s2 = Vector512.MultiplyAddEstimate(dz, Vector512.Create(x[2]), s2);
                    s3 = Vector512.MultiplyAddEstimate(dz, Vector512.Create(x[3]), s3);
                    s4 = Vector512.MultiplyAddEstimate(dz, Vector512.Create(x[4]), s4);
                    s5 = Vector512.MultiplyAddEstimate(dz, Vector512.Create(x[5]), s5);
                    s6 = Vector512.MultiplyAddEstimate(dz, Vector512.Create(x[6]), s6);
                    s7 = Vector512.MultiplyAddEstimate(dz, Vector512.Create(x[7]), s7);
                    x += inputs;
                    slopes += MostOutputs;
                }

                s0.Store(r0);
                s1.Store(r1);
                s2.Store(r2);
                s3.Store(r3);
                s4.Store(r4);
                s5.Store(r5);
                s6.Store(r6);
                s7.Store(r7);
            }
        }

        for (var k = whole; k < inputs; k++)
        {
            for (var i = 0; i < samples; i++)
            {
                for (var j = 0; j < outputs; j++)
                {
                    dW[k * outputs + j] += X[i * inputs + k] * dZ[i * outputs + j];
                }
            }
        }
    }

    // The bias, and what the rows add from whose start no vector can be loaded.
    private void Finish(ReadOnlySpan<float> x, ReadOnlySpan<float> W, ReadOnlySpan<float> b, float* sums, int whole, Span<float> z)
    {
        for (var j = 0; j < outputs; j++)
        {
            z[j] = sums[j] + b[j];
            for (var k = whole; k < inputs; k++)
            {
                z[j] += x[k] * W[k * outputs + j];
            }
        }
    }

    // Rows from whose start a vector can be loaded, a multiple of four of them.
    private int WholeRows => Math.Max(0, (inputs * outputs - MostOutputs) / outputs + 1) / 4 * 4;
}
