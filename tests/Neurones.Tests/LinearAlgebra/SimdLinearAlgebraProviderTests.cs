using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Neurones.Tests;

public abstract class SimdLinearAlgebraProviderTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly ILinearAlgebraProvider<T> Simd = Of(new SimdLinearAlgebraProvider());
    private static readonly ILinearAlgebraProvider<T> Managed = Of(ManagedLinearAlgebraProvider.Instance);
    private static readonly double Tolerance = typeof(T) == typeof(float) ? 1e-3 : 1e-12;

    [Theory]
    [MemberData(nameof(Lengths.UpTo1000), MemberType = typeof(Lengths))]
    public void Arrays_give_what_they_give_with_the_managed_provider(int length)
    {
        var (x, y) = (Numbers(length, 1), Numbers(length, 2));
        Same((provider, result) => provider.AddArrays(x, y, result));
        Same((provider, result) => provider.SubtractArrays(x, y, result));
        Same((provider, result) => provider.PointWiseMultiplyArrays(x, y, result));
        Same((provider, result) => provider.PointWiseDivideArrays(x, y, result));
        Same((provider, result) => provider.PointWisePowerArrays(x, y, result));
        foreach (var factor in new[] { T.Zero, T.One, T.NegativeOne, T.Pi })
        {
            Same((provider, result) => provider.ScaleArray(factor, x, result));
            Same((provider, result) => provider.AddVectorToScaledVector(y, factor, x, result));
        }

        Near.Equal(double.CreateChecked(Managed.DotProduct(x, y)), double.CreateChecked(Simd.DotProduct(x, y)), Tolerance);

        void Same(Action<ILinearAlgebraProvider<T>, T[]> operation)
        {
            var (expected, actual) = (new T[length], new T[length]);
            operation(Managed, expected);
            operation(Simd, actual);
            EqualNumbers(expected, actual);
        }
    }

    [Fact]
    public void Values_that_are_no_numbers_go_where_the_managed_provider_lets_them_go()
    {
        T[] x = [T.NaN, T.PositiveInfinity, T.NegativeInfinity, T.Zero, T.One, T.NegativeZero, T.One, T.NaN, T.One];
        T[] y = [T.One, T.NegativeInfinity, T.Zero, T.Zero, T.PositiveInfinity, T.One, T.NaN, T.NaN, T.One];
        foreach (var operation in new Action<ILinearAlgebraProvider<T>, T[]>[]
        {
            (provider, result) => provider.AddArrays(x, y, result),
            (provider, result) => provider.PointWiseMultiplyArrays(x, y, result),
            (provider, result) => provider.PointWiseDivideArrays(x, y, result),
            (provider, result) => provider.ScaleArray(T.Zero, x, result),
            (provider, result) => provider.AddVectorToScaledVector(y, T.Zero, x, result),
            (provider, result) => provider.MatrixMultiply(x, 3, 3, y, 3, 3, result),
        })
        {
            var (expected, actual) = (new T[9], new T[9]);
            operation(Managed, expected);
            operation(Simd, actual);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void Results_may_be_written_over_the_arguments()
    {
        var (x, y) = (Numbers(37, 1), Numbers(37, 2));
        var sum = x.Zip(y, (a, b) => a + b).ToArray();
        Simd.AddArrays(x, y, x);
        Assert.Equal(sum, x);
    }

    [Fact]
    public void Products_of_any_shape_are_those_of_the_managed_provider() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(bool, bool, (byte M, byte N, byte K), (sbyte Alpha, sbyte Beta))>(), input =>
        {
            var (transposeA, transposeB, shape, (alpha, beta)) = input;
            var (m, n, k) = (shape.M % 70 + 1, shape.N % 70 + 1, shape.K % 70 + 1);
            var (a, b) = (Numbers(m * k, 1), Numbers(k * n, 2));
            var (expected, actual) = (Numbers(m * n, 3), Numbers(m * n, 3));
            Update(Managed, expected);
            Update(Simd, actual);
            EqualNumbers(expected, actual);

            Managed.MatrixMultiply(a, m, k, b, k, n, expected);
            Simd.MatrixMultiply(a, m, k, b, k, n, actual);
            EqualNumbers(expected, actual);

            void Update(ILinearAlgebraProvider<T> provider, T[] c) => provider.MatrixMultiplyWithUpdate(
                transposeA ? Transpose.Transpose : Transpose.DontTranspose, transposeB ? Transpose.Transpose : Transpose.DontTranspose,
                T.CreateChecked(alpha / 16.0), a, transposeA ? k : m, transposeA ? m : k,
                b, transposeB ? n : k, transposeB ? k : n, T.CreateChecked(beta / 16.0), c);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Arguments_that_do_not_fit_get_the_managed_provider_s_errors()
    {
        var (two, three) = (new T[2], new T[3]);
        foreach (var operation in new Action<ILinearAlgebraProvider<T>>[]
        {
            provider => provider.AddArrays(two, three, three),
            provider => provider.SubtractArrays(two, two, three),
            provider => provider.PointWiseMultiplyArrays(null, two, two),
            provider => provider.PointWiseDivideArrays(two, three, two),
            provider => provider.DotProduct(two, three),
            provider => provider.DotProduct(null, three),
            provider => provider.AddVectorToScaledVector(two, T.One, three, two),
            provider => provider.MatrixMultiply(two, 1, 2, three, 3, 1, new T[1]),
            provider => provider.MatrixMultiply(two, 1, 2, two, 2, 1, three),
            provider => provider.MatrixMultiply(null, 1, 2, two, 2, 1, three),
        })
        {
            Assert.Equal(Record.Exception(() => operation(Managed))!.ToString().Split('\n')[0], Record.Exception(() => operation(Simd))!.ToString().Split('\n')[0]);
        }
    }

    private static ILinearAlgebraProvider<T> Of(object provider) => (ILinearAlgebraProvider<T>)provider;

    private static T[] Numbers(int count, uint seed) =>
        count == 0 ? [] : [.. new RandomState(seed).Randn(count, 1).Enumerate().Select(T.CreateChecked)];

    private static void EqualNumbers(T[] expected, T[] actual) =>
        Assert.All(expected.Zip(actual), pair =>
        {
            if (!T.IsNaN(pair.First) || !T.IsNaN(pair.Second))
            {
                Near.Equal(double.CreateChecked(pair.First), double.CreateChecked(pair.Second), Tolerance);
            }
        });
}

public sealed class SimdLinearAlgebraProviderDoubleTests : SimdLinearAlgebraProviderTests<double>
{
    [Fact]
    public void It_is_there_once_the_library_is_loaded()
    {
        Assert.Equal(1, Datasets.MakeBlobs(1, 1, 1, 1, 0).X.RowCount);
        Assert.Equal("Neurones (SIMD)", LinearAlgebraControl.Provider.ToString());
    }

    [Fact]
    public void Matrices_of_MathNet_multiply_and_are_solved_as_ever()
    {
        var random = new RandomState(1);
        var (A, b) = (random.Randn(20, 20), random.Randn(20, 1));
        Near.Equal(b, A * A.Solve(b), 1e-9);
        Near.Equal(A, A.Svd().U * A.Svd().W * A.Svd().VT, 1e-9);
        Near.Equal((A.Transpose() * b).Transpose(), b.TransposeThisAndMultiply(A), 1e-12);
        var C = Matrix<System.Numerics.Complex>.Build.Random(5, 5, 1);
        Assert.True((C * C.Inverse() - Matrix<System.Numerics.Complex>.Build.DenseIdentity(5)).L2Norm() < 1e-9);
    }
}

public sealed class SimdLinearAlgebraProviderFloatTests : SimdLinearAlgebraProviderTests<float>;
