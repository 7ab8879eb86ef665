using System.Text.Json;

namespace Neurones.Tests.Photos;

/// <summary>The files that Fixtures/fixtures.py makes.</summary>
internal static class Fixture
{
    /// <summary>What h5py reads from the files.</summary>
    public static JsonElement Values { get; } = JsonDocument.Parse(File.ReadAllText(PathOf("values.json"))).RootElement;

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Photos", "Fixtures", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name + ".hdf5"));
}
