namespace Neurones;

/// <summary>The photos of cats and dogs of lesson 6: 1,000 to train on and 200 to test with, grey, 64 x 64.</summary>
public static class CatsAndDogs
{
    /// <summary>Loads the photos from the first place that has them.</summary>
    /// <remarks>
    /// The places, in this order: catdog/trainset.hdf5 and catdog/testset.hdf5 in the folder that the environment variable
    /// NEURONES_DATA names; the same in the repository's data folder (outside the repository, in a folder of the user);
    /// a download of them, verified, into that data folder; and, without a network, drawn photos. The result's
    /// <see cref="PhotoDataset.Source"/> says which. With NEURONES_PHOTOS=drawn, none but the last.
    /// </remarks>
    /// <param name="progress">Is told about a download as it advances.</param>
    /// <param name="cancellation">Stops a download or the drawing; what is downloaded so far is kept for the next time.</param>
    /// <exception cref="InvalidDataException">A file is there but can't be used; the message says what is wrong with it.</exception>
    /// <exception cref="OperationCanceledException">The loading was cancelled.</exception>
    public static PhotoDataset Load(IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default) =>
        new PhotoLoader(new CatsAndDogsPhotos(), DataFolders.Current).Load(progress, cancellation);
}
