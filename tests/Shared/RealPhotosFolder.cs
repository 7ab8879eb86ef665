namespace Tests.Shared;

/// <summary>The real photos, which are not in the repository: NEURONES_DATA names a folder that has them in catdog/.</summary>
internal static class RealPhotosFolder
{
    /// <summary>Why tests on the real photos are skipped; null where the photos are.</summary>
    public static string? Skip => Exists
        ? null
        : "NEURONES_DATA names no folder with catdog/trainset.hdf5 and testset.hdf5: see data/README.md.";

    public static bool Exists =>
        Environment.GetEnvironmentVariable("NEURONES_DATA") is { } folder
        && File.Exists(Path.Combine(folder, "catdog", "trainset.hdf5"))
        && File.Exists(Path.Combine(folder, "catdog", "testset.hdf5"));
}
