namespace Neurones.Tests.Photos;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("neurones-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Makes a file with its folders, from a fixture or empty.</summary>
    public string Add(string relative, string? fixture = null)
    {
        var path = System.IO.Path.Combine(Path, relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, fixture is null ? [] : Fixture.Bytes(fixture));
        return path;
    }

    /// <summary>Makes the two files of the course in a folder, from fixtures.</summary>
    public string AddPhotos(string relative, string train = "photos", string test = "photos")
    {
        Add(System.IO.Path.Combine(relative, "trainset.hdf5"), train);
        return System.IO.Path.GetDirectoryName(Add(System.IO.Path.Combine(relative, "testset.hdf5"), test))!;
    }

    /// <summary>Makes a pair of IDX files in a folder.</summary>
    public void AddPair(string relative, string part, byte[] images, byte[] labels, string ending = ".gz")
    {
        File.WriteAllBytes(Add(System.IO.Path.Combine(relative, $"{part}-images-idx3-ubyte{ending}")), images);
        File.WriteAllBytes(Add(System.IO.Path.Combine(relative, $"{part}-labels-idx1-ubyte{ending}")), labels);
    }
}
