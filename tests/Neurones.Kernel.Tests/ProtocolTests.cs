namespace Neurones.Kernel.Tests;

/// <summary>Jupyter's order of messages, and requests that run nothing.</summary>
public sealed class ProtocolTests
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
}
