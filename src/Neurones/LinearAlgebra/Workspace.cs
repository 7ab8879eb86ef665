namespace Neurones;

/// <summary>Memory for packed numbers, kept from call to call; it starts where a line of the processor's cache does.</summary>
internal sealed unsafe class Workspace<T>
    where T : unmanaged
{
    private T[] _memory = [];

    /// <summary>Memory for that many numbers, of any value.</summary>
    public T* OfSize(int length)
    {
        length += Cache.Line / sizeof(T);
        if (_memory.Length < length)
        {
            _memory = GC.AllocateUninitializedArray<T>(length, pinned: true);
        }

        fixed (T* start = _memory)
        {
            return (T*)(((nint)start + Cache.Line - 1) & -Cache.Line);
        }
    }
}
