using System.Globalization;
using Neurones.Player.Lessons;
using Neurones.Player.Server;

namespace Neurones.Player.Jupyter;

/// <summary>Jupyter's REST interface to kernels.</summary>
public static class KernelEndpoints
{
    public static void MapKernels(this IEndpointRouteBuilder routes)
    {
        var kernels = routes.MapGroup("/api/kernels");
        kernels.MapGet("", (KernelRegistry registry) => registry.All.Select(Model));
        kernels.MapPost("", StartAsync);
        kernels.MapGet("/{id}", (string id, KernelRegistry registry) => registry.Find(id) is { } kernel ? Results.Json(Model(kernel)) : Unknown(id));
        kernels.MapDelete("/{id}", async (string id, KernelRegistry registry) => await registry.StopAsync(id) ? Results.NoContent() : Unknown(id));
        kernels.MapPost("/{id}/interrupt", InterruptAsync);
        kernels.MapPost("/{id}/restart", RestartAsync);
        kernels.Map("/{id}/channels", KernelSocket.AcceptAsync);
    }

    public static object Model(Kernel kernel) => new
    {
        id = kernel.Id,
        name = kernel.Name,
        last_activity = kernel.LastActivity.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        execution_state = kernel.ExecutionState,
        connections = kernel.Clients.Connected,
    };

    internal static IResult Unknown(string id) => Problem.NotFound($"There is no kernel {id}.");

    internal static IResult UnknownName(string? name) => Problem.Json(StatusCodes.Status501NotImplemented, $"There is no kernel named {name}, only {KernelSpecs.Name}.");

    internal static IResult TooMany(KernelRegistry registry) => Problem.Json(
        StatusCodes.Status503ServiceUnavailable,
        string.Create(CultureInfo.InvariantCulture, $"{registry.MaxKernels} kernels are in use, which is the limit: close a lesson first."));

    private static async Task<IResult> StartAsync(HttpRequest request, KernelRegistry registry, LessonFolders folders)
    {
        var body = await JsonBody.ReadAsync(request);
        var name = body.Text("name") ?? KernelSpecs.Name;
        if (name != KernelSpecs.Name)
        {
            return UnknownName(name);
        }

        // A gateway's client says only where its notebook lies.
        var path = body.Text("path") ?? $"{ClientEnvironment.NotebookFolder(body)}/";
        return await registry.StartAsync(name, folders.For(path), ClientEnvironment.Of(body)) is { } kernel
            ? Results.Created($"/api/kernels/{kernel.Id}", Model(kernel))
            : TooMany(registry);
    }

    private static async Task<IResult> InterruptAsync(string id, KernelRegistry registry)
    {
        if (registry.Find(id) is not { } kernel)
        {
            return Unknown(id);
        }

        await kernel.InterruptAsync();
        return Results.NoContent();
    }

    private static async Task<IResult> RestartAsync(string id, KernelRegistry registry)
    {
        if (registry.Find(id) is not { } kernel)
        {
            return Unknown(id);
        }

        return await kernel.RestartAsync() ? Results.Json(Model(kernel))
            : kernel.Gone.IsCancellationRequested ? Unknown(id)
            : Problem.Json(StatusCodes.Status500InternalServerError, $"The kernel {id} could not be started again.");
    }
}
