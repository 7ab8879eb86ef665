using System.Text.Json;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Lessons;

public sealed class LessonEndpointTests : IAsyncLifetime
{
    private static readonly object Edits = new { cells = new { c1 = new { source = "x = 2;", original = "x = 1;" } } };

    private RunningServer _server = null!;

    private string EditsFile => Path.Combine(_server.Folder, "user", "edits", "en", "01-first.json");

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Lists_lessons_before_their_solutions()
    {
        TestNotebook.Write(Path.Combine(_server.Folder, "notebooks/.ipynb_checkpoints/01-first.ipynb"));
        TestNotebook.Write(Path.Combine(_server.Folder, "notebooks/en/.ipynb_checkpoints/01-first.ipynb"));
        var lessons = await _server.GetAsync("/lessons");
        Assert.Equal(
            """[{"id":"en/01-first","title":"The first neuron","language":"en","solution":false,"number":"1"},{"id":"en/solutions/01-first","title":"Solutions","language":"en","solution":true,"number":"1"}]""",
            lessons.GetRawText());
    }

    [Theory]
    [InlineData("/lessons/en/01-first")]
    [InlineData("/lessons/en%2F01-first")]
    public async Task Gives_a_notebook_as_it_is(string path)
    {
        var file = await File.ReadAllTextAsync(Path.Combine(_server.Folder, "notebooks/en/01-first.ipynb"));
        Assert.Equal(file, await _server.Client.GetStringAsync(path));
    }

    [Theory]
    [InlineData("en/none")]
    [InlineData("en")]
    [InlineData("..%2F..%2Fsecret")]
    [InlineData("..%2F..%2Fsecret.json")]
    [InlineData("en%2F..%2F..%2F..%2Fsecret")]
    [InlineData("en/01-first.ipynb")]
    [InlineData("EN/01-FIRST")]
    [InlineData("en/01-first%00")]
    public async Task What_is_not_in_the_index_is_not_there(string id)
    {
        using var lesson = await _server.Client.GetAsync($"/lessons/{id}");
        Assert.Contains((int)lesson.StatusCode, (int[])[400, 404]);
        using var edits = await _server.Client.PutAsync($"/lessons/{id}/edits", new StringContent(JsonSerializer.Serialize(Edits)));
        Assert.Contains((int)edits.StatusCode, (int[])[400, 404]);
        Assert.False(Directory.Exists(Path.Combine(_server.Folder, "user")));
    }

    [Fact]
    public async Task Edits_are_kept_and_replaced()
    {
        Assert.Equal("""{"cells":{}}""", (await _server.GetAsync("/lessons/en/01-first/edits")).GetRawText());

        await _server.SendAsync("PUT", "/lessons/en/01-first/edits", Edits, 204);
        Assert.Equal(JsonSerializer.Serialize(Edits), (await _server.GetAsync("/lessons/en/01-first/edits")).GetRawText());
        Assert.Equal("""{"cells":{}}""", (await _server.GetAsync("/lessons/en/solutions/01-first/edits")).GetRawText());

        await _server.SendAsync("PUT", "/lessons/en/01-first/edits", new { cells = new { } }, 204);
        Assert.Equal("""{"cells":{}}""", (await _server.GetAsync("/lessons/en%2F01-first%2Fedits")).GetRawText());
    }

    [Fact]
    public async Task Writers_at_once_leave_one_whole_version()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            _server.SendAsync("PUT", "/lessons/en/01-first/edits", new { cells = new { c = new { source = new string('x', 20_000 + i), original = "" } } }, 204)));
        Assert.StartsWith("xxxx", (await _server.GetAsync("/lessons/en/01-first/edits")).GetProperty("cells").GetProperty("c").GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(EditsFile)!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"cells":null}""")]
    [InlineData("""{"cells":[]}""")]
    [InlineData("""{"cells":{"c":null}}""")]
    [InlineData("""{"cells":{"c":{"source":"a"}}}""")]
    [InlineData("""{"cells":{"c":{"source":1,"original":""}}}""")]
    public async Task Bad_edits_are_refused_and_lose_nothing(string body)
    {
        await _server.SendAsync("PUT", "/lessons/en/01-first/edits", Edits, 204);
        await _server.SendAsync("PUT", "/lessons/en/01-first/edits", body, 400);
        Assert.Equal(JsonSerializer.Serialize(Edits), (await _server.GetAsync("/lessons/en/01-first/edits")).GetRawText());
    }

    [Fact]
    public async Task An_unreadable_file_is_set_aside()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(EditsFile)!);
        await File.WriteAllTextAsync(EditsFile, "{");
        Assert.Equal("""{"cells":{}}""", (await _server.GetAsync("/lessons/en/01-first/edits")).GetRawText());
        Assert.Equal("{", await File.ReadAllTextAsync(EditsFile + ".unreadable"));
    }

    [Fact]
    public async Task Progress_is_kept_beside_the_edits_and_listed_for_all_lessons()
    {
        var progress = new { done = new[] { "c1", "c2" }, solved = new[] { "c2" }, last = "c2", cells = 4, exercises = 1 };
        var user = Path.Combine(_server.Folder, "user");
        Assert.Equal(JsonSerializer.Serialize(new { folder = user, lessons = new { } }), (await _server.GetAsync("/progress")).GetRawText());
        Assert.Equal("""{"done":[],"solved":[],"last":null,"cells":0,"exercises":0}""", (await _server.GetAsync("/lessons/en/01-first/progress")).GetRawText());

        await _server.SendAsync("PUT", "/lessons/en/01-first/progress", progress, 204);

        Assert.Equal(JsonSerializer.Serialize(progress), (await _server.GetAsync("/progress")).GetProperty("lessons").GetProperty("en/01-first").GetRawText());
        Assert.True(File.Exists(Path.Combine(user, "progress", "en", "01-first.json")));
        Assert.Equal("""{"cells":{}}""", (await _server.GetAsync("/lessons/en/01-first/edits")).GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"cells":{}}""")]
    [InlineData("""{"done":[null],"solved":[],"last":null,"cells":1,"exercises":0}""")]
    [InlineData("""{"done":null,"solved":[],"last":null,"cells":1,"exercises":0}""")]
    [InlineData("""{"done":[],"solved":[],"last":null,"cells":"many","exercises":0}""")]
    public async Task Bad_progress_is_refused_and_an_unreadable_file_is_as_none(string body)
    {
        await _server.SendAsync("PUT", "/lessons/en/01-first/progress", body, 400);
        var file = Path.Combine(_server.Folder, "user", "progress", "en", "01-first.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, body);
        Assert.Empty((await _server.GetAsync("/progress")).GetProperty("lessons").EnumerateObject());
        Assert.Equal(body, await File.ReadAllTextAsync(file + ".unreadable"));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_lesson_itself_is_never_written(string method)
    {
        await _server.SendAsync(method, "/lessons/en/01-first", method == "PUT" ? Edits : null, 405);
        await _server.GetAsync("/lessons/en/01-first");
    }
}
