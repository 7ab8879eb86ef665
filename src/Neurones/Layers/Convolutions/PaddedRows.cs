namespace Neurones;

/// <summary>Rows filled up with zeros to whole vectors, where they aren't.</summary>
internal sealed unsafe class PaddedRows
{
    private readonly Workspace<float> _room = new();

    /// <summary>The rows themselves, or a copy of them with gaps.</summary>
    public float* Of(float* rows, int count, int length, int padded)
    {
        if (length == padded)
        {
            return rows;
        }

        var to = _room.OfSize(count * padded);
        for (var row = 0; row < count; row++)
        {
            new ReadOnlySpan<float>(rows + row * length, length).CopyTo(new(to + row * padded, length));
            new Span<float>(to + row * padded + length, padded - length).Clear();
        }

        return to;
    }
}
