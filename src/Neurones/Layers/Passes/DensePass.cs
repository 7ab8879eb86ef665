using System.Numerics.Tensors;

namespace Neurones;

/// <summary>A dense layer at work: Z = X W + b. Rows that follow each other are the columns that <see cref="Gemm"/> multiplies.</summary>
internal sealed class DensePass(int inputs, int outputs, int samples) : LayerPass
{
    private readonly float[] _Z = new float[samples * outputs];
    private readonly float[] _dX = new float[samples * inputs];
    private readonly NarrowDense? _narrow = outputs <= NarrowDense.MostOutputs && inputs >= NarrowDense.FewestInputs ? new(inputs, outputs) : null;
    private float[] _X = [];

    public override float[] Forward(ReadOnlySpan<float> parameters, float[] X, int samples, RandomState? random)
    {
        _X = X;
        var b = parameters[^outputs..];
        if (_narrow is not null)
        {
            _narrow.Forward(X, samples, parameters, b, _Z);
            return _Z;
        }

        for (var i = 0; i < samples; i++)
        {
            b.CopyTo(_Z.AsSpan(i * outputs));
        }

        Gemm.Multiply(false, false, outputs, samples, inputs, 1, parameters, outputs, X, inputs, 1, _Z, outputs);
        return _Z;
    }

    public override float[] Back(ReadOnlySpan<float> parameters, float[] dA, Span<float> gradients, int samples, bool first)
    {
        var narrow = samples == 1 ? _narrow : null;
        if (narrow is not null)
        {
            narrow.AddWeightGradients(_X, dA, gradients);
        }
        else if (_narrow is not null)
        {
            _narrow.AddWeightGradients(_X, samples, dA, gradients);
        }
        else
        {
            Gemm.Multiply(false, true, outputs, inputs, samples, 1, dA, outputs, _X, inputs, 1, gradients, outputs);
        }

        var db = gradients[^outputs..];
        for (var i = 0; i < samples; i++)
        {
            TensorPrimitives.Add(db, dA.AsSpan(i * outputs, outputs), db);
        }

        if (!first && narrow is not null)
        {
            narrow.InputGradients(parameters, dA, _dX);
        }
        else if (!first)
        {
            Gemm.Multiply(true, false, inputs, samples, outputs, 1, parameters, outputs, dA, outputs, 0, _dX, inputs);
        }

        return _dX;
    }
}
