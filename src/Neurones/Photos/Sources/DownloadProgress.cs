using System.Globalization;

namespace Neurones;

/// <summary>How far a download is.</summary>
/// <param name="File">The file's name.</param>
/// <param name="ReceivedBytes">How many bytes of it are here.</param>
/// <param name="TotalBytes">How many bytes it has.</param>
public sealed record DownloadProgress(string File, long ReceivedBytes, long TotalBytes)
{
    /// <summary>The same for a person: trainset.hdf5: 1.2 of 4.1 MB.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}: {ReceivedBytes / 1e6:0.0} of {TotalBytes / 1e6:0.0} MB");
}
