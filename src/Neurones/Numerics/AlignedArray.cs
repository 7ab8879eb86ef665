using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Neurones;

/// <summary>Zeros to begin with, from the start of a line of the cache on: a register loaded from there never spans two lines.</summary>
internal sealed class AlignedArray<T>
    where T : unmanaged
{
    private readonly T[] _array;
    private readonly int _start;
    private readonly int _length;

    public AlignedArray(int length)
    {
        _array = GC.AllocateArray<T>(checked(length + (Cache.Line / Unsafe.SizeOf<T>())), pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _start = (int)((Cache.Line - (address % Cache.Line)) % Cache.Line / Unsafe.SizeOf<T>());
        _length = length;
    }

    /// <summary>All of them.</summary>
    public Span<T> Span => _array.AsSpan(_start, _length);

    /// <summary>The first of them.</summary>
    public ref T First => ref MemoryMarshal.GetReference(Span);
}
