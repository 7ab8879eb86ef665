namespace Neurones;

/// <summary>A dense layer at work: Z = X W + b. Its weights lie output by output; rows that follow each other are the columns that <see cref="Gemm"/> multiplies.</summary>
internal sealed class DensePass(int inputs, int outputs, int samples) : LayerPass
{
    private readonly float[] _Z = new float[samples * outputs];
    private readonly float[] _dX = new float[samples * inputs];
    private readonly int[] _inOrder = [.. Enumerable.Range(0, samples)];
    private readonly bool _isNarrow = outputs <= NarrowDense.MostOutputs;
    private float[] _X = [];

    public override float[] Forward(ReadOnlySpan<float> parameters, float[] X, int samples, RandomState? random)
    {
        _X = X;
        var b = parameters[^outputs..];
        if (_isNarrow)
        {
            NarrowDense.Forward(Picked(samples), outputs, parameters, b, _Z);
            return _Z;
        }

        for (var i = 0; i < samples; i++)
        {
            b.CopyTo(_Z.AsSpan(i * outputs));
        }

        Gemm.Multiply(true, false, outputs, samples, inputs, 1, parameters, inputs, X, inputs, 1, _Z, outputs);
        return _Z;
    }

    public override float[] Back(ReadOnlySpan<float> parameters, float[] dA, Span<float> gradients, int samples, bool first)
    {
        if (!first)
        {
            FindInputGradients(parameters, dA, samples);
        }

        AddParameterGradients(dA, gradients, samples);
        return _dX;
    }

    public override float[] Descend(Span<float> parameters, float[] dA, int samples, bool first)
    {
        if (!_isNarrow || samples > 1)
        {
            return base.Descend(parameters, dA, samples, first);
        }

        NarrowDense.Descend(inputs, outputs, _X, dA, parameters, _dX);
        VectorSums.AddScaled(dA.AsSpan(0, outputs), 1, parameters[^outputs..]);
        return _dX;
    }

    private PickedInputs Picked(int samples) => new(_X, inputs, _inOrder.AsSpan(0, samples));

    private void FindInputGradients(ReadOnlySpan<float> parameters, float[] dZ, int samples)
    {
        if (_isNarrow)
        {
            NarrowDense.InputGradients(inputs, outputs, samples, parameters, dZ, _dX);
        }
        else
        {
            Gemm.Multiply(false, false, inputs, samples, outputs, 1, parameters, inputs, dZ, outputs, 0, _dX, inputs);
        }
    }

    private void AddParameterGradients(float[] dZ, Span<float> gradients, int samples)
    {
        if (_isNarrow)
        {
            NarrowDense.AddWeightGradients(Picked(samples), outputs, dZ, gradients);
        }
        else
        {
            Gemm.Multiply(false, true, inputs, outputs, samples, 1, _X, inputs, dZ, outputs, 1, gradients, inputs);
        }

        var db = gradients[^outputs..];
        for (var i = 0; i < samples; i++)
        {
            VectorSums.AddScaled(dZ.AsSpan(i * outputs, outputs), 1, db);
        }
    }
}
