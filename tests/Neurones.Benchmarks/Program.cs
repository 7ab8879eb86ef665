using System.CommandLine;
using Neurones.Benchmarks;

var root = new RootCommand("How fast Neurones is: beside its peers, and kernel by kernel.");
root.Subcommands.Add(PeersCommand.Create());
root.Subcommands.Add(MemoryCommand.Create());
root.Subcommands.Add(KernelsCommand.Create());
root.Subcommands.Add(PlayerCommand.Create());
root.Subcommands.Add(SideCommand.Create());
var parsed = root.Parse(args);
var code = parsed.Invoke();
return parsed.Errors.Count > 0 ? 2 : code;
