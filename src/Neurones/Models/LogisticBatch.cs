using System.Runtime.Intrinsics;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// A data set laid out to train a logistic neuron fast: one pass over X gives the logits and the gradients.
/// What it must compute is written readably in <see cref="LogisticNeuronFunctions"/>.
/// </summary>
/// <remarks>
/// The bias is the weight of one more variable, which is 1 in every sample. What fills a layout up to whole registers
/// has 0 there as everywhere, so that it adds nothing to any gradient.
/// </remarks>
internal static class LogisticBatch
{
    private const int MostVariablesOfNarrow = 16;

    /// <summary>The layout for this data and the widest registers that this processor computes with.</summary>
    public static ITrainingBatch Of(Matrix<double> X, Matrix<double> y) =>
        Vector512.IsHardwareAccelerated ? Of<Lanes512>(X, y) :
        Vector256.IsHardwareAccelerated ? Of<Lanes256>(X, y) :
        Of<Lanes128>(X, y);

    /// <summary>The layout for this data and registers of one width.</summary>
    public static ITrainingBatch Of<V>(Matrix<double> X, Matrix<double> y)
        where V : struct, ILanes<V> =>
        X.ColumnCount <= MostVariablesOfNarrow ? new NarrowLogisticBatch<V>(X, y) : new WideLogisticBatch<V>(X, y);

    /// <summary>Room for the sums of each block of samples.</summary>
    public static AlignedArray<double>[] Sums(int blocks, int length)
    {
        var sums = new AlignedArray<double>[blocks];
        for (var block = 0; block < blocks; block++)
        {
            sums[block] = new(length);
        }

        return sums;
    }

    /// <summary>The mean over all samples, from the sums over blocks of them, which are added in order.</summary>
    public static void Average(AlignedArray<double>[] sums, int samples, Span<double> mean)
    {
        mean.Clear();
        foreach (var sum in sums)
        {
            VectorSums.AddScaled(sum.Span[..mean.Length], 1.0 / samples, mean);
        }
    }

    /// <summary>How far apart rows or columns of this length are laid out: whole lines of the cache, 8 numbers each.</summary>
    public static int Stride(int length)
    {
        // A multiple of 4096 bytes apart, they would compete for the same few places in the cache.
        var stride = RoundUp(length, 8);
        return stride % 512 == 0 ? stride + 8 : stride;
    }

    /// <summary>A size filled up to a multiple.</summary>
    public static int RoundUp(int size, int multiple) => checked((size + multiple - 1) / multiple * multiple);
}
