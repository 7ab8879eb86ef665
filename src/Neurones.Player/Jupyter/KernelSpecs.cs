using Neurones.Player.Server;

namespace Neurones.Player.Jupyter;

/// <summary>The one kind of kernel there is, named as .NET Interactive's, so that its notebooks find it.</summary>
public static class KernelSpecs
{
    public const string Name = ".net-csharp";

    public static object Model { get; } = new
    {
        name = Name,
        resources = new { },
        spec = new { argv = Array.Empty<string>(), display_name = ".NET (C#)", language = "C#", env = new { }, metadata = new { }, interrupt_mode = "message" },
    };

    public static object All { get; } = new { @default = Name, kernelspecs = new Dictionary<string, object> { [Name] = Model } };

    public static void MapKernelSpecs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/kernelspecs", () => All);
        routes.MapGet("/api/kernelspecs/{name}", (string name) => name == Name ? Results.Json(Model) : Problem.NotFound($"There is no kernel named {name}, only {Name}."));
    }
}
