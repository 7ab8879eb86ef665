using System.CommandLine;

namespace Neurones.Benchmarks;

/// <summary><c>side</c>: what <c>peers</c> starts for each side in C#.</summary>
internal static class SideCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME");
        var threads = new Argument<int>("THREADS");
        var command = new Command("side", "One side of peers, in a process of its own.") { name, threads };
        command.Hidden = true;
        command.SetAction(parsed => new SideServer(parsed.GetValue(name)!, parsed.GetValue(threads)).Run());
        return command;
    }
}
