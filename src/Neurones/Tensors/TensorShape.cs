using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Neurones;

/// <summary>The shape of a tensor, such as <c>[28, 28, 1]</c>: how long each of its axes is.</summary>
[CollectionBuilder(typeof(TensorShape), nameof(Of))]
[JsonConverter(typeof(TensorShapeConverter))]
public sealed class TensorShape : IReadOnlyList<int>, IEquatable<TensorShape>
{
    private readonly int[] _lengths;

    private TensorShape(int[] lengths)
    {
        _lengths = lengths;
        Size = lengths.Aggregate(1, (size, length) => checked(size * length));
    }

    /// <summary>The shape of these lengths; none is the shape of a single number.</summary>
    /// <param name="lengths">The length of each axis, 1 or more.</param>
    /// <exception cref="ArgumentException">A length is less than 1, or a tensor would have more numbers than an array can.</exception>
    public static TensorShape Of(params ReadOnlySpan<int> lengths)
    {
        var size = 1L;
        foreach (var length in lengths)
        {
            Check.That(length > 0, $"A tensor can't have the shape {Text(lengths)}: each axis has a length of 1 or more.");
            size *= length;
            Check.That(size <= Array.MaxLength, $"A tensor can't have the shape {Text(lengths)}: an array has at most {Array.MaxLength} numbers; choose smaller lengths, or fewer samples at a time.");
        }

        return new TensorShape(lengths.ToArray());
    }

    /// <summary>How many numbers a tensor of this shape has: the product of the lengths.</summary>
    public int Size { get; }

    /// <summary>How many axes there are.</summary>
    public int Count => _lengths.Length;

    /// <inheritdoc/>
    public int this[int index] => _lengths[index];

    /// <summary>The shape of so many tensors of this shape: [28, 28, 1] becomes [m, 28, 28, 1].</summary>
    internal TensorShape Batch(int samples) => Of([samples, .. _lengths]);

    /// <summary>The shape of one of a batch: [m, 28, 28, 1] becomes [28, 28, 1].</summary>
    internal TensorShape Sample => new(_lengths[1..]);

    /// <inheritdoc/>
    public bool Equals(TensorShape? other) => other is not null && _lengths.AsSpan().SequenceEqual(other._lengths);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TensorShape);

    /// <inheritdoc/>
    public override int GetHashCode() => _lengths.Aggregate(Count, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => _lengths.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Such as "28x28x1".</summary>
    public override string ToString() => Text(_lengths);

    private static string Text(ReadOnlySpan<int> lengths) => lengths.Length == 0 ? "one number" : string.Join('x', lengths.ToArray());
}
