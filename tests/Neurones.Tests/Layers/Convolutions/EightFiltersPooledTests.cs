using System.Runtime.Intrinsics;

namespace Neurones.Tests;

/// <summary>Small whole numbers make every sum exact.</summary>
public sealed class EightFiltersPooledTests
{
    [Fact]
    public void Vectors_of_each_width_give_what_the_three_steps_give()
    {
        foreach (var (height, width) in from height in Enumerable.Range(4, 4) from width in Enumerable.Range(4, 8) select (height, width))
        {
            foreach (var channels in new[] { 1, 2, 3 })
            {
                Check<Vector512<float>, Width512<float>>(height, width, channels, padding: 0);
                Check<Vector256<float>, Width256<float>>(height, width, channels, padding: 0);
                Check<Vector512<float>, Width512<float>>(height, width, channels, padding: 1);
                Check<Vector256<float>, Width256<float>>(height, width, channels, padding: 1);
            }
        }
    }

    [Fact]
    public void Not_a_number_is_the_largest()
    {
        var shape = new ConvolutionShape(6, 6, 1, 8, 3, 3, 1, 0, 0, 4, 4);
        var naive = new NaiveConvolution(shape, samples: 1, seed: 1);
        naive.X[^1] = float.NaN; // Under the last place of the last window alone.
        var (A, places) = (new float[4 * 8], new int[4 * 8]);
        new EightFiltersPooled(shape, new PoolingShape(4, 4, 8, 2, 2)).Forward(naive.X, naive.W, naive.b, A, places);
        Assert.Equal(Enumerable.Range(0, A.Length).Select(k => k >= 3 * 8), A.Select(float.IsNaN));
        Assert.All(places[^8..], place => Assert.Equal(3, place));
    }

    private static void Check<TVector, TWidth>(int height, int width, int channels, int padding)
        where TWidth : struct, IVectorWidth<TVector, float>
    {
        var shape = new ConvolutionShape(height, width, channels, 8, 3, 3, 1, padding, padding, height - 2 + (2 * padding), width - 2 + (2 * padding));
        var pooling = new PoolingShape(shape.OutputHeight, shape.OutputWidth, 8, 2, 2);
        var naive = new NaiveConvolution(shape, samples: 1, seed: height * width);
        float[] Z = [.. naive.Z.Select(z => Math.Max(z, 0))];
        var (expected, expectedPlaces) = (new float[pooling.OutputLength], new int[pooling.OutputLength]);
        var (convolution, maxima) = (new ConvolutionKernels(shape), new MaxPoolingKernels(pooling));
        maxima.Forward(1, Z, expected, expectedPlaces);
        float[] dA = [.. expected.Select((a, k) => a > 0 ? (k * 7 % 11) - 5f : 0)];
        maxima.Back(1, dA, expectedPlaces, Z);
        var (expectedW, expectedb) = ((float[])naive.W.Clone(), (float[])naive.b.Clone());
        convolution.AddParameterGradients(1, naive.X, Z, expectedW, expectedb);

        var asOne = new EightFiltersPooled(shape, pooling);
        var (A, places) = (new float[expected.Length], new int[expected.Length]);
        asOne.Forward<TVector, TWidth>(naive.X, naive.W, naive.b, A, places);
        Assert.Equal(expected, A);
        asOne.AddParameterGradients<TVector, TWidth>(naive.X, dA, places, naive.W, naive.b);
        Assert.Equal(expectedW, naive.W);
        Assert.Equal(expectedb, naive.b);
    }
}
