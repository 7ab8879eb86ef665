using System.Numerics;
using System.Numerics.Tensors;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Neurones;

/// <summary>The operations of MathNet that vectors of the processor speed up.</summary>
/// <remarks>
/// Arguments that don't fit are left to the managed provider, for the errors that MathNet's users know. As there, a factor
/// of 0 gives 0 whatever it multiplies.
/// </remarks>
internal interface ISimdProvider<T> : IManagedProvider<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    void ILinearAlgebraProvider<T>.AddVectorToScaledVector(T[] y, T alpha, T[] x, T[] result)
    {
        if (!SameLength(x, y, result) || T.IsZero(alpha))
        {
            Managed.AddVectorToScaledVector(y, alpha, x, result);
        }
        else
        {
            TensorPrimitives.MultiplyAdd(x, alpha, y, result);
        }
    }

    void ILinearAlgebraProvider<T>.ScaleArray(T alpha, T[] x, T[] result)
    {
        if (!SameLength(x, result, result) || T.IsZero(alpha))
        {
            Managed.ScaleArray(alpha, x, result);
        }
        else
        {
            TensorPrimitives.Multiply(x, alpha, result);
        }
    }

    T ILinearAlgebraProvider<T>.DotProduct(T[] x, T[] y) =>
        SameLength(x, y, y) ? TensorPrimitives.Dot<T>(x, y) : Managed.DotProduct(x, y);

    void ILinearAlgebraProvider<T>.AddArrays(T[] x, T[] y, T[] result)
    {
        if (SameLength(x, y, result))
        {
            TensorPrimitives.Add(x, y, result);
        }
        else
        {
            Managed.AddArrays(x, y, result);
        }
    }

    void ILinearAlgebraProvider<T>.SubtractArrays(T[] x, T[] y, T[] result)
    {
        if (SameLength(x, y, result))
        {
            TensorPrimitives.Subtract(x, y, result);
        }
        else
        {
            Managed.SubtractArrays(x, y, result);
        }
    }

    void ILinearAlgebraProvider<T>.PointWiseMultiplyArrays(T[] x, T[] y, T[] result)
    {
        if (SameLength(x, y, result))
        {
            TensorPrimitives.Multiply(x, y, result);
        }
        else
        {
            Managed.PointWiseMultiplyArrays(x, y, result);
        }
    }

    void ILinearAlgebraProvider<T>.PointWiseDivideArrays(T[] x, T[] y, T[] result)
    {
        if (SameLength(x, y, result))
        {
            TensorPrimitives.Divide(x, y, result);
        }
        else
        {
            Managed.PointWiseDivideArrays(x, y, result);
        }
    }

    void ILinearAlgebraProvider<T>.MatrixMultiply(T[] x, int rowsX, int columnsX, T[] y, int rowsY, int columnsY, T[] result)
    {
        if (columnsX == rowsY && Fits(x, rowsX, columnsX) && Fits(y, rowsY, columnsY) && Fits(result, rowsX, columnsY))
        {
            Gemm.Multiply(false, false, rowsX, columnsY, columnsX, T.One, x, rowsX, y, rowsY, T.Zero, result, rowsX);
        }
        else
        {
            Managed.MatrixMultiply(x, rowsX, columnsX, y, rowsY, columnsY, result);
        }
    }

    void ILinearAlgebraProvider<T>.MatrixMultiplyWithUpdate(
        Transpose transposeA, Transpose transposeB, T alpha, T[] a, int rowsA, int columnsA, T[] b, int rowsB, int columnsB, T beta, T[] c)
    {
        var (m, k) = transposeA == Transpose.DontTranspose ? (rowsA, columnsA) : (columnsA, rowsA);
        var (kB, n) = transposeB == Transpose.DontTranspose ? (rowsB, columnsB) : (columnsB, rowsB);
        if (k == kB && Fits(a, rowsA, columnsA) && Fits(b, rowsB, columnsB) && Fits(c, m, n))
        {
            Gemm.Multiply(
                transposeA != Transpose.DontTranspose, transposeB != Transpose.DontTranspose, m, n, k, alpha, a, rowsA, b, rowsB, beta, c, m);
        }
        else
        {
            Managed.MatrixMultiplyWithUpdate(transposeA, transposeB, alpha, a, rowsA, columnsA, b, rowsB, columnsB, beta, c);
        }
    }

    private static bool SameLength(T[]? x, T[]? y, T[]? result) =>
        x != null && y != null && result != null && x.Length == y.Length && x.Length == result.Length;

    private static bool Fits(T[]? matrix, int rows, int columns) => matrix != null && matrix.Length == rows * columns;
}
