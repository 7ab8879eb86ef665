using System.Numerics.Tensors;

namespace Neurones;

/// <summary>The loss of a network on batches of a data set, and its slopes along the parameters.</summary>
internal sealed class BatchGradients
{
    private readonly NetworkComputation _network;
    private readonly Loss _loss;
    private readonly Tensor _X;
    private readonly Tensor _Y;
    private readonly Part[] _parts;
    private readonly Action<int> _run;
    private float[] _parameters = [];
    private int[] _order = [];
    private int _start;
    private int _count;

    /// <param name="network">The network.</param>
    /// <param name="loss">Its loss.</param>
    /// <param name="X">The data set.</param>
    /// <param name="Y">The answers wanted.</param>
    /// <param name="parameters">How many parameters the network has.</param>
    /// <param name="batch">The most samples of a batch.</param>
    /// <param name="seed">Where chance begins; null: layers that use it, such as dropout, do nothing.</param>
    public BatchGradients(NetworkComputation network, Loss loss, Tensor X, Tensor Y, int parameters, int batch, uint? seed)
    {
        (_network, _loss, _X, _Y) = (network, loss, X, Y);
        _parts = [.. Enumerable.Range(0, network.PartsOf(batch)).Select(part => new Part(new float[parameters], seed is { } s ? new RandomState(s + 1 + (uint)part) : null))];
        _run = Run;
    }

    /// <summary>The slopes found last, along the mean loss of the batch.</summary>
    public float[] Gradients => _parts[0].Gradients;

    /// <summary>Measures the samples order[start] to order[start + count - 1] and fills <see cref="Gradients"/>.</summary>
    public LossSum Measure(float[] parameters, int[] order, int start, int count)
    {
        (_parameters, _order, _start, _count) = (parameters, order, start, count);
        var parts = _network.PartsOf(count);
        if (parts == 1)
        {
            Run(0);
            return _parts[0].Sum;
        }

        ForkJoin.Run(parts, _run);
        var sum = _parts[0].Sum;
        for (var part = 1; part < parts; part++)
        {
            TensorPrimitives.Add(Gradients, _parts[part].Gradients, Gradients);
            sum += _parts[part].Sum;
        }

        return sum;
    }

    private void Run(int number)
    {
        var part = _parts[number];
        var (first, length) = _network.Part(number, _count).GetOffsetAndLength(_count);
        var pass = _network.Take();
        part.Sum = new();
        Array.Clear(part.Gradients);
        for (var done = 0; done < length; done += _network.Slice)
        {
            var samples = _order.AsSpan(_start + first + done, Math.Min(_network.Slice, length - done));
            Gather(_X, samples, pass.Samples);
            Gather(_Y, samples, pass.Targets);
            var outputs = pass.Targets.Length / _network.Slice;
            var A = pass.Forward(_parameters, samples.Length, part.Random).AsSpan(0, samples.Length * outputs);
            part.Sum += _loss.Measure(A, pass.Targets.AsSpan(0, A.Length), outputs, 1f / _count, pass.Slopes);
            pass.Back(_parameters, part.Gradients, samples.Length);
        }

        _network.Return(pass);
    }

    private static void Gather(Tensor from, ReadOnlySpan<int> samples, float[] to)
    {
        var size = from.Array.Length / from.Count;
        for (var i = 0; i < samples.Length; i++)
        {
            from.Array.AsSpan(samples[i] * size, size).CopyTo(to.AsSpan(i * size));
        }
    }

    private sealed class Part(float[] gradients, RandomState? random)
    {
        public float[] Gradients => gradients;

        public RandomState? Random => random;

        public LossSum Sum { get; set; }
    }
}
