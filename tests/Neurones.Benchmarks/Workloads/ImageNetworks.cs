namespace Neurones.Benchmarks;

/// <summary>The networks on photos that are measured.</summary>
internal static class ImageNetworks
{
    private static readonly Lazy<PhotoDataset> LoadedDigits = new(() => Digits.Load());
    private static readonly Lazy<PhotoDataset> Characters = new(LoadCharacters);

    /// <summary>Lesson 13's network on EMNIST; where that isn't, on digits, which are 10 of its 47 classes.</summary>
    public static ImageNetwork Emnist { get; } = new(Characters, 512, 47, dropout => new([28, 28, 1])
    {
        new Convolution2D(128, kernelSize: 5) { Padding = Padding.Same }, new ReLU(), new MaxPooling2D(2),
        new Convolution2D(64, kernelSize: 3) { Padding = Padding.Same }, new ReLU(), new MaxPooling2D(2),
        new Flatten(), new Dense(128), new ReLU(), new Dropout(dropout), new Dense(47), new Softmax(),
    })
    {
        Multiplications = [28 * 28 * 25 * 128, 14 * 14 * 9 * 128 * 64, 3136 * 128, 128 * 47],
    };

    /// <summary>The small network that a first convolution is shown on.</summary>
    public static ImageNetwork Small { get; } = new(LoadedDigits, 200, 10, _ => new([28, 28, 1])
    {
        new Convolution2D(8, kernelSize: 3), new ReLU(), new MaxPooling2D(2), new Flatten(), new Dense(10), new Softmax(),
    })
    {
        Multiplications = [26 * 26 * 9 * 8, 1352 * 10],
    };

    private static PhotoDataset LoadCharacters()
    {
        try
        {
            return EmnistBalanced.Load();
        }
        catch (FileNotFoundException)
        {
            return LoadedDigits.Value;
        }
    }
}
