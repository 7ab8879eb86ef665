using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// NumPy's <c>numpy.random.RandomState(seed)</c>: the same seed and the same calls give the same numbers as in Python.
/// Matrices are drawn row by row, as NumPy fills them.
/// </summary>
/// <remarks>
/// Uniform numbers agree to the last bit; normal ones go through the system's logarithm, whose last bit may differ.
/// Not safe for use by several threads at once.
/// </remarks>
/// <param name="seed">From 0 to 2^32 - 1.</param>
public sealed class RandomState(uint seed)
{
    private readonly MersenneTwister _generator = new(seed);
    private double? _nextNormal;

    /// <summary>A number drawn uniformly from [0, 1).</summary>
    public double Rand() => _generator.NextDouble();

    /// <summary>A (rows, columns) matrix drawn uniformly from [0, 1).</summary>
    public Matrix<double> Rand(int rows, int columns) => Draw(rows, columns, Rand);

    /// <summary>A number from the standard normal distribution: mean 0, standard deviation 1.</summary>
    /// <remarks>Marsaglia's polar method makes two at a time; the second waits for the next call.</remarks>
    public double Randn()
    {
        if (_nextNormal is { } waiting)
        {
            _nextNormal = null;
            return waiting;
        }

        double x, y, radius;
        do
        {
            x = (2 * Rand()) - 1;
            y = (2 * Rand()) - 1;
            radius = (x * x) + (y * y);
        }
        while (radius is >= 1 or 0);

        var factor = Math.Sqrt(-2 * Math.Log(radius) / radius);
        _nextNormal = factor * x;
        return factor * y;
    }

    /// <summary>A (rows, columns) matrix from the standard normal distribution.</summary>
    public Matrix<double> Randn(int rows, int columns) => Draw(rows, columns, Randn);

    /// <summary>A number drawn uniformly from [low, high).</summary>
    public double Uniform(double low, double high) => low + ((high - low) * Rand());

    /// <summary>A (rows, columns) matrix drawn uniformly from [low, high).</summary>
    public Matrix<double> Uniform(double low, double high, int rows, int columns) =>
        Draw(rows, columns, () => Uniform(low, high));

    /// <summary>A number from the normal distribution of this mean and standard deviation.</summary>
    /// <exception cref="ArgumentException"><paramref name="deviation"/> is negative or NaN.</exception>
    public double Normal(double mean, double deviation)
    {
        Check.That(deviation >= 0, $"deviation is {deviation}: a standard deviation is 0 or more.");
        return mean + (deviation * Randn());
    }

    /// <summary>A (rows, columns) matrix from the normal distribution of this mean and standard deviation.</summary>
    /// <exception cref="ArgumentException"><paramref name="deviation"/> is negative or NaN.</exception>
    public Matrix<double> Normal(double mean, double deviation, int rows, int columns) =>
        Draw(rows, columns, () => Normal(mean, deviation));

    /// <summary>A whole number drawn uniformly from low to high - 1.</summary>
    /// <exception cref="ArgumentException"><paramref name="high"/> isn't more than <paramref name="low"/>.</exception>
    public int RandInt(int low, int high)
    {
        Check.That(low < high, $"low is {low} and high is {high}: high must be more than low, since it is never drawn itself.");
        return (int)(low + _generator.NextUpTo((uint)((long)high - low - 1)));
    }

    /// <summary><paramref name="count"/> whole numbers drawn uniformly from low to high - 1.</summary>
    /// <exception cref="ArgumentException"><paramref name="high"/> isn't more than <paramref name="low"/>, or <paramref name="count"/> is negative.</exception>
    public int[] RandInt(int low, int high, int count)
    {
        Check.That(count >= 0, $"count is {count}: ask for 0 numbers or more.");
        var numbers = new int[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = RandInt(low, high);
        }

        return numbers;
    }

    /// <summary>Puts the items into a random order, in place.</summary>
    public void Shuffle<T>(IList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        T[] before = [.. items];
        var order = Permutation(items.Count);
        for (var i = 0; i < order.Length; i++)
        {
            items[i] = before[order[i]];
        }
    }

    /// <summary>The numbers 0 to n - 1 in a random order.</summary>
    /// <exception cref="ArgumentException"><paramref name="n"/> is negative.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int[] Permutation(int n)
    {
        Check.That(n >= 0, $"n is {n}: a permutation has 0 items or more.");
        int[] numbers = [.. Enumerable.Range(0, n)];
        for (var i = n - 1; i > 0; i--)
        {
            var j = (int)_generator.NextUpTo((uint)i);
            (numbers[i], numbers[j]) = (numbers[j], numbers[i]);
        }

        return numbers;
    }

    private static Matrix<double> Draw(int rows, int columns, Func<double> draw)
    {
        Check.That(rows > 0 && columns > 0, $"A matrix of {rows} rows and {columns} columns was asked for: both must be 1 or more.");
        Check.Size(rows, columns, "The matrix");
        var matrix = Matrix<double>.Build.Dense(rows, columns);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                matrix[i, j] = draw();
            }
        }

        return matrix;
    }
}
