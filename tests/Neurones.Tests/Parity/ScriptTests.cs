using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Neurones.Tests;

/// <summary>The committed reference values are what the committed scripts compute.</summary>
public sealed class ScriptTests
{
    private const string Published = "../../Lessons.Tests/Published";

    [NeedsPythonFact]
    public void ParityScriptReproducesItsValues() =>
        Reproduces("parity.py", ["random.json", "blobs.json", "neuron.json", "metrics.json", "scaling.json"]);

    [NeedsPythonFact]
    public void The_data_script_reproduces_its_values() =>
        Reproduces("data.py", ["data-circles.json", "data-moons.json", "data-split.json", "data-preprocessing.json", "data-metrics.json"]);

    [NeedsPythonFact]
    public void The_script_of_the_early_neurons_reproduces_its_values() => Reproduces("early.py", ["early.json"]);

    /// <summary>Without the files themselves, which another NumPy may write a little differently.</summary>
    [NeedsPythonFact]
    public void The_files_script_reproduces_its_values() => Reproduces("files.py", ["files.json"], ["values"]);

    [NeedsPythonFact]
    public void The_networks_script_reproduces_its_values() => Reproduces("networks.py", ["networks.json"]);

    [NeedsPythonFact]
    public void The_softmax_script_reproduces_its_values() => Reproduces("softmax.py", ["softmax.json"]);

    [NeedsPythonFact]
    public void The_numerics_script_reproduces_its_values() => Reproduces("numerics.py", ["numerics.json", "grid.json"]);

    [NeedsTorchFact]
    public void The_convolution_script_reproduces_its_values() => Reproduces("convolution.py", ["convolution.json"]);

    [NeedsTorchFact]
    public void The_layers_script_reproduces_its_values() => Reproduces("layers.py", ["layers.json"]);

    /// <summary>Without the values on the photos, which take NumPy a minute: there the lesson is compared with them.</summary>
    [NeedsPythonFact]
    public void The_lessons_script_reproduces_its_values() =>
        Reproduces($"{Published}/published.py", ["published.json"], ["lesson 5", "descents"]);

    public static TheoryData<string> LessonScripts =>
        [.. Directory.EnumerateFiles(Path.Combine(SourceFolder(), Published), "published_*.py").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    /// <summary>Without the values on the photos, as above.</summary>
    [NeedsPythonTheory]
    [MemberData(nameof(LessonScripts))]
    public void The_script_of_a_lesson_reproduces_its_values(string script)
    {
        var values = Read(Path.Combine(SourceFolder(), Published, $"{script}.json"));
        Reproduces($"{Published}/{script}.py", [$"{script}.json"], [.. values.EnumerateObject().Select(part => part.Name).Where(part => !part.EndsWith(", photos", StringComparison.Ordinal))]);
    }

    private static void Reproduces(string script, string[] files, string[]? parts = null)
    {
        var folder = Directory.CreateTempSubdirectory("neurones-parity");
        try
        {
            var copy = Path.Combine(folder.FullName, Path.GetFileName(script));
            File.Copy(Path.Combine(SourceFolder(), script), copy);
            var (exitCode, error) = NeedsPythonFactAttribute.Run(copy);
            Assert.True(exitCode == 0, error);
            foreach (var file in files)
            {
                var committed = Read(Path.Combine(SourceFolder(), Path.GetDirectoryName(script)!, file));
                var made = Read(Path.Combine(folder.FullName, file));
                foreach (var part in parts ?? [])
                {
                    Same(committed.GetProperty(part), made.GetProperty(part), $"{file}.{part}");
                }

                if (parts is null)
                {
                    Same(committed, made, file);
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Same(JsonElement committed, JsonElement made, string path)
    {
        Assert.True(committed.ValueKind == made.ValueKind, $"{path}: {committed.ValueKind} is committed, {made.ValueKind} was made");
        switch (committed.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(committed.EnumerateObject().Select(p => p.Name), made.EnumerateObject().Select(p => p.Name));
                foreach (var property in committed.EnumerateObject())
                {
                    Same(property.Value, made.GetProperty(property.Name), $"{path}.{property.Name}");
                }

                break;
            case JsonValueKind.Array:
                Assert.True(committed.GetArrayLength() == made.GetArrayLength(), $"{path}: the lengths differ");
                foreach (var (index, pair) in committed.EnumerateArray().Zip(made.EnumerateArray()).Index())
                {
                    Same(pair.First, pair.Second, $"{path}[{index}]");
                }

                break;
            case JsonValueKind.Number:
                Near.Equal(committed.GetDouble(), made.GetDouble(), 1e-9); // Another BLAS sums in another order.
                break;
            default:
                Assert.Equal(committed.ToString(), made.ToString());
                break;
        }
    }

    private static JsonElement Read(string path) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path));

    private static string SourceFolder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
