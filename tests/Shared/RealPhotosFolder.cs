namespace Tests.Shared;

/// <summary>The real photos, which are not in the repository: NEURONES_DATA names a folder that has them in catdog/ and mnist/.</summary>
internal static class RealPhotosFolder
{
    /// <summary>Why tests on the photos of cats and dogs are skipped; null where the photos are.</summary>
    public static string? Skip => Without("catdog", "trainset.hdf5", "testset.hdf5");

    /// <summary>Why tests on the digits of MNIST's test are skipped; null where they are.</summary>
    public static string? SkipDigits => Without("mnist", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz");

    public static bool Exists => Skip is null;

    private static string? Without(string subfolder, params string[] files) =>
        Environment.GetEnvironmentVariable("NEURONES_DATA") is { } folder && files.All(file => File.Exists(Path.Combine(folder, subfolder, file)))
            ? null
            : $"NEURONES_DATA names no folder with {subfolder}/{string.Join(" and ", files)}: see data/README.md.";
}
