using BenchmarkDotNet.Attributes;

namespace Neurones.Benchmarks;

/// <summary>Products of the shapes that the course's networks take, and large square ones.</summary>
[BenchmarkCategory("gemm")]
public class GemmBenchmarks
{
    private double[] _a = [];
    private double[] _b = [];
    private double[] _c = [];
    private float[] _floatA = [];
    private float[] _floatB = [];
    private float[] _floatC = [];

    public static IEnumerable<Shape> Shapes => [new(32, 100, 2), new(32, 100, 32), new(32, 300, 4096), new(512, 512, 512), new(1024, 1024, 1024)];

    [ParamsSource(nameof(Shapes))]
    public Shape Of { get; set; } = new(1, 1, 1);

    [GlobalSetup]
    public void Draw()
    {
        var (m, n, k) = Of;
        var random = new RandomState(0);
        _a = random.Randn(m, k).AsColumnMajorArray();
        _b = random.Randn(k, n).AsColumnMajorArray();
        _c = new double[m * n];
        _floatA = Array.ConvertAll(_a, value => (float)value);
        _floatB = Array.ConvertAll(_b, value => (float)value);
        _floatC = new float[m * n];
    }

    [Benchmark]
    public void OfDouble()
    {
        var (m, n, k) = Of;
        Gemm.Multiply(false, false, m, n, k, 1.0, _a, m, _b, k, 0.0, _c, m);
    }

    [Benchmark]
    public void OfFloat()
    {
        var (m, n, k) = Of;
        Gemm.Multiply(false, false, m, n, k, 1.0f, _floatA, m, _floatB, k, 0.0f, _floatC, m);
    }

    /// <summary>Rows, columns, and how many products each sum has.</summary>
    public sealed record Shape(int M, int N, int K)
    {
        public override string ToString() => $"{M}x{N}x{K}";
    }
}
