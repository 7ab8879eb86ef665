using System.Text.Json;

namespace Neurones.Benchmarks;

/// <summary>Asks a side to repeat a computation at least so many times and for at least so many seconds.</summary>
/// <param name="Workload">The workload's name.</param>
/// <param name="Kind">What peers.py calls the computation.</param>
/// <param name="Numbers">The .npz file with what to compute from.</param>
/// <param name="Runs">At least so many runs.</param>
/// <param name="Seconds">For at least so long.</param>
internal sealed record Request(string Workload, string Kind, string Numbers, int Runs, double Seconds);

/// <summary>What a side answers: first its name or what it lacks, then to each request a measurement, or nothing.</summary>
internal sealed record Reply
{
    public string? Name { get; init; }

    public string? Missing { get; init; }

    /// <summary>The mean of the runs.</summary>
    public double Seconds { get; init; }

    /// <summary>The most memory that the process has held.</summary>
    public long PeakBytes { get; init; }

    /// <summary>A few numbers that all sides must agree on; null where the side has no such computation.</summary>
    public double[]? Answer { get; init; }
}

/// <summary>One message is one line of JSON.</summary>
internal static class Lines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static string Write<T>(T message) => JsonSerializer.Serialize(message, Options);

    public static T Read<T>(string line) => JsonSerializer.Deserialize<T>(line, Options)!;
}
