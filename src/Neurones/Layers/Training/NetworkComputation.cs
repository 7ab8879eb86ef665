namespace Neurones;

/// <summary>The layers of a network and how its work is cut: a batch into parts for threads to share, a part into slices that fit the cache.</summary>
/// <remarks>The cut depends on the batch alone, never on the machine, so that the same seed gives the same numbers with any number of threads.</remarks>
internal sealed class NetworkComputation
{
    private const int MostParts = 8;
    private const long LeastPart = 100_000; // Multiplications; with fewer, handing them to another thread costs more than it saves.
    private const int SliceLength = 1 << 19; // Numbers that the stages write: enough samples to share the reading of a dense layer's weights, few enough for the third cache.
    private const int LargestSlice = 64;

    private readonly TensorShape _input;
    private readonly TensorShape _output;
    private readonly IReadOnlyList<Stage> _stages;
    private readonly long _work;
    private readonly List<(int Thread, NetworkPass Pass)> _free = [];

    public NetworkComputation(TensorShape input, IReadOnlyList<PlacedLayer> layers)
    {
        (_input, _stages) = (input, Stage.Of(layers));
        _output = layers.Count > 0 ? layers[^1].Output : input;
        _work = layers.Sum(layer => layer.Layer.WorkFor(layer.Input));
        var numbers = input.Size + _stages.Sum(stage => (long)stage.Written);
        Slice = (int)Math.Clamp(SliceLength / numbers, 1, LargestSlice);
    }

    /// <summary>The most samples that go through the layers at a time.</summary>
    public int Slice { get; }

    /// <summary>The layer, if it is the only one that computes anything; otherwise null.</summary>
    public PlacedLayer? OnlyLayer => _stages.Where(stage => stage.Written > 0).ToArray() is [{ Layers: [var layer] }] ? layer : null;

    /// <summary>Into how many parts a batch is cut.</summary>
    public int PartsOf(int samples) => (int)Math.Clamp(_work * samples / LeastPart, 1, Math.Min(MostParts, samples));

    /// <summary>The samples of one part.</summary>
    public Range Part(int part, int samples)
    {
        var parts = PartsOf(samples);
        return (int)((long)samples * part / parts)..(int)((long)samples * (part + 1) / parts);
    }

    /// <summary>A pass for this thread to use and to <see cref="Return"/>: its last one if it can be, whose numbers may still be in its processor's cache.</summary>
    public NetworkPass Take()
    {
        lock (_free)
        {
            if (_free.Count > 0)
            {
                var place = Math.Max(0, _free.FindLastIndex(free => free.Thread == Environment.CurrentManagedThreadId));
                var pass = _free[place].Pass;
                _free.RemoveAt(place);
                return pass;
            }
        }

        return new NetworkPass(_input, _output, _stages, Slice);
    }

    public void Return(NetworkPass pass)
    {
        lock (_free)
        {
            _free.Add((Environment.CurrentManagedThreadId, pass));
        }
    }
}
