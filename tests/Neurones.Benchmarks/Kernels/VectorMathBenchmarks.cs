using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Neurones.Benchmarks;

/// <summary>The functions of whole spans, beside those of .NET.</summary>
[BenchmarkCategory("functions")]
public class VectorMathBenchmarks
{
    private readonly double[] _result = new double[4096];
    private double[] _x = [];

    [GlobalSetup]
    public void Draw() => _x = new RandomState(0).Randn(_result.Length, 1).AsColumnMajorArray();

    [Benchmark]
    public void Exp() => VectorMath.Exp(_x, _result);

    [Benchmark]
    public void Sigmoid() => VectorMath.Sigmoid(_x, _result);

    [Benchmark]
    public void Tanh() => VectorMath.Tanh(_x, _result);

    [Benchmark]
    public void TensorPrimitivesExp() => TensorPrimitives.Exp<double>(_x, _result);

    [Benchmark]
    public void TensorPrimitivesSigmoid() => TensorPrimitives.Sigmoid<double>(_x, _result);

    [Benchmark]
    public void TensorPrimitivesTanh() => TensorPrimitives.Tanh<double>(_x, _result);
}
