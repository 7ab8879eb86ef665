using Neurones.Player.Lessons;
using Neurones.Player.Server;

namespace Neurones.Player.Jupyter;

/// <summary>Jupyter's REST interface to sessions.</summary>
public static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapGroup("/api/sessions");
        sessions.MapGet("", (SessionRegistry registry, KernelRegistry kernels) => registry.All.Select(session => Model(session, kernels)).OfType<object>());
        sessions.MapPost("", CreateAsync);
        sessions.MapGet("/{id}", (string id, SessionRegistry registry, KernelRegistry kernels) =>
            registry.Find(id) is { } session && Model(session, kernels) is { } model ? Results.Json(model) : Unknown(id));
        sessions.MapPatch("/{id}", ChangeAsync);
        sessions.MapDelete("/{id}", DeleteAsync);
    }

    private static object? Model(Session session, KernelRegistry kernels) => kernels.Find(session.KernelId) is { } kernel ? Model(session, kernel) : null;

    private static object Model(Session session, Kernel kernel) =>
        new { id = session.Id, path = session.Path, name = session.Name, type = session.Type, kernel = KernelEndpoints.Model(kernel) };

    private static IResult Unknown(string id) => Problem.NotFound($"There is no session {id}.");

    private static async Task<IResult> CreateAsync(HttpRequest request, SessionRegistry registry, KernelRegistry kernels, LessonFolders folders)
    {
        var body = await JsonBody.ReadAsync(request);
        if (body.Text("path") is not { Length: > 0 } path)
        {
            return Problem.Json(StatusCodes.Status400BadRequest, "A session needs a \"path\".");
        }

        await registry.Changing.WaitAsync();
        try
        {
            if (registry.FindPath(path) is { } known && kernels.Find(known.KernelId) is { } running)
            {
                return Results.Created($"/api/sessions/{known.Id}", Model(known, running));
            }

            var (kernel, refusal) = await KernelForAsync(body.Part("kernel"), path, kernels, folders);
            if (kernel is null)
            {
                return refusal!;
            }

            var session = new Session(Guid.NewGuid().ToString(), path, body.Text("name") ?? "", body.Text("type") ?? "notebook", kernel.Id);
            registry.Put(session);
            return Results.Created($"/api/sessions/{session.Id}", Model(session, kernel));
        }
        finally
        {
            registry.Changing.Release();
        }
    }

    private static async Task<IResult> ChangeAsync(string id, HttpRequest request, SessionRegistry registry, KernelRegistry kernels, LessonFolders folders)
    {
        var body = await JsonBody.ReadAsync(request);
        await registry.Changing.WaitAsync();
        try
        {
            if (registry.Find(id) is not { } session || kernels.Find(session.KernelId) is not { } kernel)
            {
                return Unknown(id);
            }

            var changed = session with { Path = body.Text("path") ?? session.Path, Name = body.Text("name") ?? session.Name, Type = body.Text("type") ?? session.Type };
            if (body.Part("kernel") is { } wanted && (wanted.Text("id") ?? wanted.Text("name")) is not null && wanted.Text("id") != session.KernelId)
            {
                var (other, refusal) = await KernelForAsync(wanted, changed.Path, kernels, folders);
                if (other is null)
                {
                    return refusal!;
                }

                // As Jupyter does, even where another session uses it too.
                await kernels.StopAsync(session.KernelId);
                kernel = other;
            }

            changed = changed with { KernelId = kernel.Id };
            registry.Put(changed);
            return Results.Json(Model(changed, kernel));
        }
        finally
        {
            registry.Changing.Release();
        }
    }

    private static async Task<IResult> DeleteAsync(string id, SessionRegistry registry, KernelRegistry kernels)
    {
        if (registry.Find(id) is not { } session || !registry.Remove(id))
        {
            return Unknown(id);
        }

        return await kernels.StopAsync(session.KernelId)
            ? Results.NoContent()
            : Problem.Json(StatusCodes.Status410Gone, $"The kernel of session {id} was gone already.");
    }

    private static async Task<(Kernel? Kernel, IResult? Refusal)> KernelForAsync(JsonBody? wanted, string path, KernelRegistry kernels, LessonFolders folders)
    {
        if (wanted?.Text("id") is { Length: > 0 } id)
        {
            return kernels.Find(id) is { } existing ? (existing, null) : (null, KernelEndpoints.Unknown(id));
        }

        var name = wanted?.Text("name") ?? KernelSpecs.Name;
        return name != KernelSpecs.Name ? (null, KernelEndpoints.UnknownName(name))
            : await kernels.StartAsync(name, folders.For(path), ClientEnvironment.Of(wanted)) is { } started ? (started, null)
            : (null, KernelEndpoints.TooMany(kernels));
    }
}
