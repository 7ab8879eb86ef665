namespace Neurones.Tests;

/// <summary>What gradient descent does, batch by batch, through nothing but the gradients of a model.</summary>
internal static class SteppedTraining
{
    /// <summary>Moves the parameters of the model by so many batches; returns the mean loss of the samples of each epoch that was completed.</summary>
    public static double[] Descend(Sequential model, Tensor X, Tensor Y, int batchSize, double learningRate, uint seed, int batches)
    {
        var random = new RandomState(seed);
        var losses = new List<double>();
        while (batches > 0)
        {
            var sum = 0.0;
            var epoch = random.Permutation(X.Count).Chunk(batchSize).ToList();
            foreach (var batch in epoch.Take(batches))
            {
                var (x, y) = (Pick(X, batch), Pick(Y, batch));
                sum += batch.Length * model.Evaluate(x, y).Loss;
                var gradients = model.Gradients(x, y);
                model.SetParameters(model.Parameters.ToDictionary(
                    pair => pair.Key,
                    pair => new Tensor(pair.Value.Shape, [.. pair.Value.Values.ToArray().Zip(gradients["d" + pair.Key].Values.ToArray(), (w, dw) => w - (float)(learningRate * dw))])));
            }

            if (batches >= epoch.Count)
            {
                losses.Add(sum / X.Count);
            }

            batches -= epoch.Count;
        }

        return [.. losses];
    }

    private static Tensor Pick(Tensor samples, int[] places) => new(
        [places.Length, .. samples.Shape.Skip(1)],
        [.. places.SelectMany(place => samples.Samples(place..(place + 1)).Values.ToArray())]);
}
