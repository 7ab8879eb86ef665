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
    private ReadOnlyMemory<int> _batch;

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

    /// <summary>The slopes that <see cref="Measure"/> found last, along the mean loss of the batch.</summary>
    public float[] Gradients => _parts[0].Gradients;

    /// <summary>Whether a batch of so many samples goes through the layers at once.</summary>
    public bool IsOneSlice(int samples) => _network.PartsOf(samples) == 1 && samples <= _network.Slice;

    /// <summary>Measures a batch and fills <see cref="Gradients"/>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="batch">The batch's samples, as their places in the data set.</param>
    public LossSum Measure(float[] parameters, ReadOnlyMemory<int> batch)
    {
        (_parameters, _batch) = (parameters, batch);
        var parts = _network.PartsOf(batch.Length);
        ForkJoin.Run(parts, _run);
        var sum = _parts[0].Sum;
        for (var part = 1; part < parts; part++)
        {
            VectorSums.AddScaled(_parts[part].Gradients, 1, Gradients);
            sum += _parts[part].Sum;
        }

        return sum;
    }

    /// <summary>Measures a batch of one slice and moves the parameters by W - α dW.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="batch">The batch's samples, as their places in the data set.</param>
    /// <param name="rate">α.</param>
    public LossSum Descend(float[] parameters, ReadOnlyMemory<int> batch, float rate)
    {
        var pass = _network.Take();
        var sum = MeasureSlice(pass, parameters, batch.Span, -rate / batch.Length, _parts[0].Random);
        pass.Descend(parameters, batch.Length);
        _network.Return(pass);
        return sum;
    }

    private void Run(int number)
    {
        var part = _parts[number];
        var samples = _batch.Span[_network.Part(number, _batch.Length)];
        var pass = _network.Take();
        part.Sum = new();
        Array.Clear(part.Gradients);
        for (var done = 0; done < samples.Length; done += _network.Slice)
        {
            var slice = samples.Slice(done, Math.Min(_network.Slice, samples.Length - done));
            part.Sum += MeasureSlice(pass, _parameters, slice, 1f / _batch.Length, part.Random);
            pass.Back(_parameters, part.Gradients, slice.Length);
        }

        _network.Return(pass);
    }

    private LossSum MeasureSlice(NetworkPass pass, float[] parameters, ReadOnlySpan<int> samples, float scale, RandomState? random)
    {
        PickedSamples.Copy(_X, samples, pass.Samples);
        PickedSamples.Copy(_Y, samples, pass.Targets);
        var outputs = pass.Targets.Length / _network.Slice;
        var A = pass.Forward(parameters, samples.Length, random).AsSpan(0, samples.Length * outputs);
        return _loss.Measure(A, pass.Targets.AsSpan(0, A.Length), outputs, scale, pass.Slopes);
    }

    private sealed class Part(float[] gradients, RandomState? random)
    {
        public float[] Gradients => gradients;

        public RandomState? Random => random;

        public LossSum Sum { get; set; }
    }
}
