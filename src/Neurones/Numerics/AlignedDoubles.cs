using System.Runtime.InteropServices;

namespace Neurones;

/// <summary>Zeros to begin with, from a multiple of 64 bytes on: a register loaded from there never spans two lines of the cache.</summary>
internal sealed class AlignedDoubles
{
    private const int Line = 64;

    private readonly double[] _array;
    private readonly int _start;
    private readonly int _length;

    public AlignedDoubles(int length)
    {
        _array = GC.AllocateArray<double>(checked(length + (Line / sizeof(double))), pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _start = (int)((Line - (address % Line)) % Line / sizeof(double));
        _length = length;
    }

    /// <summary>All of them.</summary>
    public Span<double> Span => _array.AsSpan(_start, _length);

    /// <summary>The first of them.</summary>
    public ref double First => ref MemoryMarshal.GetReference(Span);
}
