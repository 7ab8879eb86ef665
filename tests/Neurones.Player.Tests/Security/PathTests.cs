using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Security;

/// <summary>No path, however it is written, leads out of the course.</summary>
public sealed class PathTests : IAsyncLifetime
{
    private const string Secret = "SECRET-OF-THE-DISK";

    private RunningServer _server = null!;

    public static TheoryData<string> Tricks =>
    [
        "../secret.json", "../../secret.json", "en/../../secret.json", "..%2fsecret.json", "..%2f..%2fsecret.json", "%2e%2e/secret.json", "%2e%2e%2f%2e%2e%2fsecret.json",
        "%252e%252e%252fsecret.json", "%25252e%25252e%25252fsecret.json", "..%5csecret.json", "..\\secret.json", "..%255csecret.json", "....//secret.json", "..;/secret.json",
        "%c0%ae%c0%ae/secret.json", "%u002e%u002e/secret.json", "en/01-first%00.json", "en%00/../../secret.json", "/etc/passwd", "//etc/passwd", "%2fetc%2fpasswd",
        "file:///etc/passwd", "C:/Windows/win.ini", "C:%5cWindows%5cwin.ini", "%5c%5c127.0.0.1%5cshare", "~/.bashrc", "./secret.json", "secret", "secret.json", "en/.", "*", "en/*",
        "en/01-first/../../../secret.json", "en/01-first/..%2f..%2f..%2fsecret.json", "en/link", "en/linked/inside", "folder/01-first", "link.png", "linked/inside.png",
        "%EF%BC%8E%EF%BC%8E/secret.json", "en/01-first/edits/../../../../secret.json", "..%2f..%2f..%2fuser%2fedits", "CON", "nul", "en/01-first::$DATA",
    ];

    public async Task InitializeAsync()
    {
        _server = await RunningServer.StartAsync();
        Write("secret.json", Secret);
        Write("secret", Secret);
        Write("outside/inside.ipynb", $$"""{"cells":[],"metadata":{"a":"{{Secret}}"},"nbformat":4,"nbformat_minor":5}""");
        Write("outside/inside.png", Secret);
        Write("images/one.png", "a picture");
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(At("notebooks/en/link.ipynb"), At("outside/inside.ipynb"));
            Directory.CreateSymbolicLink(At("notebooks/folder"), At("notebooks/en"));
            Directory.CreateSymbolicLink(At("notebooks/fr"), At("outside"));
            Directory.CreateSymbolicLink(At("notebooks/en/linked"), At("outside"));
            File.CreateSymbolicLink(At("images/link.png"), At("outside/inside.png"));
            Directory.CreateSymbolicLink(At("images/linked"), At("outside"));
        }
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Tricks))]
    public async Task Nothing_beyond_the_course_is_read_or_written(string trick)
    {
        foreach (var place in (string[])["/lessons/", "/images/", "/assets/", "/api/sessions/", "/api/kernels/", "/api/kernelspecs/", "/"])
        {
            Refused(await RawHttp.GetAsync(_server, place + trick, "Authorization: token TOKEN"));
        }

        const string edits = """{"cells":{"c":{"source":"","original":""}}}""";
        foreach (var path in (string[])[$"/lessons/{trick}/edits", $"/lessons/{trick}%2fedits", $"/lessons/{trick}"])
        {
            Refused(await RawHttp.SendAsync(_server, RawHttp.Request("PUT", path, "Authorization: token TOKEN", $"Content-Length: {edits.Length}"), edits));
            Refused(await RawHttp.SendAsync(_server, RawHttp.Request("DELETE", path, "Authorization: token TOKEN")));
        }

        Assert.False(Directory.Exists(At("user")));
        Assert.Equal(Secret, await File.ReadAllTextAsync(At("secret.json")));
        await _server.GetAsync("/lessons/en/01-first");

        static void Refused(RawAnswer answer)
        {
            Assert.Contains(answer.Status, (int[])[400, 404, 405]);
            Assert.DoesNotContain(Secret, answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("root:", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_very_long_path_is_refused()
    {
        Assert.Equal(404, (await RawHttp.GetAsync(_server, "/lessons/" + new string('a', 7000), "Authorization: token TOKEN")).Status);
        Assert.Equal(404, (await RawHttp.GetAsync(_server, "/images/" + string.Concat(Enumerable.Repeat("a/", 3500)))).Status);
        Assert.Equal(414, (await RawHttp.GetAsync(_server, "/lessons/" + new string('a', 20_000), "Authorization: token TOKEN")).Status);
    }

    [Fact]
    public async Task A_link_out_of_the_notebooks_is_not_even_listed()
    {
        var lessons = await _server.GetAsync("/lessons");
        Assert.Equal(["en/01-first", "en/solutions/01-first"], lessons.EnumerateArray().Select(lesson => lesson.GetProperty("id").GetString()));
        Assert.Equal(200, (await RawHttp.GetAsync(_server, "/images/one.png", "Authorization: token TOKEN")).Status);
    }

    [Fact]
    public async Task An_edit_replaces_a_link_and_leaves_what_it_led_to()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Links need a privilege there.
        }

        Directory.CreateDirectory(At("user/edits/en"));
        File.CreateSymbolicLink(At("user/edits/en/01-first.json"), At("secret.json"));
        await _server.SendAsync("PUT", "/lessons/en/01-first/edits", new { cells = new { c = new { source = "1", original = "2" } } }, 204);
        Assert.Equal(Secret, await File.ReadAllTextAsync(At("secret.json")));
        Assert.Null(new FileInfo(At("user/edits/en/01-first.json")).LinkTarget);
    }

    [Fact]
    public async Task A_session_s_path_never_touches_the_disk()
    {
        foreach (var path in (string[])["../../secret.json", "/etc/passwd", "\0", new string('a', 4000), "en/link", "..\\..\\x"])
        {
            var session = await _server.PostAsync("/api/sessions", new { path, name = path, type = path }, 201);
            Assert.Equal(path, session.GetProperty("path").GetString());
            await _server.SendAsync("DELETE", $"/api/sessions/{session.GetProperty("id").GetString()}", null, 204);
        }

        Assert.Equal(Secret, await File.ReadAllTextAsync(At("secret.json")));
    }

    private string At(string path) => Path.Combine(_server.Folder, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }
}
