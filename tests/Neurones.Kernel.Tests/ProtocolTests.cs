using Neurones.Protocol;

namespace Neurones.Kernel.Tests;

/// <summary>Jupyter's order of messages, and requests that run nothing.</summary>
public sealed class ProtocolTests(SharedKernel shared) : IClassFixture<SharedKernel>
{
    [Fact]
    public async Task ACellIsAnsweredFromBusyToIdleInJupytersOrder()
    {
        await using var kernel = KernelClient.Start();
        var run = await kernel.RunAsync("Console.WriteLine(\"a\"); Console.Error.WriteLine(\"b\"); 1 + 1");

        Assert.Equal(["status", "execute_input", "stream", "stream", "execute_result", "execute_reply", "status"], run.Types);
        Assert.Equal(["stdout", "stderr"], run.Contents("stream").Select(content => content.GetProperty("name").GetString()));
        Assert.Equal("a\nb\n", run.Printed);
        Assert.Equal("2", run.Text);
        Assert.Equal("ok", run.Status);
        Assert.Equal(1, run.Reply.GetProperty("execution_count").GetInt32());
        Assert.Single(run.Messages.Select(message => message.Session).Distinct());
    }

    [Fact]
    public async Task KernelInfoIsAnsweredWhileACellRuns()
    {
        await using var kernel = KernelClient.Start();
        var running = await kernel.SendCodeAsync("Console.WriteLine(\"on\"); while (true) { }");
        while ((await kernel.ReadAsync())!.MessageType != "stream")
        {
        }

        var info = await kernel.RequestAsync("kernel_info_request", new { });
        Assert.Equal("5.3", info.Reply.GetProperty("protocol_version").GetString());
        Assert.Equal("C#", info.Reply.GetProperty("language_info").GetProperty("name").GetString());
        Assert.DoesNotContain(info.Messages, message => message.ParentMessageId == running.MessageId);
    }

    [Fact]
    public async Task AnUnknownRequestIsAnsweredWithAnError()
    {
        var run = await shared.Kernel.RequestAsync("complete_everything_request", new { });
        Assert.Equal("complete_everything_reply", run.Messages.Single(message => message.MessageType.EndsWith("_reply", StringComparison.Ordinal)).MessageType);
        Assert.Equal("error", run.Status);
    }

    [Theory]
    [InlineData("execute_request", """{ "code": 7 }""")]
    [InlineData("execute_request", "[]")]
    [InlineData("execute_request", "null")]
    [InlineData("is_complete_request", "[]")]
    public async Task ARequestThatMakesNoSenseIsAnsweredAndTheKernelGoesOn(string type, string content)
    {
        var run = await shared.Kernel.RequestAsync(type, System.Text.Json.JsonElement.Parse(content));
        Assert.NotEqual("ok", run.Status);
        Assert.Equal("3", (await shared.RunAsync("1 + 2")).Text);
    }

    [Theory]
    [InlineData("var x = 1;", "complete")]
    [InlineData("if (true) {", "incomplete")]
    public async Task SaysWhetherCodeIsComplete(string code, string expected) =>
        Assert.Equal(expected, (await shared.Kernel.RequestAsync("is_complete_request", new { code })).Status);

    [Fact]
    public async Task ACommIsClosedAtOnce()
    {
        await shared.Kernel.SendAsync("comm_open", new { comm_id = "c1", target_name = "widget" });
        JupyterMessage? message;
        do
            message = await shared.Kernel.ReadAsync();
        while (message!.MessageType != "comm_close");
        Assert.Equal("c1", message.Content.GetProperty("comm_id").GetString());
    }

    [Fact]
    public async Task ASilentCellShowsNothingAndIsNotCounted()
    {
        var before = (await shared.RunAsync("1")).Reply.GetProperty("execution_count").GetInt32();
        var silent = await shared.Kernel.RequestAsync("execute_request", new { code = "var quiet = 5; Console.WriteLine(quiet); quiet", silent = true });
        Assert.Equal(["status", "execute_reply", "status"], silent.Types);

        var after = await shared.RunAsync("quiet");
        Assert.Equal("5", after.Text);
        Assert.Equal(before + 1, after.Reply.GetProperty("execution_count").GetInt32());
    }

    [Fact]
    public async Task CellsThatWaitAreAbortedWhenOneFailsUnlessItSaysOtherwise()
    {
        foreach (var (stop, expected) in new[] { (true, "aborted"), (false, "ok") })
        {
            var failing = await shared.Kernel.SendAsync("execute_request", new { code = "await Task.Delay(1000); throw new Exception();", stop_on_error = stop });
            var waiting = await shared.Kernel.SendCodeAsync("1");
            Assert.Equal("error", (await shared.Kernel.CollectAsync(failing)).Status);
            Assert.Equal(expected, (await shared.Kernel.CollectAsync(waiting)).Status);
            Assert.Equal("ok", (await shared.RunAsync("1")).Status);
        }
    }

    [Fact]
    public async Task ShutdownIsAnsweredAndEndsTheProcess()
    {
        await using var kernel = KernelClient.Start();
        Assert.Equal("ok", (await kernel.RequestAsync("shutdown_request", new { restart = true }, Channels.Control)).Status);
        await kernel.EndAsync();
        Assert.Equal(0, kernel.Process.ExitCode);
    }
}
