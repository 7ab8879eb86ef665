using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Neurones.Benchmarks;

/// <summary><c>player</c>: the server and its kernels as JupyterLab's own library finds them, in Node.</summary>
internal static class PlayerCommand
{
    public static Command Create()
    {
        var rounds = Number("--rounds", "How often each side is asked.", 200);
        var seed = Number("--seed", "What the order of the soak is drawn from.", 1);
        var cells = Number("--cells", "How many cells the soak runs, with a twentieth as many interrupts and restarts, and a fiftieth as many kills.", 1000);
        var kernels = Number("--kernels", "At most so many kernels.", 64);
        var every = Number("--every", "A busy learner runs a cell every so many seconds.", 10);
        return new Command("player", "Measure the server and its kernels through @jupyterlab/services in Node. Exit code 0: nothing was lost; 1: something was, or a tool is missing.")
        {
            Part("latency", "The round trip of 1+1, ours and ipykernel's behind jupyter-server by turns.", rounds),
            Part("start", "From the start of a kernel to its first result, ours and ipykernel's by turns; and from opening a lesson's page to all of it being there.", rounds),
            Part("memory", "What an idle kernel holds: after its start, after 100 cells, after lessons 05 and 06."),
            Part("soak", "Cells, interrupts, restarts and kills in random order: no reply lost, no process left, no growth of the server.", seed, cells),
            Part("classroom", "How many idle and how many busy kernels this machine holds.", kernels, every),
        };
    }

    private static Option<int> Number(string name, string description, int usual) =>
        new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => usual };

    private static Command Part(string name, string description, params Option<int>[] options)
    {
        var command = new Command(name, description);
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => Run(name, options.ToDictionary(
            option => "NEURONES_" + option.Name.TrimStart('-').ToUpperInvariant(),
            option => parsed.GetValue(option).ToString(CultureInfo.InvariantCulture))));
        return command;
    }

    private static int Run(string part, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Folder(), "..", "Player", part + ".mjs")]);
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine("Node.js was not found: the clients that are measured run in it.");
            return 1;
        }
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
