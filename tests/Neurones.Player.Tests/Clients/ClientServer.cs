using Neurones.Player.Tests.Browser;

namespace Neurones.Player.Tests.Clients;

/// <summary>The command `neurones serve` on the course's own notebooks, for the real clients of one test class.</summary>
public sealed class ClientServer : IAsyncLifetime
{
    private PlayerProcess? _player;

    public async Task InitializeAsync() => _player = NodeScript.WhyMissing is null ? await PlayerProcess.StartAsync(folder: null) : null;

    public async Task DisposeAsync()
    {
        if (_player is not null)
        {
            await _player.DisposeAsync();
        }
    }

    /// <summary>Runs a case of a script with one of the clients.</summary>
    internal Task RunAsync(string client, string script, string name) => RunAsync(new Uri(_player!.Address), client, script, name);

    internal static Task RunAsync(Uri address, string client, string script, string name) => NodeScript.RunAsync("run.mjs", [script, name, client], new Dictionary<string, string>
    {
        ["NEURONES_URL"] = address.GetLeftPart(UriPartial.Authority),
        ["NEURONES_TOKEN"] = address.Query["?token=".Length..],
        ["NEURONES_LESSON"] = Lesson05.Path,
    });
}
