namespace Neurones;

/// <summary>Handwritten digits, 0 to 9, white on black, 28 x 28: the 60,000 of MNIST to train on and 10,000 to test with.</summary>
public static class Digits
{
    /// <summary>Loads the digits from the first place that has them.</summary>
    /// <remarks>
    /// The places, in this order: train- and t10k- images-idx3-ubyte.gz and labels-idx1-ubyte.gz in mnist/ of the folder that
    /// the environment variable NEURONES_DATA names; the same in the repository's data folder (outside the repository, in a
    /// folder of the user); a download of them, verified, into that data folder; and, without a network, drawn digits. A
    /// folder that has only the two t10k files counts too: its 10,000 digits become 8,000 to train on and 2,000 to test
    /// with. The result's <see cref="PhotoDataset.Source"/> says which. With NEURONES_PHOTOS=drawn, none but the last.
    /// </remarks>
    /// <param name="progress">Is told about a download as it advances.</param>
    /// <param name="cancellation">Stops a download or the drawing; what is downloaded so far is kept for the next time.</param>
    /// <exception cref="InvalidDataException">A file is there but can't be used; the message says what is wrong with it.</exception>
    /// <exception cref="OperationCanceledException">The loading was cancelled.</exception>
    public static PhotoDataset Load(IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default) =>
        new PhotoLoader(new MnistDigits(), DataFolders.Current).Load(progress, cancellation);
}
