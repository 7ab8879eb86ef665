namespace Neurones;

/// <summary>What a training left: the parameters in the order of their layout, and the records.</summary>
internal sealed record TrainedState(double[] Values, ParameterLayout Layout, History History)
{
    /// <summary>Copies of the parameters, by name.</summary>
    public NamedMatrices Parameters => Layout.Name(Values);
}
