namespace Neurones.Benchmarks;

/// <summary>All workloads, in the order in which they are measured.</summary>
internal static class Catalogue
{
    private static readonly int[] CirclesNetwork = [2, 32, 32, 32, 1];
    private static readonly Lazy<PhotoDataset> Photos = new(() => CatsAndDogs.Load());

    private static readonly NeuronTraining W1 = new(
        "W1", "neuron, 100 x 2, 10,000 iterations, loss each iteration",
        () => Datasets.MakeBlobs(100, seed: 0), (100, 2),
        new() { Iterations = 10_000, LearningRate = 0.1 }, withAccuracy: false);

    private static readonly NeuronTraining W2 = new(
        "W2", "neuron, photos, 1,000 x 4,096, 1,000 iterations, loss and accuracy every 10",
        () => (Photos.Value.Train.Flatten() / 255, Photos.Value.Train.Labels), (1_000, 4_096),
        new() { Iterations = 1_000, LearningRate = 0.01, RecordEvery = 10 }, withAccuracy: true)
    {
        FirstTolerance = 1e-4,
        Note = PhotoSource,
    };

    private static readonly NetworkTraining W3 = new(
        "W3", "network 2-32-32-32-1, 100 circles, 1,000 iterations",
        () =>
        {
            var (X, y) = Datasets.MakeCircles(100, noise: 0.1, factor: 0.3, seed: 0);
            return (X.Transpose(), y.Transpose());
        },
        100, CirclesNetwork,
        new() { Iterations = 1_000, LearningRate = 0.1 });

    private static readonly NetworkTraining W5 = new(
        "W5", "network 4096-32-1, 300 photos, 1,000 iterations",
        () =>
        {
            var photos = Photos.Value.Train;
            return ((photos.Flatten().SubMatrix(0, 300, 0, 4_096) / 255).Transpose(), photos.Labels.SubMatrix(0, 300, 0, 1).Transpose());
        },
        300, [4096, 32, 1],
        new() { Iterations = 1_000, LearningRate = 0.01 })
    {
        Note = PhotoSource,
    };

    private static readonly ImageTraining W6 = new(
        "W6-training", "image training", "convolutional network for EMNIST, 512 photos, one batch, 2 epochs, Adam, float",
        ImageNetworks.Emnist, new() { Epochs = 2, BatchSize = 512, Optimiser = new Adam() }, dropout: 0.5)
    {
        Tolerance = 1e-3,
        Note = ImageNetworks.Emnist.Source,
    };

    private static readonly ImageTraining W7 = new(
        "W7", "sample by sample", "small convolutional network, 200 digits, one at a time, 1 epoch, float",
        ImageNetworks.Small, new() { BatchSize = 1, Epochs = 1, Optimiser = new StochasticGradientDescent(0.005) }, dropout: 0)
    {
        Tolerance = 1e-4,
        Note = ImageNetworks.Small.Source,
    };

    public static IReadOnlyList<Workload> All { get; } =
    [
        W1, W2, W3, new SoftmaxTraining(single: false), new SoftmaxTraining(single: true), W5,
        W6, new ImageInference("W6-inference", "image inference", "the same network's answers to 512 photos, float", ImageNetworks.Emnist) { Tolerance = 1e-5 }, W7,
        new CostLandscape(), new BoundaryGrid(W3, CirclesNetwork),
        .. new[] { 512, 1024, 2048 }.SelectMany(size => new[] { new MatrixProduct(size, single: false), new MatrixProduct(size, single: true) }),
        new FirstCall(W1), new FirstCall(W3),
    ];

    // Drawn photos, where there are no real ones, are said to be drawn.
    private static string PhotoSource() => Photos.Value.Source.Sentence;
}
