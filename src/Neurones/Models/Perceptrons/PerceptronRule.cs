using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Rosenblatt's rule: a perceptron's weights, which start at 0 unless told otherwise, and how one sample changes them.</summary>
internal sealed class PerceptronRule
{
    private readonly PerceptronSamples _samples;
    private readonly double _learningRate;
    private readonly double[] _W;
    private double _b;

    /// <exception cref="ArgumentException">The initial parameters don't fit the samples.</exception>
    public PerceptronRule(PerceptronSamples samples, TrainingOptions options)
    {
        (_samples, _learningRate, _W) = (samples, options.LearningRate, new double[samples.Variables]);
        if (options.InitialParameters is { } initial)
        {
            double[] values = ParameterLayout.Of(Parameters).Flatten(initial, " of InitialParameters");
            (_W, _b) = (values[..^1], values[^1]);
        }
    }

    /// <summary>Copies of W, (n, 1), and b, (1, 1).</summary>
    public NamedMatrices Parameters => new(("W", W), ("b", Matrix<double>.Build.Dense(1, 1, _b)));

    public Matrix<double> W => Matrix<double>.Build.Dense(_W.Length, 1, [.. _W]);

    public double b => _b;

    public bool IsFinite => double.IsFinite(_b) && _W.All(double.IsFinite);

    public int Answer(int sample) => PerceptronSamples.Answer(_samples[sample], _W, _b);

    public Evaluation Evaluate(PerceptronSamples measured) => measured.Evaluate(_W, _b);

    /// <summary>Changes W and b if the answer to a sample is wrong: W + rate error x, and b + rate error.</summary>
    /// <returns>The error: label - answer, so -1, 0 or 1.</returns>
    public int Learn(int sample)
    {
        var error = _samples.Label(sample) - Answer(sample);
        if (error != 0)
        {
            ShortVector.AddScaled(_samples[sample], _learningRate * error, _W);
            _b += _learningRate * error;
        }

        return error;
    }
}
