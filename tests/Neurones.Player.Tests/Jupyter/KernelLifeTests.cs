using System.Text.Json;
using Neurones.Player.Jupyter;
using Neurones.Player.Kernels;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Jupyter;

public sealed class KernelLifeTests : IAsyncLifetime
{
    private const string Overflow = "int F(int n) => F(n + 1) + 1;\nF(0)";

    private RunningServer _server = null!;
    private string _kernel = null!;

    public async Task InitializeAsync()
    {
        _server = await RunningServer.StartAsync();
        _kernel = (await _server.PostAsync("/api/kernels", new { }, 201)).GetProperty("id").GetString()!;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(Overflow, "the stack overflowed")]
    [InlineData("new System.Threading.Thread(() => throw new InvalidOperationException(\"boom\")).Start(); System.Threading.Thread.Sleep(30_000);", "System.InvalidOperationException: boom")]
    [InlineData("Environment.Exit(3);", "exit code 3")]
    public async Task A_crash_is_reported_to_its_cell_and_a_fresh_kernel_follows(string code, string cause)
    {
        await using var socket = await TestSocket.OpenAsync(_server, _kernel);
        await socket.FinishAsync(await socket.ExecuteAsync("int x = 5;"));
        var crashing = await socket.ExecuteAsync(code);
        var queued = await socket.ExecuteAsync("x");

        var messages = await socket.ReadUntilAsync(message => KernelMessages.ExecutionState(message) == "restarting");
        var ours = messages.FindAll(message => message.ParentMessageId == crashing);
        var error = ours.Only("error");
        Assert.Contains(cause, error.Text("evalue"), StringComparison.Ordinal);
        Assert.Contains("the kernel's state is lost", error.Text("evalue"), StringComparison.Ordinal);
        Assert.Equal("error", ours.Only("execute_reply").Text("status"));
        Assert.Equal("idle", KernelMessages.ExecutionState(ours[^1]));
        Assert.Equal("aborted", messages.FindAll(message => message.ParentMessageId == queued).Only("execute_reply").Text("status"));

        var lost = await socket.FinishAsync(await socket.ExecuteAsync("x"));
        Assert.Contains("CS0103", lost.Only("error").Text("evalue"), StringComparison.Ordinal);
        Assert.NotEqual(messages[^1].Session, lost[0].Session);
        Assert.Equal("7", (await socket.FinishAsync(await socket.ExecuteAsync("3 + 4"))).Only("execute_result").Data("text/plain"));
    }

    [Fact]
    public async Task An_interrupted_cell_stops_and_keeps_its_kernel_s_state_or_loses_its_kernel()
    {
        await using var socket = await TestSocket.OpenAsync(_server, _kernel);
        await socket.FinishAsync(await socket.ExecuteAsync("int x = 5;"));
        var request = await socket.ExecuteAsync("while (true) { }");
        await socket.ReadUntilAsync(message => message.MessageType == "execute_input");
        await _server.SendAsync("POST", $"/api/kernels/{_kernel}/interrupt", null, 204);
        var messages = await socket.FinishAsync(request);
        Assert.Equal("error", messages.Only("execute_reply").Text("status"));
        Assert.NotEmpty(messages.Only("error").Text("evalue"));
    }

    [Fact]
    public async Task A_cell_that_will_not_be_interrupted_is_ended_with_its_kernel()
    {
        await using var socket = await TestSocket.OpenAsync(_server, _kernel);
        var request = await socket.ExecuteAsync("Console.WriteLine(\"now\"); System.Text.RegularExpressions.Regex.IsMatch(new string('a', 60) + \"!\", \"^(a+)+$\")"); // One library call without end.
        await socket.ReadUntilAsync(message => message.MessageType == "stream");
        await _server.SendAsync("POST", $"/api/kernels/{_kernel}/interrupt", null, 204);
        var messages = await socket.FinishAsync(request);
        Assert.Contains("did not stop within", messages.Only("error").Text("evalue"), StringComparison.Ordinal);
        await socket.ReadUntilAsync(message => KernelMessages.ExecutionState(message) == "restarting");
        Assert.Equal("7", (await socket.FinishAsync(await socket.ExecuteAsync("3 + 4"))).Only("execute_result").Data("text/plain"));
    }

    [Fact]
    public async Task A_restart_keeps_the_identifier_and_silences_the_old_process()
    {
        await using var socket = await TestSocket.OpenAsync(_server, _kernel);
        var first = await socket.FinishAsync(await socket.ExecuteAsync("int x = 5;"));
        await socket.ExecuteAsync("while (true) { Console.WriteLine(x); }");
        await socket.ReadUntilAsync(message => message.MessageType == "stream");
        using var content = new StringContent("", null, "application/json");
        using var response = await _server.Client.PostAsync($"/api/kernels/{_kernel}/restart", content);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(_kernel, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()).GetProperty("id").GetString());

