using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Neurones.Player.Server;

namespace Neurones.Player.Commands;

/// <summary><c>neurones serve</c>, and what <c>neurones</c> alone does: the lessons in the browser.</summary>
public static class ServeCommand
{
    // What a browser keeps for the page (outputs, theme) belongs to its port, so the port shouldn't change from day to day.
    private const int UsualPort = 8943;

    public static Command Create() => Define(new Command("serve", "Serve the lessons to a browser on this machine."));

    /// <summary>Gives <paramref name="command"/> the options and the action of serve.</summary>
    public static T Define<T>(T command)
        where T : Command
    {
        var port = new Option<int?>("--port")
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"The port on 127.0.0.1. Default: {UsualPort}, or any free one if that is taken; 0: any free one."),
            HelpName = "PORT",
            CustomParser = ParsePort,
        };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Print the page's address without opening it." };
        command.Options.Add(port);
        command.Options.Add(noBrowser);
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(port), !parsed.GetValue(noBrowser), cancellation));
        return command;
    }

    private static int? ParsePort(ArgumentResult result)
    {
        if (!ushort.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            result.AddError($"--port must be a number from 0 to 65535, not {result.Tokens[0].Value}.");
        }

        return port;
    }

    private static async Task<int> RunAsync(int? port, bool browser, CancellationToken cancellation)
    {
        var options = new PlayerOptions { Notebooks = NotebooksFolder.Find(), Port = port ?? UsualPort };
        await using var server = await StartAsync(options, otherPort: port is null, cancellation);
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
