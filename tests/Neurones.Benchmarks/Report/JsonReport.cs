using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Neurones.Benchmarks;

/// <summary>The measurements as a JSON array of rows.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string file, Results results)
    {
        var rows = results.Measurements.Select(m => new Row(m.Workload.Name, m.Side.Name, m.Side.Threads, m.Seconds, results.RatioToNumPy(m), m.Answer[0]));
        File.WriteAllText(file, JsonSerializer.Serialize(rows, Options) + "\n");
    }

    private sealed record Row(
        [property: JsonPropertyName("workload")] string Workload,
        [property: JsonPropertyName("impl")] string Impl,
        [property: JsonPropertyName("threads")] int Threads,
        [property: JsonPropertyName("seconds")] double Seconds,
        [property: JsonPropertyName("ratio_to_numpy")] double? RatioToNumPy,
        [property: JsonPropertyName("answer")] double Answer);
}
