using System.CommandLine;

namespace Neurones.Benchmarks;

/// <summary><c>peers</c>: each workload in Neurones and its peers, side by side.</summary>
internal static class PeersCommand
{
    public static Command Create()
    {
        var json = new Option<string?>("--json") { Description = "Write the measurements to this file too.", HelpName = "FILE" };
        var only = new Option<string[]>("--only") { Description = $"Only these workloads: {string.Join(", ", Catalogue.All.Select(workload => workload.Name))}; W8 and gemm stand for all of theirs.", HelpName = "W3", AllowMultipleArgumentsPerToken = true };
        var sides = new Option<string[]>("--sides") { Description = $"Only these sides: {string.Join(", ", Side.All.Select(side => side.Name).Distinct())}.", HelpName = "SIDE", AllowMultipleArgumentsPerToken = true };
        var rounds = new Option<int>("--rounds") { Description = "How often each side is measured.", HelpName = "N", DefaultValueFactory = _ => 5 };
        rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--rounds must be 1 or more.");
            }
        });
        only.Validators.Add(result => Known(result, "workload", name => Catalogue.All.Any(workload => Selects(name, workload))));
        sides.Validators.Add(result => Known(result, "side", name => Side.All.Any(side => side.Name == name)));

        var command = new Command("peers", "Measure each workload in Neurones and its peers by turns. Exit code 0: all give the same answers; 1: not all; 2: bad usage.") { json, only, sides, rounds };
        command.SetAction(parsed => PeersRun.Run(
            [.. Catalogue.All.Where(workload => parsed.GetValue(only) is not { Length: > 0 } names || names.Any(name => Selects(name, workload)))],
            [.. Side.All.Where(side => parsed.GetValue(sides) is not { Length: > 0 } names || names.Contains(side.Name))],
            parsed.GetValue(rounds),
            parsed.GetValue(json)));
        return command;
    }

    private static bool Selects(string name, Workload workload) =>
        workload.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || workload.Name.StartsWith(name + "-", StringComparison.OrdinalIgnoreCase);

    private static void Known(System.CommandLine.Parsing.OptionResult result, string what, Func<string, bool> isKnown)
    {
        foreach (var name in result.Tokens.Select(token => token.Value).Where(name => !isKnown(name)))
        {
            result.AddError($"There is no {what} {name}: --help lists them.");
        }
    }
}
