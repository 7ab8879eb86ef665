using System.Reflection;
using Neurones.Player.Server;

namespace Neurones.Player.Jupyter;

/// <summary>What Jupyter's tools ask a server about itself.</summary>
public static class StatusEndpoints
{
    private static readonly string Version = typeof(PlayerServer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static void MapStatus(this IEndpointRouteBuilder routes)
    {
        var started = DateTimeOffset.UtcNow;
        routes.MapGet("/api", () => new { version = Version });
        routes.MapGet("/api/status", (KernelRegistry registry) =>
        {
            var kernels = registry.All.ToList();
            return new
            {
                started = KernelEndpoints.Time(started),
                last_activity = KernelEndpoints.Time(kernels.Select(kernel => kernel.LastActivity).Append(started).Max()),
                connections = kernels.Sum(kernel => kernel.Clients.Connected),
                kernels = kernels.Count,
            };
        });
    }
}
