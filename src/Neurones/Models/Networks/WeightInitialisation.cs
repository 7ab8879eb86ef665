namespace Neurones;

/// <summary>How large a network's weights begin: the standard deviation of the normal distribution they are drawn from, around 0.</summary>
public enum WeightInitialisation
{
    /// <summary>The course's: 1, whatever the layer.</summary>
    StandardNormal,

    /// <summary>√(2 / (inputs + outputs)) of the layer: Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010. For sigmoid and tanh.</summary>
    Xavier,

    /// <summary>√(2 / inputs) of the layer: He, Zhang, Ren and Sun, "Delving deep into rectifiers", 2015. For ReLU.</summary>
    He,
}

internal static class WeightInitialisationFormulas
{
    /// <summary>The standard deviation of a layer's first weights.</summary>
    public static double Deviation(this WeightInitialisation initialisation, int inputs, int outputs) => initialisation switch
    {
        WeightInitialisation.StandardNormal => 1,
        WeightInitialisation.Xavier => Math.Sqrt(2.0 / ((double)inputs + outputs)),
        WeightInitialisation.He => Math.Sqrt(2.0 / inputs),
        _ => throw new ArgumentException(FormattableString.Invariant(
            $"There is no weight initialisation {initialisation}: use StandardNormal, Xavier or He.")),
    };
}
