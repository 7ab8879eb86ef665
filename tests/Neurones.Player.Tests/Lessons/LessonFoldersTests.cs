using System.Runtime.CompilerServices;
using System.Text.Json;
using Neurones.Player.Lessons;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Lessons;

public sealed class LessonFoldersTests : IDisposable
{
    private const string Gateway = "/home/ada/neurones/notebooks/en";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, "en")]
    [InlineData("", "en")]
    [InlineData("Untitled-1-jvsc-6a7f.ipynb", "en")]
    [InlineData("en/01-a", "en")]
    [InlineData("fr/01-a", "fr")]
    [InlineData("en/solutions/01-a", "en/solutions")]
    [InlineData("notebooks/fr/01-a-jvsc-0b7e3f52-4a8c-4a53-8a86-6b64b0cf0c35.ipynb", "fr")]
    [InlineData("notebooks\\en\\solutions\\01-a-jvsc-6a7f.ipynb", "en/solutions")]
    [InlineData("/home/ada/fr/", "fr")]
    [InlineData("/", "en")]
    [InlineData("../../etc/passwd", "en")]
    [InlineData("/etc/fr/../passwd", "en")]
    [InlineData("chien/x", "en")]
    public void A_client_s_name_leads_only_to_the_course_s_folders(string? path, string expected)
    {
        foreach (var id in (string[])["en/01-a", "en/solutions/01-a", "fr/01-a"])
        {
            TestNotebook.Write(_folder[$"notebooks/{id}.ipynb"], TestNotebook.Code("1"));
        }

        Assert.Equal(_folder[$"notebooks/{expected}"], new LessonFolders(new LessonIndex(_folder["notebooks"])).For(path));
    }

    [Fact]
    public async Task A_lesson_s_first_cell_runs_unchanged_whatever_its_client_says_of_its_place()
    {
        var notebooks = Path.Combine(Here(), "../../../notebooks");
        var lesson = Path.Combine(notebooks, "en/05-programming-a-neuron.ipynb");
        var cells = JsonDocument.Parse(await File.ReadAllTextAsync(lesson)).RootElement.GetProperty("cells").EnumerateArray();
        var code = string.Concat(cells.First(cell => cell.GetProperty("cell_type").ValueEquals("code")).GetProperty("source").EnumerateArray().Select(line => line.GetString()));
        Assert.Contains("#r \"../../artifacts/lessons/", code, StringComparison.Ordinal);

        await using var server = await RunningServer.StartAsync(change: options => options with { Notebooks = Path.GetFullPath(notebooks) });
        var session = new { path = $"notebooks/en/05-programming-a-neuron-jvsc-{Guid.NewGuid()}.ipynb", name = "05", type = "notebook", kernel = new { name = ".net-csharp" } };
        string[] kernels =
        [
            await server.StartKernelAsync(),
            await server.StartKernelAsync(new { name = ".net-csharp", env = new { KERNEL_WORKING_DIR = Gateway } }),
            (await server.PostAsync("/api/sessions", session, 201)).GetProperty("kernel").GetProperty("id").GetString()!,
        ];
        foreach (var kernel in kernels)
        {
            await using var socket = await TestSocket.OpenAsync(server, kernel);
            var messages = await socket.FinishAsync(await socket.ExecuteAsync(code));
            Assert.DoesNotContain(messages, message => message.MessageType == "error");
            Assert.Equal("ok", messages.Only("execute_reply").Text("status"));
            await server.SendAsync("DELETE", $"/api/kernels/{kernel}", null, 204);
        }
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
