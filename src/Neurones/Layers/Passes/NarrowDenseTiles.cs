using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>The products of <see cref="NarrowDense"/> by vectors of some width: two samples, or two vectors of inputs, by five outputs at a time.</summary>
/// <remarks>Where there are fewer, the last one is done again. Inputs that fill no vector are done one by one.</remarks>
internal static unsafe class NarrowDense<TVector, TWidth>
    where TWidth : struct, IVectorWidth<TVector, float>
{
    private const int Tile = 5;

    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(int inputs, int outputs, int samples, ReadOnlySpan<float> X, ReadOnlySpan<float> W, ReadOnlySpan<float> b, Span<float> Z)
    {
        var whole = inputs - (inputs % TWidth.Count);
        fixed (float* firstX = X, firstW = W)
        {
            for (var i = 0; i < samples; i += 2)
            {
                var second = Math.Min(i + 1, samples - 1);
                var x = firstX + ((nint)i * inputs);
                var y = firstX + ((nint)second * inputs);
                for (var c = 0; c < outputs; c += Tile)
                {
                    var w0 = firstW + ((nint)c * inputs);
                    var w1 = firstW + ((nint)Math.Min(c + 1, outputs - 1) * inputs);
                    var w2 = firstW + ((nint)Math.Min(c + 2, outputs - 1) * inputs);
                    var w3 = firstW + ((nint)Math.Min(c + 3, outputs - 1) * inputs);
                    var w4 = firstW + ((nint)Math.Min(c + 4, outputs - 1) * inputs);
                    var a0 = TWidth.Broadcast(0);
                    TVector a1 = a0, a2 = a0, a3 = a0, a4 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0;
                    for (nint j = 0; j < whole; j += TWidth.Count)
                    {
                        var (xj, yj) = (TWidth.Load(x + j), TWidth.Load(y + j));
                        var w = TWidth.Load(w0 + j);
                        (a0, b0) = (TWidth.MultiplyAdd(xj, w, a0), TWidth.MultiplyAdd(yj, w, b0));
                        w = TWidth.Load(w1 + j);
                        (a1, b1) = (TWidth.MultiplyAdd(xj, w, a1), TWidth.MultiplyAdd(yj, w, b1));
                        w = TWidth.Load(w2 + j);
                        (a2, b2) = (TWidth.MultiplyAdd(xj, w, a2), TWidth.MultiplyAdd(yj, w, b2));
                        w = TWidth.Load(w3 + j);
                        (a3, b3) = (TWidth.MultiplyAdd(xj, w, a3), TWidth.MultiplyAdd(yj, w, b3));
                        w = TWidth.Load(w4 + j);
                        (a4, b4) = (TWidth.MultiplyAdd(xj, w, a4), TWidth.MultiplyAdd(yj, w, b4));
                    }

                    Finish(a0, a1, a2, a3, a4, x, firstW, c, Z.Slice(i * outputs, outputs));
                    Finish(b0, b1, b2, b3, b4, y, firstW, c, Z.Slice(second * outputs, outputs));
                }
            }
        }

        for (var i = 0; i < samples; i++)
        {
            for (var c = 0; c < outputs; c++)
            {
                Z[(i * outputs) + c] += b[c];
            }
        }

        void Finish(TVector s0, TVector s1, TVector s2, TVector s3, TVector s4, float* x, float* w, int c, Span<float> z)
        {
            var sums = stackalloc[] { TWidth.Sum(s0), TWidth.Sum(s1), TWidth.Sum(s2), TWidth.Sum(s3), TWidth.Sum(s4) };
            for (var k = 0; k < Tile && c + k < outputs; k++)
            {
                z[c + k] = sums[k];
                for (var j = whole; j < inputs; j++)
                {
                    z[c + k] += x[j] * w[((c + k) * inputs) + j];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradients(int inputs, int outputs, int samples, ReadOnlySpan<float> W, ReadOnlySpan<float> dZ, Span<float> dX)
    {
        var whole = inputs - (inputs % TWidth.Count);
        fixed (float* w = W, firstZ = dZ, firstX = dX)
        {
            for (var i = 0; i < samples; i++)
            {
                var dz = firstZ + (i * outputs);
                var dx = firstX + ((nint)i * inputs);
                for (nint j = 0; j < whole; j += TWidth.Count)
                {
                    var even = TWidth.Broadcast(0);
                    var odd = even;
                    var c = 0;
                    for (; c + 2 <= outputs; c += 2)
                    {
                        even = TWidth.MultiplyAdd(TWidth.Load(w + (c * inputs) + j), TWidth.Broadcast(dz[c]), even);
                        odd = TWidth.MultiplyAdd(TWidth.Load(w + ((c + 1) * inputs) + j), TWidth.Broadcast(dz[c + 1]), odd);
                    }

                    if (c < outputs)
                    {
                        even = TWidth.MultiplyAdd(TWidth.Load(w + (c * inputs) + j), TWidth.Broadcast(dz[c]), even);
                    }

                    TWidth.Store(TWidth.MultiplyAdd(even, TWidth.Broadcast(1), odd), dx + j);
                }

                for (var j = whole; j < inputs; j++)
                {
                    dx[j] = 0;
                    for (var c = 0; c < outputs; c++)
                    {
                        dx[j] += w[(c * inputs) + j] * dz[c];
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddWeightGradients(int inputs, int outputs, int samples, ReadOnlySpan<float> X, ReadOnlySpan<float> dZ, Span<float> dW)
    {
        var step = 2 * TWidth.Count;
        var whole = inputs - (inputs % step);
        fixed (float* firstX = X, firstZ = dZ, dw = dW)
        {
            for (nint j = 0; j < whole; j += step)
            {
                var c = 0;
                for (; c + Tile <= outputs; c += Tile)
                {
                    var w0 = dw + (c * inputs) + j;
                    var w1 = w0 + inputs;
                    var w2 = w1 + inputs;
                    var w3 = w2 + inputs;
                    var w4 = w3 + inputs;
                    var (a0, a1, a2, a3, a4) = (TWidth.Load(w0), TWidth.Load(w1), TWidth.Load(w2), TWidth.Load(w3), TWidth.Load(w4));
                    var (b0, b1, b2, b3, b4) = (
                        TWidth.Load(w0 + TWidth.Count), TWidth.Load(w1 + TWidth.Count), TWidth.Load(w2 + TWidth.Count),
                        TWidth.Load(w3 + TWidth.Count), TWidth.Load(w4 + TWidth.Count));
                    var x = firstX + j;
                    var dz = firstZ + c;
                    for (var i = 0; i < samples; i++)
                    {
                        var (xa, xb) = (TWidth.Load(x), TWidth.Load(x + TWidth.Count));
                        var slope = TWidth.Broadcast(dz[0]);
                        (a0, b0) = (TWidth.MultiplyAdd(xa, slope, a0), TWidth.MultiplyAdd(xb, slope, b0));
                        slope = TWidth.Broadcast(dz[1]);
                        (a1, b1) = (TWidth.MultiplyAdd(xa, slope, a1), TWidth.MultiplyAdd(xb, slope, b1));
                        slope = TWidth.Broadcast(dz[2]);
                        (a2, b2) = (TWidth.MultiplyAdd(xa, slope, a2), TWidth.MultiplyAdd(xb, slope, b2));
                        slope = TWidth.Broadcast(dz[3]);
                        (a3, b3) = (TWidth.MultiplyAdd(xa, slope, a3), TWidth.MultiplyAdd(xb, slope, b3));
                        slope = TWidth.Broadcast(dz[4]);
                        (a4, b4) = (TWidth.MultiplyAdd(xa, slope, a4), TWidth.MultiplyAdd(xb, slope, b4));
                        x += inputs;
                        dz += outputs;
                    }

                    Store(a0, b0, w0);
                    Store(a1, b1, w1);
                    Store(a2, b2, w2);
                    Store(a3, b3, w3);
                    Store(a4, b4, w4);
                }

                for (; c < outputs; c++)
                {
                    var w = dw + (c * inputs) + j;
                    var (a, b) = (TWidth.Load(w), TWidth.Load(w + TWidth.Count));
                    for (var i = 0; i < samples; i++)
                    {
                        var x = firstX + ((nint)i * inputs) + j;
                        var slope = TWidth.Broadcast(firstZ[(i * outputs) + c]);
                        (a, b) = (TWidth.MultiplyAdd(TWidth.Load(x), slope, a), TWidth.MultiplyAdd(TWidth.Load(x + TWidth.Count), slope, b));
                    }

                    Store(a, b, w);
                }
            }

            for (var i = 0; i < samples; i++)
            {
                for (var c = 0; c < outputs; c++)
                {
                    for (var j = whole; j < inputs; j++)
                    {
                        dw[(c * inputs) + j] += firstX[(i * inputs) + j] * firstZ[(i * outputs) + c];
                    }
                }
            }
        }

        static void Store(TVector a, TVector b, float* w)
        {
            TWidth.Store(a, w);
            TWidth.Store(b, w + TWidth.Count);
        }
    }
}
