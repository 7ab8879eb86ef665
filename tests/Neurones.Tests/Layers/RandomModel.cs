namespace Neurones.Tests;

/// <summary>A model with random parameters, none of them 0, and random samples with answers that its loss can measure.</summary>
internal static class RandomModel
{
    public static (Sequential Model, Tensor X, Tensor Y) Of(TensorShape input, IEnumerable<Layer> layers, int samples, uint seed = 7, Loss? loss = null)
    {
        var model = new Sequential(input);
        foreach (var layer in layers)
        {
            model.Add(layer);
        }

        var random = new RandomState(seed);
        var X = RandomTensor.Normal(random, [samples, .. input]);
        model.SetParameters(model.Parameters.ToDictionary(pair => pair.Key, pair => RandomTensor.Normal(random, pair.Value.Shape, 0.5)));
        TensorShape answers = [samples, .. model.Output];
        return (model, X, (loss ?? Loss.For(model.Count > 0 ? model[^1] : null)) switch
        {
            CategoricalCrossEntropy => RandomTensor.OneHotRows(random, samples, model.Output.Size),
            BinaryCrossEntropy => RandomTensor.Labels(random, answers),
            _ => RandomTensor.Normal(random, answers),
        });
    }
}
