using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>
/// What softmax regression does with a few samples, in two parts that two threads can do: each has half of the variables.
/// Samples come from memory for their logits, and are in the cache for their gradients.
/// </summary>
internal sealed unsafe class SoftmaxKernel<V>
    where V : struct, ILanes<V>
{
    /// <summary>How many parts the variables are shared among.</summary>
    public const int Parts = 2;

    private const int Line = Cache.Line / sizeof(double);

    private readonly SampleRows _samples;
    private readonly int _classes;
    private readonly int _distance; // From the numbers of one class to those of the next.
    private readonly AlignedArray<double>[] _Z = new AlignedArray<double>[Parts];
    private readonly AlignedArray<double> _A;
    private nint[] _rows;
    private nint[] _nextRows;
    private int _count;
    private int _nextCount;

    /// <summary>A kernel for up to so many samples at once.</summary>
    public SoftmaxKernel(SampleRows samples, int classes, int mostSamples)
    {
        (_samples, _classes) = (samples, classes);
        _distance = LogisticBatch.RoundUp(mostSamples, Line);
        _A = new(checked(LogisticBatch.RoundUp(classes, SoftmaxWeights.Tile) * _distance));
        for (var part = 0; part < Parts; part++)
        {
            _Z[part] = new(_A.Span.Length);
        }

        (_rows, _nextRows) = (new nint[mostSamples], new nint[mostSamples]);
    }

    /// <summary>The sum of the losses of all samples since <see cref="StartMeasuring"/>.</summary>
    public double Loss { get; private set; }

    /// <summary>How many of them are answered wrong.</summary>
    public int Wrong { get; private set; }

    public void StartMeasuring() => (Loss, Wrong) = (0, 0);

    /// <summary>Says which samples come next; those that came next are under way.</summary>
    public void Announce(ReadOnlySpan<int> next, SoftmaxWeights weights)
    {
        (_rows, _count, _nextRows, _nextCount) = (_nextRows, _nextCount, _rows, next.Length);
        for (var i = 0; i < next.Length; i++)
        {
            _nextRows[i] = (nint)next[i] * weights.Stride;
        }
    }

    /// <summary>One part of the gradients of the samples under way is added to a sum, then the same part of the next ones' logits is found.</summary>
    public void GoOn(int part, SoftmaxWeights weights, SoftmaxWeights sum)
    {
        AddGradients(part, sum);
        FindLogits(part, weights);
    }

    // A multiple of two registers.
    private static (nint Start, nint End) Range(int part, nint stride)
    {
        var half = stride / 2 / 16 * 16;
        return part == 0 ? (0, half) : (half, stride);
    }

    /// <summary>One part of the logits of the next samples, two rows at a time; an odd last row is done twice.</summary>
    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FindLogits(int part, SoftmaxWeights weights)
    {
        nint stride = weights.Stride;
        var (start, end) = Range(part, stride);
        for (var i = 0; i < _nextCount; i += 2)
        {
            ref var xa = ref Unsafe.Add(ref _samples.Numbers.First, _nextRows[i]);
            ref var xb = ref Unsafe.Add(ref _samples.Numbers.First, _nextRows[Math.Min(i + 1, _nextCount - 1)]);
            for (var c = 0; c < weights.b.Length; c += SoftmaxWeights.Tile)
            {
                ref var w0 = ref Unsafe.Add(ref weights.W.First, c * stride);
                ref var w1 = ref Unsafe.Add(ref w0, stride);
                ref var w2 = ref Unsafe.Add(ref w1, stride);
                ref var w3 = ref Unsafe.Add(ref w2, stride);
                ref var w4 = ref Unsafe.Add(ref w3, stride);
                var (a0, a1, a2, a3, a4) = (V.All(0), V.All(0), V.All(0), V.All(0), V.All(0));
                var (b0, b1, b2, b3, b4) = (V.All(0), V.All(0), V.All(0), V.All(0), V.All(0));
                for (var j = start; j < end; j += V.Count)
                {
                    var (x, y) = (V.Load(ref xa, j), V.Load(ref xb, j));
                    var w = V.Load(ref w0, j);
                    (a0, b0) = (V.MultiplyAdd(x, w, a0), V.MultiplyAdd(y, w, b0));
                    w = V.Load(ref w1, j);
                    (a1, b1) = (V.MultiplyAdd(x, w, a1), V.MultiplyAdd(y, w, b1));
                    w = V.Load(ref w2, j);
                    (a2, b2) = (V.MultiplyAdd(x, w, a2), V.MultiplyAdd(y, w, b2));
                    w = V.Load(ref w3, j);
                    (a3, b3) = (V.MultiplyAdd(x, w, a3), V.MultiplyAdd(y, w, b3));
                    w = V.Load(ref w4, j);
                    (a4, b4) = (V.MultiplyAdd(x, w, a4), V.MultiplyAdd(y, w, b4));
                }

                var z = _Z[part].Span[((c * _distance) + i)..];
                (z[0], z[1]) = (V.Sum(a0), V.Sum(b0));
                (z[_distance], z[_distance + 1]) = (V.Sum(a1), V.Sum(b1));
                (z[2 * _distance], z[(2 * _distance) + 1]) = (V.Sum(a2), V.Sum(b2));
                (z[3 * _distance], z[(3 * _distance) + 1]) = (V.Sum(a3), V.Sum(b3));
                (z[4 * _distance], z[(4 * _distance) + 1]) = (V.Sum(a4), V.Sum(b4));
            }
        }
    }

    /// <summary>A = softmax(Z) with Z = X W + b of the samples under way, whose logits were found; they are measured.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FindProbabilities(ReadOnlySpan<int> batch, SoftmaxWeights weights)
    {
        Span<double> lanes = stackalloc double[3 * V.Count];
        var (loss, wrong) = (0.0, 0);
        for (var start = 0; start < batch.Length; start += V.Count)
        {
            ref var z = ref Unsafe.Add(ref _A.First, start);
            for (var c = 0; c < _classes; c++)
            {
                var place = (c * _distance) + start;
                V.Store(V.Load(ref _Z[0].First, place) + V.Load(ref _Z[1].First, place) + V.All(weights.b[c]), ref z, c * _distance);
            }

            var samples = Math.Min(V.Count, batch.Length - start);
            for (var k = 0; k < samples; k++)
            {
                lanes[k] = Unsafe.Add(ref z, (_samples.Labels[batch[start + k]] * _distance) + k);
            }

            var softmax = SoftmaxLanes<V>.Apply(ref z, _distance, _classes);
            V.Store(softmax.Greatest - V.Load(ref lanes[0], 0), ref lanes[0], 0);
            V.Store(softmax.Others, ref lanes[0], V.Count);
            V.Store(softmax.Best, ref lanes[0], 2 * V.Count);
            for (var k = 0; k < samples; k++)
            {
                loss += lanes[k] + Logits.LogOnePlus(lanes[V.Count + k]);
                wrong += lanes[(2 * V.Count) + k] == _samples.Labels[batch[start + k]] ? 0 : 1;
            }
        }

        (Loss, Wrong) = (Loss + loss, Wrong + wrong);
    }

    /// <summary>A becomes dZ = A - Y, times a factor, and is added to the sum's b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FindSteps(ReadOnlySpan<int> batch, double factor, SoftmaxWeights sum)
    {
        var A = _A.Span;
        for (var i = 0; i < batch.Length; i++)
        {
            A[(_samples.Labels[batch[i]] * _distance) + i]--;
        }

        for (var c = 0; c < _classes; c++)
        {
            var dz = A.Slice(c * _distance, batch.Length);
            for (var i = 0; i < dz.Length; i++)
            {
                dz[i] *= factor;
            }

            sum.b[c] += VectorSums.Sum(dz);
        }
    }

    /// <summary>One part of the gradients of the samples under way, to a sum; two registers at a time, while the rows of the next batch come from memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddGradients(int part, SoftmaxWeights sum)
    {
        nint stride = sum.Stride;
        var (start, end) = Range(part, stride);
        ref var rows = ref _samples.Numbers.First;
        var next = _nextCount == _count ? _nextRows : _rows;
        for (var j = start; j < end; j += 2 * V.Count)
        {
            for (var c = 0; c < sum.b.Length; c += SoftmaxWeights.Tile)
            {
                var ahead = c == 0 ? next : _rows;
                ref var z0 = ref Unsafe.Add(ref _A.First, c * _distance);
                ref var w0 = ref Unsafe.Add(ref sum.W.First, (c * stride) + j);
                ref var w1 = ref Unsafe.Add(ref w0, stride);
                ref var w2 = ref Unsafe.Add(ref w1, stride);
                ref var w3 = ref Unsafe.Add(ref w2, stride);
                ref var w4 = ref Unsafe.Add(ref w3, stride);
                var (a0, a1, a2, a3, a4) = (V.Load(ref w0, 0), V.Load(ref w1, 0), V.Load(ref w2, 0), V.Load(ref w3, 0), V.Load(ref w4, 0));
                var (b0, b1, b2, b3, b4) = (V.Load(ref w0, V.Count), V.Load(ref w1, V.Count), V.Load(ref w2, V.Count), V.Load(ref w3, V.Count), V.Load(ref w4, V.Count));
                for (var i = 0; i < _count; i++)
                {
                    AskForLater(ref Unsafe.Add(ref rows, ahead[i] + j));
                    ref var row = ref Unsafe.Add(ref rows, _rows[i] + j);
                    var (x, y) = (V.Load(ref row, 0), V.Load(ref row, V.Count));
                    ref var z = ref Unsafe.Add(ref z0, i);
                    var dz = V.All(z);
                    (a0, b0) = (V.MultiplyAdd(x, dz, a0), V.MultiplyAdd(y, dz, b0));
                    dz = V.All(Unsafe.Add(ref z, _distance));
                    (a1, b1) = (V.MultiplyAdd(x, dz, a1), V.MultiplyAdd(y, dz, b1));
                    dz = V.All(Unsafe.Add(ref z, 2 * _distance));
                    (a2, b2) = (V.MultiplyAdd(x, dz, a2), V.MultiplyAdd(y, dz, b2));
                    dz = V.All(Unsafe.Add(ref z, 3 * _distance));
                    (a3, b3) = (V.MultiplyAdd(x, dz, a3), V.MultiplyAdd(y, dz, b3));
                    dz = V.All(Unsafe.Add(ref z, 4 * _distance));
                    (a4, b4) = (V.MultiplyAdd(x, dz, a4), V.MultiplyAdd(y, dz, b4));
                }

                Store(a0, b0, ref w0);
                Store(a1, b1, ref w1);
                Store(a2, b2, ref w2);
                Store(a3, b3, ref w3);
                Store(a4, b4, ref w4);
            }
        }

        static void Store(V a, V b, ref double w)
        {
            V.Store(a, ref w, 0);
            V.Store(b, ref w, V.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AskForLater(ref double row)
    {
        var pointer = (double*)Unsafe.AsPointer(ref row); // The rows are pinned.
        Cache.AskForLater(pointer);
        if (2 * V.Count > Line)
        {
            Cache.AskForLater(pointer + Line);
        }
    }
}
