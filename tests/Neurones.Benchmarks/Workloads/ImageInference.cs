namespace Neurones.Benchmarks;

/// <summary>What a network on photos answers.</summary>
internal sealed class ImageInference(string name, string kind, string description, ImageNetwork network) : Workload(name, kind, description)
{
    public override Work Work => new(2.0 * network.Count * network.Multiplications.Sum(), Single: true);

    public override NamedMatrices Numbers() => new([.. network.Numbers(), ("dropout", Number(0))]);

    public override Computation Ours(NamedMatrices numbers)
    {
        var (X, _) = ImageNetwork.Data(numbers);
        var model = network.Model(numbers);
        return Computation.Of(() => model.Predict(X), answers => Means([.. answers.Values.ToArray().Select(a => (double)a)]));
    }

    public override Computation? Natural(NamedMatrices numbers) => null;
}
