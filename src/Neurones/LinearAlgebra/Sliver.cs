namespace Neurones;

/// <summary>
/// Some rows of A or columns of B. A step across leads to the next of them; a step along, to the next term of the sums:
/// along a row of A, down a column of B.
/// </summary>
internal readonly unsafe struct Sliver<T>(T* start, nint across, nint along)
    where T : unmanaged
{
    public readonly T* Start = start;
    public readonly nint Across = across;
    public readonly nint Along = along;

    /// <summary>What follows so many rows or columns, and so many terms, further on.</summary>
    public Sliver<T> Skip(nint rowsOrColumns, nint terms) => new(Start + rowsOrColumns * Across + terms * Along, Across, Along);
}
