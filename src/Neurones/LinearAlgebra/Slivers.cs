using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>
/// Numbers of A or B that a micro-kernel reads: "across" leads to the next row of A, or column of B; "along" to the next
/// term of the sums.
/// </summary>
internal readonly unsafe struct Sliver<T>(T* start, nint across, nint along)
    where T : unmanaged
{
    public readonly T* Start = start;
    public readonly nint Across = across;
    public readonly nint Along = along;

    public Sliver<T> Move(nint steps, nint terms) => new(Start + steps * Across + terms * Along, Across, Along);
}

/// <summary>
/// A, cut into slivers of some rows, or B, cut into slivers of some columns. A sliver is read where it lies, or is packed:
/// copied so that the micro-kernel reads it from one end to the other.
/// </summary>
/// <param name="whole">The rows of A, or the columns of B.</param>
/// <param name="count">How many there are.</param>
/// <param name="terms">How many terms the sums have.</param>
/// <param name="width">How many one sliver has.</param>
/// <param name="padding">The last sliver is filled up with zeros to a multiple of this.</param>
/// <param name="packed">Whether to pack all slivers, or only one that needs padding.</param>
/// <param name="buffer">Where to.</param>
internal readonly unsafe struct Slivers<T>(Sliver<T> whole, int count, int terms, int width, int padding, bool packed, T* buffer)
    where T : unmanaged
{
    public int Count => (count + width - 1) / width;

    /// <summary>Rows or columns of the sliver, without the padding.</summary>
    public int WidthOf(int index) => Math.Min(width, count - index * width);

    public bool IsPacked(int index) => packed || WidthOf(index) % padding != 0;

    /// <summary>The sliver, packed if it has to be.</summary>
    public Sliver<T> this[int index] => IsPacked(index)
        ? new(BufferOf(index), 1, PaddedWidthOf(index))
        : whole.Move(index * width, 0);

    /// <summary>Copies the sliver to its place in the buffer, unless it is read where it lies.</summary>
    public void Pack(int index)
    {
        if (IsPacked(index))
        {
            var sliver = whole.Move(index * width, 0);
            if (sliver.Across == 1)
            {
                Copy(sliver, WidthOf(index), PaddedWidthOf(index), BufferOf(index));
            }
            else
            {
                Transpose(sliver, WidthOf(index), PaddedWidthOf(index), BufferOf(index));
            }
        }
    }

    private int PaddedWidthOf(int index) => (WidthOf(index) + padding - 1) / padding * padding;

    private T* BufferOf(int index) => packed ? buffer + (nint)index * width * terms : buffer;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Copy(Sliver<T> from, int filled, int paddedWidth, T* to)
    {
        var source = from.Start;
        for (var p = 0; p < terms; p++)
        {
            new ReadOnlySpan<T>(source, filled).CopyTo(new Span<T>(to, filled));
            new Span<T>(to + filled, paddedWidth - filled).Clear();
            source += from.Along;
            to += paddedWidth;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Transpose(Sliver<T> from, int filled, int paddedWidth, T* to)
    {
        for (var i = 0; i < paddedWidth; i++)
        {
            var source = from.Start + i * from.Across;
            for (var p = 0; p < terms; p++)
            {
                to[i + p * paddedWidth] = i < filled ? source[p * from.Along] : default;
            }
        }
    }
}
