using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>A column of the tile that a micro-kernel works on: some vectors, which the runtime keeps in registers.</summary>
internal unsafe interface IColumn<TColumn, T>
    where T : unmanaged
{
    /// <summary>How many numbers it has.</summary>
    static abstract int Length { get; }

    static abstract TColumn Load(T* source);

    /// <summary>Adds a times b.</summary>
    void Add(TColumn a, T b);

    /// <summary>c = alpha column, or c += alpha column.</summary>
    void Store(T alpha, T* c, bool add);

    /// <summary>c = column, or, rectified, zero in place of what is below it.</summary>
    void Store(T* c, bool rectified);
}

internal unsafe struct Column1<TVector, TWidth, T> : IColumn<Column1<TVector, TWidth, T>, T>
    where TWidth : struct, IVectorWidth<TVector, T>
    where T : unmanaged
{
    private TVector _v0;

    public static int Length => TWidth.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Column1<TVector, TWidth, T> Load(T* source) => new() { _v0 = TWidth.Load(source) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Column1<TVector, TWidth, T> a, T b) => _v0 = TWidth.MultiplyAdd(a._v0, TWidth.Broadcast(b), _v0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(T alpha, T* c, bool add) => TWidth.Update(c, _v0, TWidth.Broadcast(alpha), add);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(T* c, bool rectified)
    {
        TWidth.Store(rectified ? TWidth.ZeroNegatives(_v0) : _v0, c);
    }
}

internal unsafe struct Column2<TVector, TWidth, T> : IColumn<Column2<TVector, TWidth, T>, T>
    where TWidth : struct, IVectorWidth<TVector, T>
    where T : unmanaged
{
    private TVector _v0;
    private TVector _v1;

    public static int Length => 2 * TWidth.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Column2<TVector, TWidth, T> Load(T* source) =>
        new() { _v0 = TWidth.Load(source), _v1 = TWidth.Load(source + TWidth.Count) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Column2<TVector, TWidth, T> a, T b)
    {
        var factor = TWidth.Broadcast(b);
        _v0 = TWidth.MultiplyAdd(a._v0, factor, _v0);
        _v1 = TWidth.MultiplyAdd(a._v1, factor, _v1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(T alpha, T* c, bool add)
    {
        var factor = TWidth.Broadcast(alpha);
        TWidth.Update(c, _v0, factor, add);
        TWidth.Update(c + TWidth.Count, _v1, factor, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(T* c, bool rectified)
    {
        TWidth.Store(rectified ? TWidth.ZeroNegatives(_v0) : _v0, c);
        TWidth.Store(rectified ? TWidth.ZeroNegatives(_v1) : _v1, c + TWidth.Count);
    }
}

internal unsafe struct Column3<TVector, TWidth, T> : IColumn<Column3<TVector, TWidth, T>, T>
    where TWidth : struct, IVectorWidth<TVector, T>
    where T : unmanaged
{
    private TVector _v0;
    private TVector _v1;
    private TVector _v2;

    public static int Length => 3 * TWidth.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Column3<TVector, TWidth, T> Load(T* source) =>
        new() { _v0 = TWidth.Load(source), _v1 = TWidth.Load(source + TWidth.Count), _v2 = TWidth.Load(source + 2 * TWidth.Count) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Column3<TVector, TWidth, T> a, T b)
    {
        var factor = TWidth.Broadcast(b);
        _v0 = TWidth.MultiplyAdd(a._v0, factor, _v0);
        _v1 = TWidth.MultiplyAdd(a._v1, factor, _v1);
        _v2 = TWidth.MultiplyAdd(a._v2, factor, _v2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(T alpha, T* c, bool add)
    {
        var factor = TWidth.Broadcast(alpha);
        TWidth.Update(c, _v0, factor, add);
        TWidth.Update(c + TWidth.Count, _v1, factor, add);
        TWidth.Update(c + 2 * TWidth.Count, _v2, factor, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(T* c, bool rectified)
    {
        TWidth.Store(rectified ? TWidth.ZeroNegatives(_v0) : _v0, c);
        TWidth.Store(rectified ? TWidth.ZeroNegatives(_v1) : _v1, c + TWidth.Count);
        TWidth.Store(rectified ? TWidth.ZeroNegatives(_v2) : _v2, c + 2 * TWidth.Count);
    }
}

internal unsafe struct Column4<TVector, TWidth, T> : IColumn<Column4<TVector, TWidth, T>, T>
    where TWidth : struct, IVectorWidth<TVector, T>
    where T : unmanaged
{
    private TVector _v0;
    private TVector _v1;
    private TVector _v2;
    private TVector _v3;

    public static int Length => 4 * TWidth.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Column4<TVector, TWidth, T> Load(T* source) =>
        new()
        {
            _v0 = TWidth.Load(source),
            _v1 = TWidth.Load(source + TWidth.Count),
            _v2 = TWidth.Load(source + 2 * TWidth.Count),
            _v3 = TWidth.Load(source + 3 * TWidth.Count),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Column4<TVector, TWidth, T> a, T b)
    {
        var factor = TWidth.Broadcast(b);
        _v0 = TWidth.MultiplyAdd(a._v0, factor, _v0);
        _v1 = TWidth.MultiplyAdd(a._v1, factor, _v1);
        _v2 = TWidth.MultiplyAdd(a._v2, factor, _v2);
        _v3 = TWidth.MultiplyAdd(a._v3, factor, _v3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(T alpha, T* c, bool add)
    {
        var factor = TWidth.Broadcast(alpha);
        TWidth.Update(c, _v0, factor, add);
        TWidth.Update(c + TWidth.Count, _v1, factor, add);
        TWidth.Update(c + 2 * TWidth.Count, _v2, factor, add);
        TWidth.Update(c + 3 * TWidth.Count, _v3, factor, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(T* c, bool rectified)
    {
        TWidth.Store(rectified ? TWidth.ZeroNegatives(_v0) : _v0, c);
        TWidth.Store(rectified ? TWidth.ZeroNegatives(_v1) : _v1, c + TWidth.Count);
        TWidth.Store(rectified ? TWidth.ZeroNegatives(_v2) : _v2, c + 2 * TWidth.Count);
        TWidth.Store(rectified ? TWidth.ZeroNegatives(_v3) : _v3, c + 3 * TWidth.Count);
    }
}
