namespace Neurones;

/// <summary>Some columns of a layer's dW.</summary>
/// <param name="Layer">The layer, counted from 1.</param>
/// <param name="Range">Which columns.</param>
internal readonly record struct WeightColumns(int Layer, Range Range);

/// <summary>How the work of one iteration is cut, by the data alone: into blocks of samples, and columns of the dW.</summary>
internal sealed class NetworkShares
{
    private const int LargestBlock = 128;
    private const int SharedBlocks = 8;
    private const long Share = 1 << 20; // Multiplications; with fewer, handing them to another thread costs more than it saves.

    private readonly bool _shared;

    public NetworkShares(LayerStack layers, int samples)
    {
        var weights = Enumerable.Range(1, layers.Depth).Sum(l => (long)layers[l].Inputs * layers[l].Outputs);
        _shared = weights * samples >= 2 * Share;
        var blocks = Math.Max(_shared ? SharedBlocks : 1, (samples + LargestBlock - 1) / LargestBlock);
        Blocks = [.. Parts(samples, blocks)];
        Columns = [.. Enumerable.Range(1, layers.Depth).SelectMany(l =>
            Parts(layers[l].Inputs, (long)layers[l].Inputs * layers[l].Outputs * samples / Share + 1).Select(part => new WeightColumns(l, part)))];
    }

    /// <summary>The blocks of samples.</summary>
    public IReadOnlyList<Range> Blocks { get; }

    /// <summary>All columns of all layers.</summary>
    public IReadOnlyList<WeightColumns> Columns { get; }

    /// <summary>Runs parts, by several threads when there is enough to do.</summary>
    public void Run(int parts, Action<int> run)
    {
        if (_shared)
        {
            ForkJoin.Run(parts, run);
            return;
        }

        for (var part = 0; part < parts; part++)
        {
            run(part);
        }
    }

    private static IEnumerable<Range> Parts(int length, long parts)
    {
        // Gemm multiplies whole tiles of so many columns fastest.
        const int Tile = 8;
        var size = (int)((length + parts - 1) / parts);
        size = (size + Tile - 1) / Tile * Tile;
        for (var start = 0; start < length; start += size)
        {
            yield return start..Math.Min(start + size, length);
        }
    }
}
