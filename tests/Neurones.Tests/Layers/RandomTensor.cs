namespace Neurones.Tests;

/// <summary>Tensors drawn by a <see cref="RandomState"/>, in the order in which NumPy fills an array.</summary>
internal static class RandomTensor
{
    public static Tensor Normal(RandomState random, TensorShape shape, double scale = 1) =>
        new(shape, [.. Enumerable.Range(0, shape.Size).Select(_ => (float)(scale * random.Randn()))]);

    /// <summary>0s and 1s.</summary>
    public static Tensor Labels(RandomState random, TensorShape shape) =>
        new(shape, [.. random.RandInt(0, 2, shape.Size).Select(label => (float)label)]);

    /// <summary>A row with a single 1 for each sample.</summary>
    public static Tensor OneHotRows(RandomState random, int samples, int classes)
    {
        var labels = random.RandInt(0, classes, samples);
        return new([samples, classes], [.. labels.SelectMany(label => Enumerable.Range(0, classes).Select(c => c == label ? 1f : 0f))]);
    }
}
