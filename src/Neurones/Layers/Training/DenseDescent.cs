using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>
/// Plain gradient descent of a network that is one dense layer of few outputs, such as softmax regression, by two threads: each
/// has half of the inputs and their weights, so that hardly anything passes from one to the other. The samples are read where they
/// lie, and needn't be looked through before: an infinite number or NaN shows in the sample's logits, before the step of its batch.
/// </summary>
internal sealed class DenseDescent : IBatchSteps
{
    private readonly PlacedLayer _layer;
    private readonly Loss _loss;
    private readonly Tensor _X;
    private readonly Tensor _Y;
    private readonly int _batchSize;
    private readonly float _rate;
    private readonly InputHalf[] _halves;
    private readonly Action<int> _goOn;
    private readonly float[] _b;
    private readonly float[] _targets;
    private readonly float[] _dZ;
    private ReadOnlyMemory<int> _batch;
    private ReadOnlyMemory<int> _next;
    private ReadOnlyMemory<int> _afterNext;

    private DenseDescent(PlacedLayer layer, Loss loss, Tensor X, Tensor Y, int batchSize, float rate)
    {
        const int TwoVectors = 32; // Of the widest: as many inputs as the gradients take at a time, on every machine.
        (_layer, _loss, _X, _Y, _batchSize, _rate) = (layer, loss, X, Y, batchSize, rate);
        var middle = Inputs / 2 / TwoVectors * TwoVectors;
        _halves = [new(0, middle, Outputs, batchSize), new(middle, Inputs, Outputs, batchSize)];
        _goOn = GoOn;
        (_b, _targets, _dZ) = (new float[Outputs], new float[batchSize * Outputs], new float[batchSize * Outputs]);
    }

    /// <summary>The descent of a network, if it is such a one and its batches are worth sharing and fit the cache; otherwise null.</summary>
    public static DenseDescent? Of(NetworkComputation network, Loss loss, Tensor X, Tensor Y, int batchSize, float rate) =>
        network.OnlyLayer is { Layer: Dense, Output.Size: <= NarrowDense.MostOutputs } layer && network.PartsOf(batchSize) > 1 && batchSize <= network.Slice
            ? new DenseDescent(layer, loss, X, Y, batchSize, rate)
            : null;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A number of a sample is infinite or NaN.</exception>
    public IEnumerable<LossSum> Epoch(float[] parameters, ReadOnlyMemory<int> order)
    {
        Load(parameters);
        (_next, _afterNext) = (BatchAt(order, 0), BatchAt(order, _batchSize));
        ForkJoin.Run(_halves.Length, half => FindLogits(_halves[half]));
        try
        {
            for (var start = 0; start < order.Length; start += _batchSize)
            {
                (_batch, _next, _afterNext) = (_next, _afterNext, BatchAt(order, start + (2 * _batchSize)));
                yield return Step();
            }
        }
        finally
        {
            Save(parameters);
        }
    }

    private int Inputs => _layer.Input.Size;

    private int Outputs => _layer.Output.Size;

    private ReadOnlyMemory<int> BatchAt(ReadOnlyMemory<int> order, int start) =>
        start < order.Length ? order.Slice(start, Math.Min(_batchSize, order.Length - start)) : default;

    /// <summary>Measures the batch and takes its step.</summary>
    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private LossSum Step()
    {
        var length = _batch.Length * Outputs;
        var Z = _halves[0].Z[..length];
        VectorSums.AddScaled(_halves[1].Z[..length], 1, Z);
        for (var i = 0; i < length; i += Outputs)
        {
            VectorSums.AddScaled(_b, 1, Z.Slice(i, Outputs));
        }

        if (!VectorSums.AreFinite(Z))
        {
            _X.CheckFinite("X"); // Or else the training diverges, as its loss will show.
        }

        PickedSamples.Copy(_Y, _batch.Span, _targets);
        PickedSamples.AskFor(_Y, _next.Span);
        var sum = _loss.Measure(Z, _targets.AsSpan(0, length), Outputs, -_rate / _batch.Length, _dZ);
        for (var i = 0; i < length; i += Outputs)
        {
            VectorSums.AddScaled(_dZ.AsSpan(i, Outputs), 1, _b);
        }

        ForkJoin.Run(_halves.Length, _goOn);
        return sum;
    }

    /// <summary>The step of the batch and then the logits of the next one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GoOn(int place)
    {
        var half = _halves[place];
        NarrowDense.AddWeightGradients(Picked(half, _batch), Outputs, _dZ, half.W);
        FindLogits(half);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindLogits(InputHalf half) => NarrowDense.Forward(Picked(half, _next), Outputs, half.W, half.NoBias, half.Z);

    private PickedInputs Picked(InputHalf half, ReadOnlyMemory<int> samples) =>
        new(_X.Array, Inputs, samples.Span) { Start = half.Start, Count = half.Count, Next = _afterNext.Span };

    private void Load(ReadOnlySpan<float> parameters)
    {
        foreach (var half in _halves)
        {
            for (var c = 0; c < Outputs; c++)
            {
                parameters.Slice((c * Inputs) + half.Start, half.Count).CopyTo(half.WeightsOf(c));
            }
        }

        parameters[^Outputs..].CopyTo(_b);
    }

    private void Save(Span<float> parameters)
    {
        foreach (var half in _halves)
        {
            for (var c = 0; c < Outputs; c++)
            {
                half.WeightsOf(c).CopyTo(parameters[((c * Inputs) + half.Start)..]);
            }
        }

        _b.CopyTo(parameters[^Outputs..]);
    }
}
