using Neurones.Protocol;

namespace Neurones.Kernel.Tests.Language;

/// <summary>The service beside running cells, and on code as it is while one types.</summary>
public sealed class LanguageServiceTests(SharedKernel shared) : IClassFixture<SharedKernel>
{
    [Fact]
    public async Task Answers_come_while_a_cell_runs_which_stays_busy_and_can_be_stopped()
    {
        await using var kernel = KernelClient.Start();
        await kernel.RunAsync("var before = 1;");
        var running = await kernel.SendCodeAsync("var meanwhile = 2; Console.WriteLine(\"on\"); while (true) { }");
        while ((await kernel.ReadAsync())!.MessageType != "stream")
        {
        }

        Assert.Contains("before", await kernel.MatchesAsync("bef¦"));
        Assert.Equal(["error CS0103 after"], await kernel.MarksAsync("after"));
        var last = await kernel.ReadAsync();
        Assert.Equal(("status", "busy"), (last!.MessageType, last.Content.GetProperty("execution_state").GetString()));
        Assert.Equal(running.MessageId, last.ParentMessageId);

        await kernel.RequestAsync("interrupt_request", new { }, Channels.Control);
        Assert.Equal("error", (await kernel.CollectAsync(running)).Status);
        Assert.Contains("meanwhile", await kernel.MatchesAsync("mean¦"));
    }

    [Fact]
    public async Task Each_of_many_requests_gets_a_reply_and_the_newest_its_answer()
    {
        await using var kernel = KernelClient.Start();
        var requests = new List<JupyterMessage>();
        for (var i = 0; i < 50; i++)
            requests.Add(await kernel.SendAsync("complete_request", new { code = "Console.Wri", cursor_pos = 11 }));
        var replies = new Dictionary<string, JupyterMessage>();
        while (replies.Count < requests.Count)
        {
            if (await kernel.ReadAsync() is { MessageType: "complete_reply" } reply)
                replies.Add(reply.ParentMessageId, reply);
        }

        Assert.All(replies.Values, reply => Assert.Equal("ok", reply.Content.GetProperty("status").GetString()));
        Assert.Equal(["Write", "WriteLine"], replies[requests[^1].MessageId].Content.GetProperty("matches").EnumerateArray().Select(match => match.GetString()));
    }

    [Theory]
    [InlineData("var x = 1;", "complete", null)]
    [InlineData("1 + 1", "complete", null)]
    [InlineData("if (true) {", "incomplete", "    ")]
    [InlineData("class A {\n    void F() {", "incomplete", "        ")]
    [InlineData("F(1,", "incomplete", "")]
    [InlineData("int int = 1;", "invalid", null)]
    [InlineData("#r \"a.dll\"\n1", "complete", null)]
    public async Task Says_whether_code_is_complete(string code, string status, string? indent)
    {
        var reply = (await shared.Kernel.RequestAsync("is_complete_request", new { code })).Reply;
        Assert.Equal(status, reply.GetProperty("status").GetString());
        Assert.Equal(indent, reply.TryGetProperty("indent", out var given) ? given.GetString() : null);
    }

    [Theory]
    [InlineData("""{ "code": 7, "cursor_pos": "x", "before": 3 }""")]
    [InlineData("""{ "code": "Math.", "cursor_pos": -5 }""")]
    [InlineData("""{ "code": "Math.", "cursor_pos": 99999999 }""")]
    [InlineData("""{ "code": "Math.", "before": [7, null, []] }""")]
    [InlineData("[]")]
    public async Task Requests_that_make_no_sense_are_answered(string content)
    {
        foreach (var type in new[] { "complete_request", "inspect_request", "diagnostics_request" })
            Assert.Equal("ok", (await shared.Kernel.RequestAsync(type, System.Text.Json.JsonElement.Parse(content))).Status);
    }

    [Fact]
    public async Task Code_nested_too_deeply_is_answered_and_the_kernel_goes_on()
    {
        var deep = new string('(', 2_000) + "Math.";
        foreach (var type in new[] { "complete_request", "inspect_request", "diagnostics_request", "is_complete_request" })
            Assert.NotNull((await shared.Kernel.RequestAsync(type, new { code = deep, cursor_pos = deep.Length })).Status);
        Assert.Equal("2", (await shared.RunAsync("1 + 1")).Text);
    }

    [Fact]
    public async Task Lessons_cut_off_anywhere_are_answered_each_time()
    {
        await using var kernel = KernelClient.Start(Lessons.English);
        var random = new Random(5);
        var cells = Lessons.All.SelectMany(Lessons.CellsOf).Select(cell => cell.Code).Distinct().ToArray();
        string[] before = [.. Lessons.CellsOf(Path.Combine(Lessons.English, "05-programming-a-neuron.ipynb")).Take(3).Select(cell => cell.Code)];
        for (var i = 0; i < 60; i++)
        {
            var cell = cells[random.Next(cells.Length)];
            var cut = random.Next(cell.Length + 1);
            // What follows the cursor is what stood there, or nothing yet.
            var code = cell[..cut] + "¦" + (i % 2 == 0 ? "" : cell[Math.Min(cell.Length, cut + random.Next(8))..]);
            await kernel.CompleteAsync(code, before);
            await kernel.InspectAsync(code, before);
            await kernel.DiagnoseAsync(code.Replace("¦", "", StringComparison.Ordinal), before);
        }
    }
}
