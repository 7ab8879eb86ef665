using System.Text.Json;

namespace Neurones.Benchmarks.Tests;

/// <summary>The command works and the answers agree; how long anything takes is never asserted.</summary>
public sealed class PeersTests
{
    private static readonly Workload[] Neuron = [.. Catalogue.All.Where(workload => workload.Name == "W1")];
    private static readonly Side[] Sides = [.. Side.All.Where(side => side.Name is Side.Ours or Side.PlainMathNet or Side.NumPy && side.Threads == 1)];

    [NeedsNumPyFact]
    public void Neurones_MathNet_and_NumPy_train_the_same_neuron()
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert.Equal(0, PeersRun.Run(Neuron, Sides, rounds: 1, file));
            var rows = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file)).EnumerateArray().ToList();
            Assert.Equal([Side.Ours, Side.PlainMathNet, Side.NumPy], rows.Select(row => row.GetProperty("impl").GetString()));
            Assert.All(rows, row =>
            {
                Assert.Equal(["workload", "impl", "threads", "seconds", "ratio_to_numpy", "answer"], row.EnumerateObject().Select(property => property.Name));
                Assert.True(row.GetProperty("seconds").GetDouble() > 0);
                Assert.Equal(rows[2].GetProperty("answer").GetDouble(), row.GetProperty("answer").GetDouble(), 9);
            });
        }
        finally
        {
            File.Delete(file);
        }
    }

    [NeedsNumPyFact]
    public void Another_answer_fails_the_run()
    {
        const string Wrong = """
            import json, sys
            print(json.dumps({"name": "wrong"}), flush=True)
            for line in sys.stdin:
                print(json.dumps({"seconds": 1, "answer": [0.1008, 1, 0, 0]}), flush=True)
            """;
        var numPy = Sides.Single(side => side.Name == Side.NumPy);
        Assert.Equal(1, PeersRun.Run(Neuron, [numPy, new("wrong", 1, [numPy.Command[0], "-c", Wrong], [])], rounds: 1, json: null));
    }

    [Fact]
    public void A_missing_peer_is_skipped() =>
        Assert.Equal(0, PeersRun.Run([], [new("missing", 1, ["neurones-no-such-program"], [])], rounds: 1, json: null));
}
