namespace Neurones.Kernel.Execution;

/// <summary>Memory put by, so that after a cell has used up all there is, another can still be compiled that lets go of some.</summary>
internal sealed class MemoryReserve
{
    private const int Bytes = 32 * 1024 * 1024;

    // Not cleared, and so never touched: it counts against the limit but takes no real memory.
    private byte[]? _reserve = GC.AllocateUninitializedArray<byte>(Bytes);

    /// <summary>Gives the reserve up after an OutOfMemoryException.</summary>
    public void Release()
    {
        _reserve = null;
        GC.Collect();
    }

    /// <summary>Puts memory by again, if there is enough.</summary>
    public void Refill()
    {
        try
        {
            _reserve ??= GC.AllocateUninitializedArray<byte>(Bytes);
        }
        catch (OutOfMemoryException)
        {
        }
    }
}
