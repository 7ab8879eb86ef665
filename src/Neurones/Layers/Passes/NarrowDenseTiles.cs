using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>The products of <see cref="NarrowDense"/> by vectors of some width, in tiles that the registers hold; inputs that fill no vector are done one by one.</summary>
internal static unsafe class NarrowDense<TVector, TWidth>
    where TWidth : struct, IVectorWidth<TVector, float>
{
    private const int Tile = 5;

    // Two samples by five outputs; where there are fewer, the last one is done again.
    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(PickedInputs X, int outputs, ReadOnlySpan<float> W, ReadOnlySpan<float> b, Span<float> Z)
    {
        nint size = X.Size;
        nint inputs = X.Count;
        var whole = inputs - (inputs % TWidth.Count);
        fixed (float* data = X.X, firstW = W, firstZ = Z)
        {
            var firstX = data + X.Start;
            for (var i = 0; i < X.Samples.Length; i += 2)
            {
                var second = Math.Min(i + 1, X.Samples.Length - 1);
                var x = firstX + (X.Samples[i] * size);
                var y = firstX + (X.Samples[second] * size);
                for (var c = 0; c < outputs; c += Tile)
                {
                    // The first tile asks for the one's successor, the second for the other's.
                    var next = firstX + (X.NextAfter(c == Tile ? second : i) * size);
                    var (c1, c2, c3, c4) = (Math.Min(c + 1, outputs - 1), Math.Min(c + 2, outputs - 1), Math.Min(c + 3, outputs - 1), Math.Min(c + 4, outputs - 1));
                    var w0 = firstW + (c * inputs);
                    var w1 = firstW + (c1 * inputs);
                    var w2 = firstW + (c2 * inputs);
                    var w3 = firstW + (c3 * inputs);
                    var w4 = firstW + (c4 * inputs);
                    var a0 = TWidth.Broadcast(0);
                    TVector a1 = a0, a2 = a0, a3 = a0, a4 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0;
                    for (nint j = 0; j < whole; j += TWidth.Count)
                    {
                        Cache.AskFor(next + j);
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

                    var z = firstZ + (i * outputs);
                    (z[c], z[c1], z[c2], z[c3], z[c4]) = (TWidth.Sum(a0), TWidth.Sum(a1), TWidth.Sum(a2), TWidth.Sum(a3), TWidth.Sum(a4));
                    z = firstZ + (second * outputs);
                    (z[c], z[c1], z[c2], z[c3], z[c4]) = (TWidth.Sum(b0), TWidth.Sum(b1), TWidth.Sum(b2), TWidth.Sum(b3), TWidth.Sum(b4));
                }
            }

            for (var i = 0; i < X.Samples.Length; i++)
            {
                var x = firstX + (X.Samples[i] * size);
                for (var c = 0; c < outputs; c++)
                {
                    var z = b[c];
                    for (var j = whole; j < inputs; j++)
                    {
                        z += x[j] * firstW[(c * inputs) + j];
                    }

                    firstZ[(i * outputs) + c] += z;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradients(int inputs, int outputs, int samples, ReadOnlySpan<float> W, ReadOnlySpan<float> dZ, Span<float> dX)
    {
        const int Vectors = 4;
        var whole = inputs - (inputs % TWidth.Count);
        fixed (float* firstW = W, firstZ = dZ, firstX = dX)
        {
            for (var i = 0; i < samples; i++)
            {
                var dz = firstZ + (i * outputs);
                var dx = firstX + ((nint)i * inputs);
                nint j = 0;
                for (; j + (Vectors * TWidth.Count) <= whole; j += Vectors * TWidth.Count)
                {
                    var a0 = TWidth.Broadcast(0);
                    TVector a1 = a0, a2 = a0, a3 = a0;
                    var w = firstW + j;
                    for (var c = 0; c < outputs; c++)
                    {
                        var slope = TWidth.Broadcast(dz[c]);
                        a0 = TWidth.MultiplyAdd(TWidth.Load(w), slope, a0);
                        a1 = TWidth.MultiplyAdd(TWidth.Load(w + TWidth.Count), slope, a1);
                        a2 = TWidth.MultiplyAdd(TWidth.Load(w + (2 * TWidth.Count)), slope, a2);
                        a3 = TWidth.MultiplyAdd(TWidth.Load(w + (3 * TWidth.Count)), slope, a3);
                        w += inputs;
                    }

                    TWidth.Store(a0, dx + j);
                    TWidth.Store(a1, dx + j + TWidth.Count);
                    TWidth.Store(a2, dx + j + (2 * TWidth.Count));
                    TWidth.Store(a3, dx + j + (3 * TWidth.Count));
                }

                for (; j < whole; j += TWidth.Count)
                {
                    var sum = TWidth.Broadcast(0);
                    for (var c = 0; c < outputs; c++)
                    {
                        sum = TWidth.MultiplyAdd(TWidth.Load(firstW + ((nint)c * inputs) + j), TWidth.Broadcast(dz[c]), sum);
                    }

                    TWidth.Store(sum, dx + j);
                }

                for (; j < inputs; j++)
                {
                    dx[j] = 0;
                    for (var c = 0; c < outputs; c++)
                    {
                        dx[j] += firstW[((nint)c * inputs) + j] * dz[c];
                    }
                }
            }
        }
    }

    // The terms are summed up before they move dW, which may be a weight: a large one would swallow small terms one by one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddWeightGradients(PickedInputs X, int outputs, ReadOnlySpan<float> dZ, Span<float> dW)
    {
        nint size = X.Size;
        nint inputs = X.Count;
        var step = 2 * TWidth.Count;
        var whole = inputs - (inputs % step);
        fixed (float* data = X.X, firstZ = dZ, dw = dW)
        {
            var firstX = data + X.Start;
            for (nint j = 0; j < whole; j += step)
            {
                var x = firstX + j;
                var c = 0;
                for (; c + Tile <= outputs; c += Tile)
                {
                    var a0 = TWidth.Broadcast(0);
                    TVector a1 = a0, a2 = a0, a3 = a0, a4 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0;
                    var dz = firstZ + c;
                    foreach (var sample in X.Samples)
                    {
                        var row = x + (sample * size);
                        var (xa, xb) = (TWidth.Load(row), TWidth.Load(row + TWidth.Count));
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
                        dz += outputs;
                    }

                    var w = dw + (c * inputs) + j;
                    Add(a0, b0, w);
                    Add(a1, b1, w + inputs);
                    Add(a2, b2, w + (2 * inputs));
                    Add(a3, b3, w + (3 * inputs));
                    Add(a4, b4, w + (4 * inputs));
                }

                for (; c < outputs; c++)
                {
                    AddVector(X, outputs, x, firstZ + c, dw + (c * inputs) + j);
                    AddVector(X, outputs, x + TWidth.Count, firstZ + c, dw + (c * inputs) + j + TWidth.Count);
                }
            }

            if (inputs - whole >= TWidth.Count)
            {
                for (var c = 0; c < outputs; c++)
                {
                    AddVector(X, outputs, firstX + whole, firstZ + c, dw + (c * inputs) + whole);
                }

                whole += TWidth.Count;
            }

            for (var c = 0; c < outputs; c++)
            {
                for (var j = whole; j < inputs; j++)
                {
                    var sum = 0f;
                    for (var i = 0; i < X.Samples.Length; i++)
                    {
                        sum += firstX[(X.Samples[i] * size) + j] * firstZ[(i * outputs) + c];
                    }

                    dw[(c * inputs) + j] += sum;
                }
            }
        }

        static void Add(TVector a, TVector b, float* w)
        {
            TWidth.Update(w, a, TWidth.Broadcast(1), add: true);
            TWidth.Update(w + TWidth.Count, b, TWidth.Broadcast(1), add: true);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Descend(int inputs, int outputs, ReadOnlySpan<float> X, ReadOnlySpan<float> dZ, Span<float> W, Span<float> dX)
    {
        var whole = inputs - (inputs % TWidth.Count);
        fixed (float* x = X, dz = dZ, firstW = W, dx = dX)
        {
            nint j = 0;
            for (; j < whole; j += TWidth.Count)
            {
                var sum = TWidth.Broadcast(0);
                var xj = TWidth.Load(x + j);
                var w = firstW + j;
                for (var c = 0; c < outputs; c++)
                {
                    var (slope, weights) = (TWidth.Broadcast(dz[c]), TWidth.Load(w));
                    sum = TWidth.MultiplyAdd(weights, slope, sum);
                    TWidth.Store(TWidth.MultiplyAdd(xj, slope, weights), w);
                    w += inputs;
                }

                TWidth.Store(sum, dx + j);
            }

            for (; j < inputs; j++)
            {
                dx[j] = 0;
                for (var c = 0; c < outputs; c++)
                {
                    var w = firstW + ((nint)c * inputs) + j;
                    dx[j] += *w * dz[c];
                    *w += x[j] * dz[c];
                }
            }
        }
    }

    // A vector of inputs by one output.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddVector(PickedInputs X, int outputs, float* x, float* dz, float* dw)
    {
        var sum = TWidth.Broadcast(0);
        foreach (var sample in X.Samples)
        {
            sum = TWidth.MultiplyAdd(TWidth.Load(x + (sample * (nint)X.Size)), TWidth.Broadcast(*dz), sum);
            dz += outputs;
        }

        TWidth.Update(dw, sum, TWidth.Broadcast(1), add: true);
    }
}
