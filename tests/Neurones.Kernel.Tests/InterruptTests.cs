using System.Text.Json;
using Neurones.Protocol;

namespace Neurones.Kernel.Tests;

/// <summary>A cell that is stopped ends, and what it assigned stays.</summary>
public sealed class InterruptTests(SharedKernel shared) : IClassFixture<SharedKernel>
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true);")]
    [InlineData("for (;;) n.ToString();")]
    [InlineData("do { try { while (true) { } } catch (Exception) { } } while (true);")]
    [InlineData("while (true) Enumerable.Range(0, 100).Sum();")]
    [InlineData("while (true) Console.Write(\"\");")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("while (true) { try { System.Threading.Thread.Sleep(50); } catch (Exception) { } }")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("while (true) await Task.Yield();")]
    [InlineData("IEnumerable<int> Endless() { while (true) yield return 1; } Endless().Count()")]
    [InlineData("System.Threading.Tasks.Parallel.For(0, 4, i => { while (true) { } });")]
    public async Task StopsAndKeepsTheState(string code)
    {
        var run = await RunAndInterruptAsync($"int n = {code.Length}; Console.WriteLine(\"started\");\n{code}");
        Assert.Equal("Interrupted", run.Error.GetProperty("ename").GetString());
        Assert.StartsWith("Interrupted: The cell was stopped", run.ErrorText, StringComparison.Ordinal);
        Assert.Equal($"{code.Length}", (await shared.RunAsync("n")).Text);
    }

    [Fact]
    public async Task ACellThatHeedsItsTokenEndsByItself()
    {
        await shared.RunAsync("#r \"nuget: Neurones.Charts\"\nusing Neurones.Charts.Hosting;");
        var run = await RunAndInterruptAsync("""
            Console.WriteLine("started");
            while (!NotebookHost.Cancellation.IsCancellationRequested) System.Threading.Thread.Sleep(10);
            "done"
            """);
        Assert.Equal("done", run.Text);
        Assert.Equal("False", (await shared.RunAsync("NotebookHost.Cancellation.IsCancellationRequested.ToString()")).Text);
    }

    [Fact]
    public async Task TheReplyNamesTheCellThatWasToldToStopEvenBeforeItsTurn()
    {
        await using var kernel = KernelClient.Start();
        var cell = await kernel.SendCodeAsync("await Task.Delay(-1);"); // The compiler is still being warmed up.
        var interrupt = await kernel.SendAsync("interrupt_request", new { }, Channels.Control);
        JupyterMessage message;
        do
        {
            message = (await kernel.ReadAsync())!;
            Assert.NotEqual("execute_reply", message.MessageType);
        }
        while (message.MessageType != "interrupt_reply");
        Assert.Equal((interrupt.MessageId, cell.MessageId), (message.ParentMessageId, message.Content.GetProperty("interrupted").GetString()));
        Assert.Equal("Interrupted", (await kernel.CollectAsync(cell)).Error.GetProperty("ename").GetString());
        Assert.Equal("2", (await kernel.RunAsync("1 + 1")).Text);
    }

    [Fact]
    public async Task WhenNothingRunsAnInterruptChangesNothing()
    {
        var answer = await shared.Kernel.RequestAsync("interrupt_request", new { }, Channels.Control);
        Assert.Equal("ok", answer.Status);
        Assert.Equal(JsonValueKind.Null, answer.Contents("interrupt_reply").Single().GetProperty("interrupted").ValueKind);
        Assert.Equal("ok", (await shared.RunAsync("for (int i = 0; i < 10; i++) await Task.Delay(1);")).Status);
    }

    [Fact]
    public async Task AThreadOfAnotherCellGoesOn()
    {
        await shared.RunAsync("int turns = 0; var worker = Task.Run(() => { while (turns >= 0) { turns++; System.Threading.Thread.Sleep(1); } });");
        await RunAndInterruptAsync("Console.WriteLine(\"started\"); while (true) { }");
        Assert.Equal("False", (await shared.RunAsync("worker.IsCompleted.ToString()")).Text);
        await shared.RunAsync("turns = -1_000_000; await worker.WaitAsync(TimeSpan.FromSeconds(30)); ");
    }

    private async Task<CellRun> RunAndInterruptAsync(string code)
    {
        var request = await shared.Kernel.SendCodeAsync(code);
        while (await shared.Kernel.ReadAsync() is { } message && !(message.ParentMessageId == request.MessageId && message.MessageType == "stream"))
            Assert.NotEqual("execute_reply", message.MessageType);
        await shared.Kernel.SendAsync("interrupt_request", new { }, Channels.Control);
        return await shared.Kernel.CollectAsync(request);
    }
}
