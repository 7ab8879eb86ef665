namespace Neurones;

/// <summary>The handwritten digits of MNIST: four IDX files, or only the two of the test.</summary>
internal sealed class MnistDigits : IObtainablePhotos
{
    private static readonly IdxPair Training = new("train");
    private static readonly IdxPair Testing = new("t10k");

    /// <summary>The names of the classes: each digit's own.</summary>
    public static readonly string[] ClassNames = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    /// <inheritdoc/>
    public string Subfolder => "mnist";

    /// <inheritdoc/>
    public string Noun => "digits";

    /// <inheritdoc/>
    /// <remarks>The files of the test come last, because they alone count as all: a download that was cut off thus goes on the next time.</remarks>
    public RemoteFolder Remote { get; } = new(
        new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
        [
            new(Training.Names[0], 9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
            new(Training.Names[1], 28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
            new(Testing.Names[0], 1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
            new(Testing.Names[1], 4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<string> Missing(string folder) => Testing.Missing(folder);

    /// <inheritdoc/>
    public (PhotoSet Train, PhotoSet Test, string Remark) Read(string folder)
    {
        var test = Testing.Read(folder, ClassNames);
        var missing = Training.Missing(folder);
        if (missing.Count == 0)
        {
            return (Training.Read(folder, ClassNames), test, "");
        }

        var toTrainOn = test.Count * 4 / 5;
        return (test[..toTrainOn], test[toTrainOn..], $": these are the test images of MNIST alone, four fifths of them to train on, because {FileList.Absent(missing)} there");
    }

    /// <inheritdoc/>
    public (PhotoSet Train, PhotoSet Test) Draw(CancellationToken cancellation) => DrawnDigits.Draw(cancellation);
}
