using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Neurones;

/// <summary>What a kernel needs of the processor's vectors, so that one source serves each width: TVector holds Count numbers T.</summary>
internal unsafe interface IVectorWidth<TVector, T>
    where T : unmanaged
{
    static abstract int Count { get; }

    /// <summary>Columns of the widest tile whose sums, 3 vectors a column, fit the processor's registers.</summary>
    static abstract int TileColumns { get; }

    static abstract TVector Load(T* source);

    static abstract void Store(TVector vector, T* target);

    /// <summary>The value in each place.</summary>
    static abstract TVector Broadcast(T value);

    /// <summary>left right + sum, in one instruction where the processor has it.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector sum);

    /// <summary>target = sum factor, or target += sum factor; in the first case, what target holds is not read: it may be NaN.</summary>
    static abstract void Update(T* target, TVector sum, TVector factor, bool add);

    /// <summary>The sum of the vector's numbers.</summary>
    static abstract T Sum(TVector vector);

    /// <summary>Zero in place of what is below it; NaN stays.</summary>
    static abstract TVector ZeroNegatives(TVector vector);
}

/// <summary>AVX-512.</summary>
internal readonly unsafe struct Width512<T> : IVectorWidth<Vector512<T>, T>
    where T : unmanaged
{
    public static int Count => Vector512<T>.Count;

    public static int TileColumns => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load(T* source) => Vector512.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<T> vector, T* target) => vector.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Broadcast(T value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MultiplyAdd(Vector512<T> left, Vector512<T> right, Vector512<T> sum) => typeof(T) == typeof(double)
        ? Vector512.MultiplyAddEstimate(left.AsDouble(), right.AsDouble(), sum.AsDouble()).As<double, T>()
        : Vector512.MultiplyAddEstimate(left.AsSingle(), right.AsSingle(), sum.AsSingle()).As<float, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Update(T* target, Vector512<T> sum, Vector512<T> factor, bool add) =>
        MultiplyAdd(sum, factor, add ? Vector512.Load(target) : default).Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Vector512<T> vector) => Vector512.Sum(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ZeroNegatives(Vector512<T> vector) =>
        Vector512.ConditionalSelect(Vector512.LessThan(vector, Vector512<T>.Zero), Vector512<T>.Zero, vector);
}

/// <summary>AVX2.</summary>
internal readonly unsafe struct Width256<T> : IVectorWidth<Vector256<T>, T>
    where T : unmanaged
{
    public static int Count => Vector256<T>.Count;

    public static int TileColumns => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load(T* source) => Vector256.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<T> vector, T* target) => vector.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Broadcast(T value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MultiplyAdd(Vector256<T> left, Vector256<T> right, Vector256<T> sum) => typeof(T) == typeof(double)
        ? Vector256.MultiplyAddEstimate(left.AsDouble(), right.AsDouble(), sum.AsDouble()).As<double, T>()
        : Vector256.MultiplyAddEstimate(left.AsSingle(), right.AsSingle(), sum.AsSingle()).As<float, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Update(T* target, Vector256<T> sum, Vector256<T> factor, bool add) =>
        MultiplyAdd(sum, factor, add ? Vector256.Load(target) : default).Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Vector256<T> vector) => Vector256.Sum(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ZeroNegatives(Vector256<T> vector) =>
        Vector256.ConditionalSelect(Vector256.LessThan(vector, Vector256<T>.Zero), Vector256<T>.Zero, vector);
}

/// <summary>Any other processor: ARM's, an old one, or none of these instructions at all.</summary>
internal readonly unsafe struct Width128<T> : IVectorWidth<Vector128<T>, T>
    where T : unmanaged
{
    public static int Count => Vector128<T>.Count;

    public static int TileColumns => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load(T* source) => Vector128.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<T> vector, T* target) => vector.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Broadcast(T value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MultiplyAdd(Vector128<T> left, Vector128<T> right, Vector128<T> sum) => typeof(T) == typeof(double)
        ? Vector128.MultiplyAddEstimate(left.AsDouble(), right.AsDouble(), sum.AsDouble()).As<double, T>()
        : Vector128.MultiplyAddEstimate(left.AsSingle(), right.AsSingle(), sum.AsSingle()).As<float, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Update(T* target, Vector128<T> sum, Vector128<T> factor, bool add) =>
        MultiplyAdd(sum, factor, add ? Vector128.Load(target) : default).Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Vector128<T> vector) => Vector128.Sum(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ZeroNegatives(Vector128<T> vector) =>
        Vector128.ConditionalSelect(Vector128.LessThan(vector, Vector128<T>.Zero), Vector128<T>.Zero, vector);
}
