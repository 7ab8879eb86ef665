using System.Text.Json;
using Neurones.Player.Server;

namespace Neurones.Player.Lessons;

/// <summary>The lessons, their pictures, and what the learner did in them, for the page.</summary>
public static class LessonEndpoints
{
    /// <summary>Where the pictures are, as seen by a browser.</summary>
    public const string Pictures = "/images";

    // An identifier holds slashes, which a client may send as they are or as %2F: hence one route for all.
    public static void MapLessons(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Pictures + "/{**path}", [HttpMethods.Get, HttpMethods.Head], (string path, LessonPictures pictures) => pictures.Find(Uri.UnescapeDataString(path)));
        routes.MapGet("/lessons", (LessonIndex index) => index.All);
        routes.MapGet("/progress", async (LessonIndex index, LearnerFiles files) => new { folder = files.Folder, lessons = await ProgressAsync(index, files.Progress) });
        routes.MapGet("/lessons/{**path}", (string path, LessonIndex index, LearnerFiles files) => WithLesson(path, index, files, async (lesson, store) => store is null
            ? Results.File(lesson.File, "application/json")
            : Results.Json(await store.ReadAsync(lesson))));
        routes.MapPut("/lessons/{**path}", (string path, HttpRequest request, LessonIndex index, LearnerFiles files) => WithLesson(path, index, files, async (lesson, store) =>
        {
            if (store is null)
            {
                return ReadOnly(lesson);
            }

            var body = await JsonBody.ReadAsync(request);
            try
            {
                await store.WriteAsync(lesson, body.Root);
                return Results.NoContent();
            }
            catch (JsonException e)
            {
                return Problem.Json(StatusCodes.Status400BadRequest, $"The body must be what GET of the same address gives: {e.Message}");
            }
        }));
        routes.MapDelete("/lessons/{**path}", (string path, LessonIndex index, LearnerFiles files) => WithLesson(path, index, files, (lesson, store) =>
        {
            if (store is null)
            {
                return Task.FromResult(ReadOnly(lesson));
            }

            store.Delete(lesson);
            return Task.FromResult(Results.NoContent());
        }));
    }

    private static async Task<Dictionary<string, Progress>> ProgressAsync(LessonIndex index, LearnerStore<Progress> store)
    {
        var all = new Dictionary<string, Progress>();
        foreach (var lesson in index.All)
        {
            if (await store.FindAsync(lesson) is { } progress)
            {
                all.Add(lesson.Id, progress);
            }
        }

        return all;
    }

    /// <summary>Finds the lesson, and the store where the address goes on with its name: <c>/lessons/ID/edits</c>, <c>/lessons/ID/progress</c>.</summary>
    private static async Task<IResult> WithLesson(string path, LessonIndex index, LearnerFiles files, Func<Lesson, LearnerStore?, Task<IResult>> answer)
    {
        var id = Uri.UnescapeDataString(path);
        var end = id.LastIndexOf('/');
        var store = end < 0 ? null : files.Find(id[(end + 1)..]);
        return index.Find(store is null ? id : id[..end]) is { } lesson
            ? await answer(lesson, store)
            : Problem.NotFound("There is no such lesson.");
    }

    private static IResult ReadOnly(Lesson lesson) => Problem.Json(StatusCodes.Status405MethodNotAllowed, $"The lesson {lesson.Id} itself is never written: write its edits.");
}
