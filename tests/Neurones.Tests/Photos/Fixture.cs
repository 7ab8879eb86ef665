using System.Text.Json;

namespace Neurones.Tests.Photos;

/// <summary>The files that Fixtures/fixtures.py makes.</summary>
internal static class Fixture
{
    public static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(PathOf(name))).RootElement;

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Photos", "Fixtures", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name + ".hdf5"));
}
