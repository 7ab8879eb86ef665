namespace Neurones.Tests;

/// <summary>What PyTorch computed for a network, from layers.json.</summary>
internal sealed record LayerPeer(
    string Name, uint Seed, double Loss, double? Accuracy, double[] Answers,
    Dictionary<string, double[]> Gradients, Dictionary<string, LayerPeer.Training> Trainings)
{
    public static IReadOnlyDictionary<string, LayerPeer> All { get; } =
        ParityValues.Load<LayerPeer[]>("layers.json").ToDictionary(peer => peer.Name);

    internal sealed record Training(double[] Losses, Dictionary<string, double[]> Parameters);
}
