using System.CommandLine;
using Neurones.Player.Jupyter;
using Neurones.Player.Kernels;
using Neurones.Player.Server;

namespace Neurones.Player.Commands;

/// <summary><c>neurones serve</c>, and what <c>neurones</c> alone does: the lessons in the browser.</summary>
public static class ServeCommand
{
    // What a browser keeps for the page (outputs, theme) belongs to its port, so the port shouldn't change from day to day.
    private const int UsualPort = 8943;

    private const long Megabyte = 1024 * 1024;

    public static Command Create() => Define(new Command("serve", "Serve the lessons to a browser on this machine."));

    /// <summary>Gives <paramref name="command"/> the options and the action of serve.</summary>
    public static T Define<T>(T command)
        where T : Command
    {
        var port = NumberOption.Create("--port", "PORT", Text($"The port on 127.0.0.1. Default: {UsualPort}, or any free one if that is taken; 0: any free one."), 0, ushort.MaxValue);
        var noBrowser = new Option<bool>("--no-browser") { Description = "Print the page's address without opening it." };
        var newToken = new Option<bool>("--new-token") { Description = "Make a new token, so that addresses printed so far are good no more." };
        var maxKernels = NumberOption.Create("--max-kernels", "N", Text($"How many kernels may run at once. Default: {new KernelLimits().MaxKernels}."), 1, 10_000);
        var kernelMemory = NumberOption.Create("--kernel-memory", "MB", Text($"How much memory the objects of one kernel may take. Default: {new KernelOptions().HeapLimit / Megabyte}."), 128, 1_000_000);
        var cullIdle = NumberOption.Create("--cull-idle", "MINUTES", Text($"End a kernel that has been idle without a client for so long. Default: {new KernelLimits().IdleLimit!.Value.TotalMinutes}; 0: never."), 0, 1_000_000);
        command.Add(port);
        command.Add(noBrowser);
        command.Add(newToken);
        command.Add(maxKernels);
        command.Add(kernelMemory);
        command.Add(cullIdle);
        command.SetAction((parsed, cancellation) =>
        {
            var options = new PlayerOptions
            {
                Notebooks = NotebooksFolder.Find(),
                Port = parsed.GetValue(port) ?? UsualPort,
                Token = OpenToken(parsed.GetValue(newToken)),
                Kernels = Kernels(parsed.GetValue(kernelMemory)),
                Limits = Limits(parsed.GetValue(maxKernels), parsed.GetValue(cullIdle)),
            };
            return RunAsync(options, otherPort: parsed.GetValue(port) is null, browser: !parsed.GetValue(noBrowser), cancellation);
        });
        return command;
    }

    private static AccessToken OpenToken(bool renew)
    {
        var (token, remark) = new KeptToken(KeptToken.UsualFile).Open(renew);
        if (remark is not null)
        {
            Console.Error.WriteLine(remark);
        }

        return token;
    }

    private static KernelOptions Kernels(int? megabytes)
    {
        var usual = new KernelOptions();
        return megabytes is null ? usual : usual with { HeapLimit = megabytes.Value * Megabyte };
    }

    private static KernelLimits Limits(int? maxKernels, int? idleMinutes)
    {
        var usual = new KernelLimits();
        return new KernelLimits
        {
            MaxKernels = maxKernels ?? usual.MaxKernels,
            IdleLimit = idleMinutes switch
            {
                null => usual.IdleLimit,
                0 => null,
                _ => TimeSpan.FromMinutes(idleMinutes.Value),
            },
        };
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static async Task<int> RunAsync(PlayerOptions options, bool otherPort, bool browser, CancellationToken cancellation)
    {
        await using var server = await StartAsync(options, otherPort, cancellation);
        Console.WriteLine(server.Address);
        await Console.Error.WriteLineAsync("Neurones is running at this address: open it if no browser did. Ctrl+C stops it.");
        if (StaticShell.WhyMissing(options.WebRoot) is { } missing)
        {
            await Console.Error.WriteLineAsync(missing);
        }
        else if (browser)
        {
            Browser.Open(server.Address);
        }

        await server.WaitForShutdownAsync(cancellation);
        return ExitCode.Ok;
    }

    private static async Task<PlayerServer> StartAsync(PlayerOptions options, bool otherPort, CancellationToken cancellation)
    {
        var server = new PlayerServer(options);
        try
        {
            await server.StartAsync(cancellation);
            return server;
        }
        catch (IOException e)
        {
            await server.DisposeAsync();
            if (!otherPort)
            {
                throw new UsageException($"Port {options.Port} can't be used ({e.Message.TrimEnd('.')}): choose another with --port, or leave it out.");
            }

            await Console.Error.WriteLineAsync($"Port {options.Port} is taken (is Neurones running already?): taking another.");
            return await StartAsync(options with { Port = 0 }, otherPort: false, cancellation);
        }
    }
}
