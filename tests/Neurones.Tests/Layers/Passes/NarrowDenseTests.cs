namespace Neurones.Tests;

/// <summary>Small whole numbers make every sum exact.</summary>
public sealed class NarrowDenseTests
{
    public static TheoryData<int> Outputs => [.. Enumerable.Range(1, NarrowDense.MostOutputs)];

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Each_number_of_outputs_gives_the_sums_of_products(int outputs)
    {
        foreach (var inputs in Enumerable.Range(NarrowDense.FewestInputs, 9).Append(100))
        {
            var random = new Random(inputs);
            var (x, W, b, dz, before) = (Numbers(inputs), Numbers(inputs * outputs), Numbers(outputs), Numbers(outputs), Numbers(inputs * outputs));
            var (z, dx, dW) = (new float[outputs], new float[inputs], (float[])before.Clone());
            var dense = new NarrowDense(inputs, outputs);
            dense.Forward(x, W, b, z);
            dense.InputGradients(W, dz, dx);
            dense.AddWeightGradients(x, dz, dW);

            Assert.Equal(b.Select((bias, j) => bias + x.Select((value, k) => value * W[k * outputs + j]).Sum()), z);
            Assert.Equal(x.Select((_, k) => dz.Select((slope, j) => slope * W[k * outputs + j]).Sum()), dx);
            Assert.Equal(before.Select((value, k) => value + x[k / outputs] * dz[k % outputs]), dW);

            float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(-5, 6))];
        }
    }
}
