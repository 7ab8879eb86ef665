namespace Neurones;

/// <summary>Tries the places that may have the photos, one after the other.</summary>
internal sealed class PhotoLoader(IObtainablePhotos photos, DataFolders folders)
{
    private readonly PhotoFinder _finder = new(photos, folders);

    /// <summary>Where the files are downloaded from, and which they are.</summary>
    public RemoteFolder Remote { get; init; } = photos.Remote;

    /// <summary>How long the download may take.</summary>
    public DownloadLimits Limits { get; init; } = DownloadLimits.Classroom;

    /// <summary>Whether to draw the photos whatever there is, as the environment variable NEURONES_PHOTOS=drawn asks: they are the same everywhere, and free.</summary>
    public bool DrawnOnly { get; init; } = Environment.GetEnvironmentVariable("NEURONES_PHOTOS") == "drawn";

    public PhotoDataset Load(IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (DrawnOnly) return Draw("as NEURONES_PHOTOS=drawn asks", cancellation);

        return _finder.Find() ?? (TryDownload(progress, cancellation) is { } failure
            ? Draw(Instead(failure), cancellation)
            : _finder.ReadOwn(PhotoSourceKind.Downloaded, $"downloaded from {Remote.Address.Host} to {_finder.Own}"));
    }

    private PhotoDataset Draw(string why, CancellationToken cancellation)
    {
        var (train, test) = photos.Draw(cancellation);
        return _finder.Describe(train, test, PhotoSourceKind.Drawn, why);
    }

    private string Instead(string failure) =>
        $"because {failure}{_finder.NotGiven}; for the real ones put {FileList.Names([.. Remote.Files.Select(file => file.Name)])} from {Remote.Address} into {_finder.Own}";

    /// <summary>Downloads what is missing; the reason when that fails, null when it doesn't.</summary>
    private string? TryDownload(IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            var download = new Download(Remote.Address, _finder.Own, Limits, progress);
            // On the thread pool, so that a caller's synchronization context can't be waited for and waiting at once.
            Task.Run(() => download.FetchAsync(Remote.Files, cancellation), cancellation).GetAwaiter().GetResult();
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or TimeoutException or UnauthorizedAccessException)
        {
            return Reason(e);
        }
    }

    private static string Reason(Exception e)
    {
        var network = e is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError };
        var message = e is HttpRequestException { InnerException: { } inner } && !network ? inner.Message : e.Message;
        return $"{(network ? "there is no network" : "the download failed")}: {message.TrimEnd('.')}";
    }
}
