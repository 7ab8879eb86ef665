namespace Neurones;

/// <summary>
/// A few doubles computed side by side in one register of the processor. A formula written once for any width
/// gives each of its numbers the same bits in all of them.
/// </summary>
/// <typeparam name="V">The type itself: a thin wrapper that costs nothing once compiled.</typeparam>
internal interface ILanes<V>
    where V : struct, ILanes<V>
{
    /// <summary>How many doubles there are.</summary>
    static abstract int Count { get; }

    /// <summary>The same value in every lane.</summary>
    static abstract V All(double value);

    /// <summary>The doubles from source[start] on; the caller knows that there are enough.</summary>
    static abstract V Load(ref double source, nint start);

    /// <summary>Writes the doubles from destination[start] on; the caller knows that there is room.</summary>
    static abstract void Store(V value, ref double destination, nint start);

    static abstract V operator +(V x, V y);

    static abstract V operator -(V x, V y);

    static abstract V operator *(V x, V y);

    static abstract V operator /(V x, V y);

    /// <summary>x y + z, rounded once where the processor can.</summary>
    static abstract V MultiplyAdd(V x, V y, V z);

    static abstract V Abs(V x);

    /// <summary>The size of one with the sign of the other.</summary>
    static abstract V CopySign(V size, V sign);

    /// <summary>In each lane: then, where x &lt; y; otherwise where not, as when one of them is NaN.</summary>
    static abstract V WhereLess(V x, V y, V then, V otherwise);

    /// <summary>2 to the power k, for k from -1022 to 1023 given as k + 1.5 * 2^52, whose low bits are k.</summary>
    static abstract V PowerOfTwo(V shifted);

    /// <summary>The sum of all lanes.</summary>
    static abstract double Sum(V x);
}
