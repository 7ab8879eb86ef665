using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Benchmarks;

/// <summary>The product of two square matrices, of double or float.</summary>
internal sealed class MatrixProduct : Workload
{
    private readonly int _size;
    private readonly bool _single;

    public MatrixProduct(int size, bool single)
        : base(
            string.Create(CultureInfo.InvariantCulture, $"gemm-{size}-{(single ? "float" : "double")}"),
            single ? "product of floats" : "product",
            string.Create(CultureInfo.InvariantCulture, $"product of two {size} x {size} matrices of {(single ? "float" : "double")}"))
    {
        (_size, _single) = (size, single);
        Tolerance = single ? 1e-4 : 1e-9;
    }

    public override Work Work => new(2.0 * _size * _size * _size, Single: _single);

    public override NamedMatrices Numbers()
    {
        var random = new RandomState(0);
        return new(("A", random.Rand(_size, _size)), ("B", random.Rand(_size, _size)));
    }

    public override Computation Ours(NamedMatrices numbers)
    {
        var (A, B) = (numbers["A"], numbers["B"]);
        if (!_single)
        {
            return Computation.Of(() => A * B, C => Means(C.Transpose().AsColumnMajorArray()));
        }

        var (floatA, floatB) = (A.ToSingle(), B.ToSingle());
        return Computation.Of(() => floatA * floatB, C => Means([.. C.Transpose().AsColumnMajorArray().Select(c => (double)c)]));
    }

    // With our provider, a learner's product is ours.
    public override Computation? Natural(NamedMatrices numbers) => Side.HasManagedProvider ? Ours(numbers) : null;
}
