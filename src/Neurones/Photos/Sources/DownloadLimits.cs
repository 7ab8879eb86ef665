namespace Neurones;

/// <summary>How long a download may keep a class waiting.</summary>
/// <param name="Connect">Until a connection is there.</param>
/// <param name="Silence">Without a single byte.</param>
/// <param name="Overall">For all files together.</param>
internal sealed record DownloadLimits(TimeSpan Connect, TimeSpan Silence, TimeSpan Overall)
{
    public static readonly DownloadLimits Classroom = new(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(2));
}
