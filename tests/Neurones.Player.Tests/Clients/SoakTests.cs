using System.Globalization;
using Neurones.Player.Tests.Browser;

namespace Neurones.Player.Tests.Clients;

/// <summary>A short form of the benchmark `player soak`, which says more.</summary>
public class SoakTests
{
    [NeedsNodeOnLinuxFact]
    public async Task Cells_interrupts_restarts_and_kills_in_any_order_lose_no_reply_and_leave_no_process()
    {
        await using var player = await PlayerProcess.StartAsync(folder: null);
        var address = new Uri(player.Address);
        await NodeScript.RunAsync("run.mjs", ["soak", "soak", "jupyterlab"], new Dictionary<string, string>
        {
            ["NEURONES_URL"] = address.GetLeftPart(UriPartial.Authority),
            ["NEURONES_TOKEN"] = address.Query["?token=".Length..],
            ["NEURONES_SERVER"] = player.Id.ToString(CultureInfo.InvariantCulture),
        });
    }

    /// <summary>The script looks at the server's children in /proc.</summary>
    private sealed class NeedsNodeOnLinuxFactAttribute : FactAttribute
    {
        public NeedsNodeOnLinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? NodeScript.WhyMissing : "Only Linux has /proc.";
    }
}