        var request = await socket.ExecuteAsync("x");
        var messages = await socket.ReadUntilAsync(message => message.ParentMessageId == request && KernelMessages.ExecutionState(message) == "idle");
        var fresh = messages.FindIndex(message => message.Session != first[0].Session);
        Assert.All(messages.Skip(fresh), message => Assert.Equal(messages[fresh].Session, message.Session));
        Assert.Contains("CS0103", messages.Only("error").Text("evalue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restarts_that_meet_are_all_answered_by_a_kernel_that_runs()
    {
        var restarts = Enumerable.Range(0, 4).Select(async i =>
        {
            await Task.Delay(i * 100);
            return await _server.PostAsync($"/api/kernels/{_kernel}/restart", null, 200);
        });
        Assert.All(await Task.WhenAll(restarts), model => Assert.Equal(_kernel, model.GetProperty("id").GetString()));
        await using var socket = await TestSocket.OpenAsync(_server, _kernel);
        Assert.Equal("7", (await socket.FinishAsync(await socket.ExecuteAsync("3 + 4"))).Only("execute_result").Data("text/plain"));
    }

    [Fact]
    public async Task A_restart_of_a_kernel_that_is_being_deleted_finds_none()
    {
        using var empty = new StringContent("");
        var restart = _server.Client.PostAsync($"/api/kernels/{_kernel}/restart", empty);
        await _server.SendAsync("DELETE", $"/api/kernels/{_kernel}", null, 204);
        using var response = await restart;
        Assert.Contains((int)response.StatusCode, (int[])[200, 404]); // 200 if it was faster.
        await _server.PostAsync($"/api/kernels/{_kernel}/restart", null, 404);
    }

    [Fact]
    public async Task What_the_old_process_said_is_not_heard_after_a_restart_by_who_comes_back()
    {
        const string session = "away";
        await using (var socket = await TestSocket.OpenAsync(_server, _kernel, session))
        {
            await socket.ExecuteAsync("while (true) { Console.WriteLine(\"old\"); System.Threading.Thread.Sleep(10); }");
            await socket.ReadUntilAsync(message => message.MessageType == "stream");
        }

        await _server.PostAsync($"/api/kernels/{_kernel}/restart", null, 200);
        await using var back = await TestSocket.OpenAsync(_server, _kernel, session);
        var request = await back.SendAsync("kernel_info_request", new { });
        var messages = await back.ReadUntilAsync(message => message.ParentMessageId == request && KernelMessages.ExecutionState(message) == "idle");
        Assert.DoesNotContain(messages, message => message.MessageType == "stream");
        Assert.Single(messages.Select(message => message.Session).Distinct());
    }

    [Fact]
    public async Task An_interrupt_is_held_against_no_other_cell_than_the_one_it_stopped()
    {
        await using var socket = await TestSocket.OpenAsync(_server, _kernel);
        await socket.FinishAsync(await socket.ExecuteAsync("int x = 5;"));
        // The first says so when it is stopped and fails at nothing, so that the second, which does not heed interrupts, runs on.
        var first = await socket.ExecuteAsync("Console.WriteLine(\"now\"); try { System.Threading.Thread.Sleep(-1); } catch (System.Threading.ThreadInterruptedException) { }");
        var second = await socket.ExecuteAsync("System.Threading.Tasks.Task.Run(() => System.Threading.Thread.Sleep(7000)).Wait(); x");
        await socket.ReadUntilAsync(message => message.MessageType == "stream");
        await _server.SendAsync("POST", $"/api/kernels/{_kernel}/interrupt", null, 204);
        Assert.Equal("ok", (await socket.FinishAsync(first)).Only("execute_reply").Text("status"));
        Assert.Equal("5", (await socket.FinishAsync(second)).Only("execute_result").Data("text/plain"));
    }

    [Fact]
    public async Task A_kernel_that_never_starts_is_dead_and_says_so()
    {
        // A program, but not a kernel: it ends at once.
        await using var server = await RunningServer.StartAsync(new KernelOptions { Assembly = typeof(Protocol.MessagePipe).Assembly.Location });
        var kernel = (await server.PostAsync("/api/kernels", new { }, 201)).GetProperty("id").GetString()!;
        await using var socket = await TestSocket.OpenAsync(server, kernel);
        await socket.ReadUntilAsync(message => KernelMessages.ExecutionState(message) == "dead");
        Assert.Equal("dead", (await server.GetAsync($"/api/kernels/{kernel}")).GetProperty("execution_state").GetString());

        var messages = await socket.FinishAsync(await socket.ExecuteAsync("1"));
        Assert.Contains("The kernel stopped", messages.Only("error").Text("evalue"), StringComparison.Ordinal);
        await socket.ReadUntilAsync(message => KernelMessages.ExecutionState(message) == "dead"); // Again, for those who come late.
        Assert.Equal("dead", (await server.GetAsync($"/api/kernels/{kernel}")).GetProperty("execution_state").GetString());
        await server.PostAsync($"/api/kernels/{kernel}/restart", null, 500);
    }

    [Fact]
    public async Task A_flood_of_output_does_not_stop_the_server()
    {
        await using var socket = await TestSocket.OpenAsync(_server, _kernel);
        var request = await socket.ExecuteAsync("for (var i = 0; i < 200_000; i++) Console.WriteLine(\"a line that is not so short, again and again\");");
        var messages = await socket.FinishAsync(request);
        Assert.Equal(200_000, messages.Where(message => message.MessageType == "stream").Sum(message => message.Text("text").Count(c => c == '\n')));
    }
}
