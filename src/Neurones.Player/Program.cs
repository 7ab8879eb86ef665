using System.CommandLine;
using Neurones.Player.Commands;

// `neurones` alone serves the lessons, as `neurones serve` does.
var root = ServeCommand.Define(new RootCommand("Neurones: deep learning from scratch in C#, in lessons that you can change and run."));
root.Subcommands.Add(ServeCommand.Create());
root.Subcommands.Add(RunCommand.Create());
root.Subcommands.Add(ExportCommand.Create());
return await Invocation.InvokeAsync(root, args);
