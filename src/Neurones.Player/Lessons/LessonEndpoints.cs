using System.Text.Json;
using Neurones.Player.Server;

namespace Neurones.Player.Lessons;

/// <summary>The lessons, their pictures and their edits, for the page.</summary>
public static class LessonEndpoints
{
    /// <summary>Where the pictures are, as seen by a browser.</summary>
    public const string Pictures = "/images";

    private const string EditsSuffix = "/edits";

    // An identifier holds slashes, which a client may send as they are or as %2F: hence one route for all.
    public static void MapLessons(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Pictures + "/{**path}", [HttpMethods.Get, HttpMethods.Head], (string path, LessonPictures pictures) => pictures.Find(Uri.UnescapeDataString(path)));
        routes.MapGet("/lessons", (LessonIndex index) => index.All);
        routes.MapGet("/lessons/{**path}", (string path, LessonIndex index, EditStore edits) => WithLesson(path, index, async (lesson, isEdits) => isEdits
            ? Results.Json(await edits.ReadAsync(lesson))
            : Results.File(lesson.File, "application/json")));
        routes.MapPut("/lessons/{**path}", (string path, HttpRequest request, LessonIndex index, EditStore edits) => WithLesson(path, index, async (lesson, isEdits) =>
        {
            if (!isEdits)
            {
                return ReadOnly(lesson);
            }

            var body = await JsonBody.ReadAsync(request);
            try
            {
                await edits.WriteAsync(lesson, EditStore.Parse(body.Root));
                return Results.NoContent();
            }
            catch (JsonException e)
            {
                return Problem.Json(StatusCodes.Status400BadRequest, $"Edits must be {{\"cells\": {{CELL: {{\"source\", \"original\"}}}}}}: {e.Message}");
            }
        }));
        routes.MapDelete("/lessons/{**path}", (string path, LessonIndex index, EditStore edits) => WithLesson(path, index, (lesson, isEdits) =>
        {
            if (!isEdits)
            {
                return Task.FromResult(ReadOnly(lesson));
            }

            edits.Delete(lesson);
            return Task.FromResult(Results.NoContent());
        }));
    }

    private static async Task<IResult> WithLesson(string path, LessonIndex index, Func<Lesson, bool, Task<IResult>> answer)
    {
        var id = Uri.UnescapeDataString(path);
        var isEdits = id.EndsWith(EditsSuffix, StringComparison.Ordinal);
        return index.Find(isEdits ? id[..^EditsSuffix.Length] : id) is { } lesson
            ? await answer(lesson, isEdits)
            : Problem.NotFound("There is no such lesson.");
    }

    private static IResult ReadOnly(Lesson lesson) => Problem.Json(StatusCodes.Status405MethodNotAllowed, $"The lesson {lesson.Id} itself is never written: write its edits.");
}
