using System.Globalization;

namespace Neurones;

/// <summary>Tries the places that may have the photos, one after the other.</summary>
internal sealed class CatsAndDogsLoader(string? neuronesData, string dataFolder)
{
    private const string Subfolder = "catdog";

    /// <summary>Where the files are downloaded from, which they are, and how long that may take.</summary>
    public Uri Source { get; init; } = RemoteFile.CourseFolder;

    /// <inheritdoc cref="Source"/>
    public IReadOnlyList<RemoteFile> Files { get; init; } = RemoteFile.CatsAndDogs;

    /// <inheritdoc cref="Source"/>
    public DownloadLimits Limits { get; init; } = DownloadLimits.Classroom;

    public PhotoDataset Load(IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var notFound = "";
        if (!string.IsNullOrWhiteSpace(neuronesData))
        {
            var given = Path.GetFullPath(Path.Combine(neuronesData, Subfolder));
            var missing = string.Join(" and ", RealPhotos.Missing(given));
            if (missing.Length == 0)
            {
                return Real(given, PhotoSourceKind.Folder, $"from {given} (NEURONES_DATA)");
            }

            notFound = $"; NEURONES_DATA is set, but {missing} isn't in {given}";
        }

        var folder = Path.Combine(dataFolder, Subfolder);
        if (!RealPhotos.Missing(folder).Any())
        {
            return Real(folder, PhotoSourceKind.Data, $"from {folder}{notFound}");
        }

        var failure = TryDownload(folder, progress, cancellation);
        if (failure is null)
        {
            return Real(folder, PhotoSourceKind.Downloaded, $"downloaded from {Source.Host} to {folder}{notFound}");
        }

        var (train, test) = DrawnPhotos.Draw(cancellation);
        return Dataset(train, test, PhotoSourceKind.Drawn, "drawn", $"because {failure}{notFound}; for the real ones put {RealPhotos.TrainFile} and {RealPhotos.TestFile} into {folder}");
    }

    /// <summary>Downloads what is missing; the reason when that fails, null when it doesn't.</summary>
    private string? TryDownload(string folder, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            // On the thread pool, so that a caller's synchronization context can't be waited for and waiting at once.
            Task.Run(() => new Download(Source, folder, Limits, progress).FetchAsync(Files, cancellation), cancellation).GetAwaiter().GetResult();
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

    private static PhotoDataset Real(string folder, PhotoSourceKind kind, string origin)
    {
        var (train, test) = RealPhotos.Read(folder);
        return Dataset(train, test, kind, "real", origin);
    }

    private static PhotoDataset Dataset(PhotoSet train, PhotoSet test, PhotoSourceKind kind, string how, string origin)
    {
        var sentence = string.Create(CultureInfo.InvariantCulture, $"{train.Count:N0} {how} photos to train on and {test.Count:N0} to test with, {origin}");
        return new PhotoDataset(train, test, new PhotoSource(kind, sentence));
    }
}
