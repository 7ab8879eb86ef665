namespace Neurones;

/// <summary>Photos that every learner can have: downloaded, or without a network drawn ones in their place.</summary>
internal interface IObtainablePhotos : IPhotoFiles
{
    /// <summary>Where the files can be downloaded from, and which they are.</summary>
    RemoteFolder Remote { get; }

    /// <summary>Draws photos of the same kind.</summary>
    (PhotoSet Train, PhotoSet Test) Draw(CancellationToken cancellation);
}
