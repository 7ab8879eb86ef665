using System.Collections;
using System.Diagnostics.CodeAnalysis;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// Matrices by name, in order: the parameters of a model (W1, b1, W2, ...), their gradients (dW1, db1, ...) or the
/// activations of its layers (A1, A2, ...).
/// </summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The plural says it.")]
public sealed class NamedMatrices : IReadOnlyDictionary<string, Matrix<double>>
{
    private readonly OrderedDictionary<string, Matrix<double>> _matrices = new(StringComparer.Ordinal);

    /// <summary>Names the matrices, which are kept as they are, not copied.</summary>
    /// <param name="matrices">Names and matrices, such as <c>("W1", W1), ("b1", b1)</c>.</param>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    public NamedMatrices(params IEnumerable<(string Name, Matrix<double> Value)> matrices)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        foreach (var (name, value) in matrices)
        {
            ArgumentNullException.ThrowIfNull(value, name);
            Check.That(_matrices.TryAdd(name, value), $"The name {name} comes twice: give each matrix a name of its own.");
        }
    }

    /// <inheritdoc/>
    public int Count => _matrices.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _matrices.Keys;

    /// <inheritdoc/>
    public IEnumerable<Matrix<double>> Values => _matrices.Values;

    /// <summary>The matrix of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that there are.</exception>
    public Matrix<double> this[string key] => _matrices.TryGetValue(key, out var value)
        ? value
        : throw new KeyNotFoundException($"There is no {key} here, only {this}.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _matrices.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Matrix<double> value) => _matrices.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Matrix<double>>> GetEnumerator() => _matrices.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Names and shapes, such as "W1 32x2, b1 32x1".</summary>
    public override string ToString() => string.Join(", ", _matrices.Select(m => $"{m.Key} {Check.Shape(m.Value)}"));
}
