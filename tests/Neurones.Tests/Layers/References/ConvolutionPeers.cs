namespace Neurones.Tests;

/// <summary>What PyTorch and SciPy computed, from convolution.json.</summary>
internal sealed record ConvolutionPeers(ConvolutionPeers.Convolution[] Convolutions, ConvolutionPeers.Pooling[] Poolings, ConvolutionPeers.Correlation[] Correlations)
{
    public static ConvolutionPeers All { get; } = ParityValues.Load<ConvolutionPeers>("convolution.json");

    internal sealed record Array(int[] Shape, double[] Values)
    {
        /// <summary>An array of as many axes, filled in the order of its last axis first.</summary>
        public T To<T>()
        {
            var array = System.Array.CreateInstance(typeof(double), Shape);
            Buffer.BlockCopy(Values, 0, array, 0, Values.Length * sizeof(double));
            return (T)(object)array;
        }

        /// <summary>The shapes are the same, and no value is further than 1e-12 from its peer.</summary>
        public void IsNear(System.Array actual)
        {
            Assert.Equal(Shape, Enumerable.Range(0, actual.Rank).Select(actual.GetLength));
            Near.Equal(Values, actual.Cast<double>(), 1e-12);
        }
    }

    internal sealed record Convolution(int Stride, string Padding, Array X, Array W, Array b, Array Z, Array dZ, Array dX, Array dW, Array db)
    {
        public Padding Rule => Enum.Parse<Padding>(Padding);
    }

    internal sealed record Pooling(int Size, int Stride, Array X, Array A, Array dA, Array dX);

    internal sealed record Correlation(double[][] X, double[][] K, double[][] Valid, double[][] Same);
}
