using System.Runtime.CompilerServices;
using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using Neurones.Tests.Photos;

namespace Neurones.Tests.Files;

/// <summary>Files go to NumPy and come from it with every bit.</summary>
public sealed class PythonFilesTests : IDisposable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static readonly NamedMatrices Some = new(
        ("W1", Matrix<double>.Build.DenseOfColumnMajor(5, 2, FileFixtures.Special)), ("b1", Matrix<double>.Build.Dense(5, 1, (i, j) => i / 3.0)),
        ("été 😀", Matrix<double>.Build.Dense(123, 70, (i, j) => (i * 1e-9) - j)), ("nothing", Matrix<double>.Build.Dense(0, 4)));

    private readonly TemporaryFolder _folder = new();

    [NeedsPythonFact]
    public void NumPy_reads_what_is_saved()
    {
        foreach (var (i, (_, matrix)) in Some.Index())
        {
            NpyFile.Save(In($"{i}.npy"), matrix);
        }

        NpzFile.Save(In("stored.npz"), Some);
        NpzFile.Save(In("packed.npz"), Some, compressed: true);
        SafeTensorsFile.Save(In("all.safetensors"), Some, new Dictionary<string, string> { ["made by"] = "Neurones ü" });
        Script("read");

        var read = JsonSerializer.Deserialize<Dictionary<string, Found>>(File.ReadAllText(In("read.json")), Options)!;
        Assert.Equal(Some.Count + 3, read.Count);
        foreach (var (i, (_, matrix)) in Some.Index())
        {
            Assert.Equal([ArrayOf("array", matrix)], read[$"{i}.npy"].Arrays, Same);
        }

        Assert.All(["stored.npz", "packed.npz", "all.safetensors"], (string name) => Assert.Equal(Some.Select(m => ArrayOf(m.Key, m.Value)), read[name].Arrays, Same));
        Assert.Equal("Neurones ü", read["all.safetensors"].Metadata["made by"]);
    }

    [NeedsPythonFact]
    public void What_NumPy_saves_is_read()
    {
        File.WriteAllText(In("write.json"), JsonSerializer.Serialize(Some.Select(m => ArrayOf(m.Key, m.Value)), Options));
        Script("write");

        foreach (var (i, (_, matrix)) in Some.Index())
        {
            FileFixtures.Same(matrix, NpyFile.Load(In($"{i}.npy")));
        }

        var (tensors, metadata) = SafeTensorsFile.Load(In("all.safetensors"));
        Assert.All([NpzFile.Load(In("stored.npz")), NpzFile.Load(In("packed.npz")), tensors], read =>
        {
            Assert.Equal(Some.Count, read.Count);
            Assert.All(Some, matrix => FileFixtures.Same(matrix.Value, read[matrix.Key]));
        });
        Assert.Equal("NumPy", metadata["made by"]);
    }

    public void Dispose() => _folder.Dispose();

    private string In(string name) => Path.Combine(_folder.Path, name);

    private void Script(string verb, [CallerFilePath] string here = "")
    {
        var (exitCode, error) = NeedsPythonFactAttribute.Run(Path.Combine(Path.GetDirectoryName(here)!, "..", "Parity", "files.py"), verb, _folder.Path);
        Assert.True(exitCode == 0, error);
    }

    private static StoredArray ArrayOf(string name, Matrix<double> matrix) => new(
        name, "<f8", [matrix.RowCount, matrix.ColumnCount], Convert.ToHexStringLower([.. matrix.ToRowMajorArray().SelectMany(BitConverter.GetBytes)]));

    private static bool Same(StoredArray expected, StoredArray actual) =>
        (expected.Name, expected.Type, expected.Bytes) == (actual.Name, actual.Type, actual.Bytes) && expected.Shape.SequenceEqual(actual.Shape);

    private sealed record Found(Dictionary<string, string> Metadata, StoredArray[] Arrays);

    private sealed record StoredArray(string Name, string Type, int[] Shape, string Bytes);
}
