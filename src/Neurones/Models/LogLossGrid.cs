using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>The losses of <see cref="CostGrid"/>: each lane of a register has a w2 of its own, and goes through all samples.</summary>
internal sealed class LogLossGrid<V>
    where V : struct, ILanes<V>
{
    private readonly double[] _x1;
    private readonly double[] _x2;
    private readonly double[] _y;
    private readonly double _b;
    private readonly double[] _w1;
    private readonly double[] _w2;
    private readonly double[] _losses;

    public LogLossGrid(Matrix<double> X, Matrix<double> y, double b, double[] w1, double[] w2)
    {
        (_x1, _x2, _y) = (X.Column(0).ToArray(), X.Column(1).ToArray(), y.ToColumnMajorArray());
        (_b, _w1, _w2) = (b, w1, w2);
        _losses = new double[checked(w1.Length * w2.Length)];
    }

    /// <summary>A row for each w2, a column for each w1.</summary>
    public Matrix<double> Losses()
    {
        ForkJoin.Run(_w1.Length, RunColumn);
        return Matrix<double>.Build.Dense(_w2.Length, _w1.Length, _losses);
    }

    private void RunColumn(int column)
    {
        Span<double> w2 = stackalloc double[V.Count];
        Span<double> losses = stackalloc double[V.Count];
        var results = _losses.AsSpan(column * _w2.Length, _w2.Length);
        for (var row = 0; row < _w2.Length; row += V.Count)
        {
            var count = Math.Min(V.Count, _w2.Length - row);
            _w2.AsSpan(row, count).CopyTo(w2);
            losses.Clear();
            for (var start = 0; start < _y.Length; start += LogLossSum<V>.MostSamples)
            {
                var end = Math.Min(start + LogLossSum<V>.MostSamples, _y.Length);
                Sum(_w1[column], V.Load(ref MemoryMarshal.GetReference(w2), 0), start, end).AddTo(losses);
            }

            for (var k = 0; k < count; k++)
            {
                results[row + k] = losses[k] / _y.Length;
            }
        }
    }

    // One grid may be all that a lesson draws, before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private LogLossSum<V> Sum(double w1, V w2, int start, int end)
    {
        var sum = default(LogLossSum<V>);
        for (var i = start; i < end; i++)
        {
            var z = V.MultiplyAdd(w2, V.All(_x2[i]), V.All((w1 * _x1[i]) + _b));
            sum.Add(z, LaneMath.ExpOfMinusAbs(z), V.All(_y[i]));
        }

        return sum;
    }
}
