using System.Collections.Immutable;

namespace Neurones.Charts.Data;

/// <summary>One sample through a neuron to the loss, and the slopes of the loss on the way back.</summary>
internal sealed record NeuronPass(ImmutableArray<double> x, ImmutableArray<double> w, double b, double y)
{
    public double Z { get; } = x.Zip(w, (xi, wi) => wi * xi).Sum() + b;

    public double A => PlaneNeuron.Sigmoid(Z);

    public double L => -((y * Math.Log(A)) + ((1 - y) * Math.Log(1 - A)));

    public double dLda => (-y / A) + ((1 - y) / (1 - A));

    public double dadz => A * (1 - A);

    public double dLdz => dLda * dadz;
}
