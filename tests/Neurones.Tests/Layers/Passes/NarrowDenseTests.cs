using System.Runtime.Intrinsics;

namespace Neurones.Tests;

/// <summary>Small whole numbers make every sum exact.</summary>
public sealed class NarrowDenseTests
{
    public static TheoryData<int> Outputs => [.. Enumerable.Range(1, NarrowDense.MostOutputs)];

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Each_number_of_outputs_gives_the_sums_of_products(int outputs)
    {
        foreach (var inputs in Enumerable.Range(1, 40).Append(100))
        {
            foreach (var samples in new[] { 1, 2, 3, 8 })
            {
                Check<Vector512<float>, Width512<float>>(inputs, outputs, samples);
                Check<Vector256<float>, Width256<float>>(inputs, outputs, samples);
                Check<Vector128<float>, Width128<float>>(inputs, outputs, samples);
            }
        }
    }

    [Theory]
    [InlineData(0, 40)]
    [InlineData(3, 37)]
    [InlineData(7, 33)]
    [InlineData(39, 1)]
    [InlineData(40, 0)]
    public void Some_inputs_of_samples_in_any_order_are_those_inputs_alone(int start, int count)
    {
        const int Size = 40;
        const int Outputs = 7;
        var random = new Random(start);
        var X = Numbers(12 * Size);
        int[] samples = [9, 2, 11, 2, 0];
        float[] picked = [.. samples.SelectMany(sample => X.AsSpan((sample * Size) + start, count).ToArray())];
        var (W, b, dZ) = (Numbers(Outputs * count), Numbers(Outputs), Numbers(Outputs * samples.Length));

        CheckWidth<Vector512<float>, Width512<float>>();
        CheckWidth<Vector256<float>, Width256<float>>();
        CheckWidth<Vector128<float>, Width128<float>>();

        void CheckWidth<TVector, TWidth>()
            where TWidth : struct, IVectorWidth<TVector, float> =>
            Assert.Equal(Products<TVector, TWidth>(new(picked, count, [0, 1, 2, 3, 4])), Products<TVector, TWidth>(new(X, Size, samples) { Start = start, Count = count, Next = [1, 11, 3] }));

        float[] Products<TVector, TWidth>(PickedInputs inputs)
            where TWidth : struct, IVectorWidth<TVector, float>
        {
            var (Z, dW) = (new float[Outputs * samples.Length], (float[])W.Clone());
            NarrowDense<TVector, TWidth>.Forward(inputs, Outputs, W, b, Z);
            NarrowDense<TVector, TWidth>.AddWeightGradients(inputs, Outputs, dZ, dW);
            return [.. Z, .. dW];
        }

        float[] Numbers(int numbers) => [.. Enumerable.Range(0, numbers).Select(_ => (float)random.Next(-5, 6))];
    }

    private static void Check<TVector, TWidth>(int inputs, int outputs, int samples)
        where TWidth : struct, IVectorWidth<TVector, float>
    {
        var random = new Random(inputs);
        var (X, W, b, dZ, before) = (Numbers(samples * inputs), Numbers(outputs * inputs), Numbers(outputs), Numbers(samples * outputs), Numbers(outputs * inputs));
        var (Z, dX, dW) = (new float[samples * outputs], new float[samples * inputs], (float[])before.Clone());
        int[] inOrder = [.. Enumerable.Range(0, samples)];
        NarrowDense<TVector, TWidth>.Forward(new(X, inputs, inOrder), outputs, W, b, Z);
        NarrowDense<TVector, TWidth>.InputGradients(inputs, outputs, samples, W, dZ, dX);
        NarrowDense<TVector, TWidth>.AddWeightGradients(new(X, inputs, inOrder), outputs, dZ, dW);

        Assert.Equal(Z.Select((_, k) => b[k % outputs] + Sum(inputs, j => X[(k / outputs * inputs) + j] * W[(k % outputs * inputs) + j])), Z);
        Assert.Equal(dX.Select((_, k) => Sum(outputs, c => dZ[(k / inputs * outputs) + c] * W[(c * inputs) + (k % inputs)])), dX);
        Assert.Equal(dW.Select((_, k) => before[k] + Sum(samples, i => X[(i * inputs) + (k % inputs)] * dZ[(i * outputs) + (k / inputs)])), dW);

        if (samples == 1)
        {
            var (moved, slopes) = ((float[])W.Clone(), new float[inputs]);
            NarrowDense<TVector, TWidth>.Descend(inputs, outputs, X, dZ, moved, slopes);
            Assert.Equal(dX, slopes);
            Assert.Equal(W.Select((w, k) => w + (X[k % inputs] * dZ[k / inputs])), moved);
        }

        float Sum(int count, Func<int, float> term) => Enumerable.Range(0, count).Sum(term);

        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(-5, 6))];
    }
}
