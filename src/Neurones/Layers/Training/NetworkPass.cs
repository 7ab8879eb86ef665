namespace Neurones;

/// <summary>The layers of a network at work on a slice of samples: few enough that their answers stay in the processor's cache from one layer to the next.</summary>
internal sealed class NetworkPass
{
    private readonly IReadOnlyList<Stage> _stages;
    private readonly LayerPass[] _passes;
    private readonly int _firstThatLearns;

    /// <summary>Makes room for up to so many samples of that shape.</summary>
    public NetworkPass(TensorShape input, TensorShape output, IReadOnlyList<Stage> stages, int samples)
    {
        _stages = stages;
        Samples = new float[samples * input.Size];
        Targets = new float[samples * output.Size];
        Slopes = new float[samples * output.Size];
        _passes = new LayerPass[stages.Count];
        var inPlace = true;
        for (var l = 0; l < stages.Count; l++)
        {
            _passes[l] = stages[l].Pass(samples, inPlace);
            inPlace = _passes[l] is ReshapePass or DropoutPass ? inPlace : !_passes[l].KeepsAnswers; // They may hand on what they were given.
        }

        _firstThatLearns = stages.TakeWhile(stage => !stage.Learns).Count();
    }

    /// <summary>Room for the samples, one after the other; <see cref="Forward"/> may overwrite it.</summary>
    public float[] Samples { get; }

    /// <summary>Room for the answers wanted.</summary>
    public float[] Targets { get; }

    /// <summary>Room for the slopes of the loss along the answers.</summary>
    public float[] Slopes { get; }

    /// <summary>The answers of the last layer to the samples.</summary>
    public float[] Forward(ReadOnlySpan<float> parameters, int samples, RandomState? random)
    {
        var A = Samples;
        for (var l = 0; l < _passes.Length; l++)
        {
            A = _passes[l].Forward(parameters[_stages[l].Parameters], A, samples, random);
        }

        return A;
    }

    /// <summary>Adds the slopes of the loss along the parameters, from those in <see cref="Slopes"/>.</summary>
    public void Back(ReadOnlySpan<float> parameters, Span<float> gradients, int samples)
    {
        var dA = Slopes;
        for (var l = _passes.Length - 1; l >= _firstThatLearns; l--)
        {
            var range = _stages[l].Parameters;
            dA = _passes[l].Back(parameters[range], dA, gradients[range], samples, first: l == _firstThatLearns);
        }
    }

    /// <summary>Adds the slopes, those in <see cref="Slopes"/> being those of the loss times -α, to the parameters themselves.</summary>
    public void Descend(Span<float> parameters, int samples)
    {
        var dA = Slopes;
        for (var l = _passes.Length - 1; l >= _firstThatLearns; l--)
        {
            dA = _passes[l].Descend(parameters[_stages[l].Parameters], dA, samples, first: l == _firstThatLearns);
        }
    }
}
