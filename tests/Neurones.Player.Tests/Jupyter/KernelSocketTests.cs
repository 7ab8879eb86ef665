using System.Net.WebSockets;
using System.Text;
using Neurones.Player.Jupyter;
using Neurones.Player.Tests.Support;
using Neurones.Protocol;

namespace Neurones.Player.Tests.Jupyter;

public sealed class KernelSocketTests : IAsyncLifetime
{
    private RunningServer _server = null!;
    private string _kernel = null!;

    public async Task InitializeAsync()
    {
        _server = await RunningServer.StartAsync();
        var session = await _server.PostAsync("/api/sessions", new { path = "en/01-first", kernel = new { name = ".net-csharp" } }, 201);
        _kernel = session.GetProperty("kernel").GetProperty("id").GetString()!;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cell_runs_in_either_framing(bool v1)
    {
        await using var socket = await TestSocket.OpenAsync(_server, _kernel, v1: v1);
        Assert.Equal(v1 ? V1Framing.Subprotocol : null, socket.Socket.SubProtocol);
        var messages = await socket.FinishAsync(await socket.ExecuteAsync("Console.WriteLine(\"naïve\"); 6 * 7"));
        Assert.Equal("naïve\n", messages.Only("stream").Text("text"));
        Assert.Equal("42", messages.Only("execute_result").Data("text/plain"));
        Assert.Equal("ok", messages.Only("execute_reply").Text("status"));
        Assert.Single(messages.Select(message => message.Session).Distinct());
    }

    [Fact]
    public async Task A_kernel_s_working_folder_is_its_lesson_s()
    {
        await using var socket = await TestSocket.OpenAsync(_server, _kernel);
        var messages = await socket.FinishAsync(await socket.ExecuteAsync("System.IO.Directory.GetCurrentDirectory().Replace('\\\\', '/')"));
        Assert.EndsWith("/notebooks/en", messages.Only("execute_result").Data("text/plain").Trim('"'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outputs_go_to_everyone_and_replies_to_the_one_who_asked()
    {
        await using var asker = await TestSocket.OpenAsync(_server, _kernel);
        await using var other = await TestSocket.OpenAsync(_server, _kernel);
        var request = await asker.ExecuteAsync("1 + 1");
        Assert.Equal("2", (await asker.FinishAsync(request)).Only("execute_result").Data("text/plain"));
        var own = await other.SendAsync("kernel_info_request", new { });
        var heard = await other.ReadUntilAsync(message => message.ParentMessageId == own && message.Channel == Channels.Shell);
        Assert.Contains(heard, message => message.ParentMessageId == request && message.MessageType == "execute_result");
        Assert.DoesNotContain(heard, message => message.ParentMessageId == request && message.Channel == Channels.Shell);
    }

    [Fact]
    public async Task What_a_client_missed_is_replayed_when_it_comes_back()
    {
        string request;
        const string session = "one-and-the-same";
        await using (var lost = await TestSocket.OpenAsync(_server, _kernel, session))
        {
            await lost.FinishAsync(await lost.SendAsync("kernel_info_request", new { }));
            request = await lost.ExecuteAsync("await System.Threading.Tasks.Task.Delay(1000); \"late\"");
            await lost.ReadUntilAsync(message => message.MessageType == "execute_input");
        }

        await Task.Delay(2500);
        await using var back = await TestSocket.OpenAsync(_server, _kernel, session);
        var messages = await back.FinishAsync(request);
        Assert.Contains("late", messages.Only("execute_result").Data("text/plain"), StringComparison.Ordinal);
        Assert.Equal("ok", messages.Only("execute_reply").Text("status"));
    }

    [Fact]
    public async Task A_new_socket_of_the_same_session_replaces_the_old_one()
    {
        await using var stale = await TestSocket.OpenAsync(_server, _kernel, "same");
        await using var fresh = await TestSocket.OpenAsync(_server, _kernel, "same");
        await fresh.FinishAsync(await fresh.SendAsync("kernel_info_request", new { }));
        Assert.Equal(1, (await _server.GetAsync($"/api/kernels/{_kernel}")).GetProperty("connections").GetInt32());
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            while (await stale.ReceiveAsync() is not null)
            {
            }
        });
    }

    [Fact]
    public async Task A_deleted_kernel_closes_its_sockets_with_1000()
    {
        await using var socket = await TestSocket.OpenAsync(_server, _kernel);
        await socket.FinishAsync(await socket.SendAsync("kernel_info_request", new { }));
        await _server.SendAsync("DELETE", $"/api/kernels/{_kernel}", null, 204);
        while (await socket.ReceiveAsync() is not null)
        {
        }

        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.Socket.CloseStatus);
    }

    [Theory]
    [InlineData("nonsense", WebSocketMessageType.Binary)]
    [InlineData("nonsense", WebSocketMessageType.Text)]
    public async Task Nonsense_closes_that_socket_and_nothing_else(string frame, WebSocketMessageType type)
    {
        await using var other = await TestSocket.OpenAsync(_server, _kernel);
        await using var socket = await TestSocket.OpenAsync(_server, _kernel);
        await socket.SendFrameAsync(Encoding.UTF8.GetBytes(frame), type);
        while (await socket.ReceiveAsync() is not null)
        {
        }

        Assert.Equal(WebSocketCloseStatus.InvalidPayloadData, socket.Socket.CloseStatus);
        await other.FinishAsync(await other.SendAsync("kernel_info_request", new { }));
    }

    [Fact]
    public async Task A_message_beyond_the_limit_closes_the_socket()
    {
        await using var socket = await TestSocket.OpenAsync(_server, _kernel);
        await socket.SendFrameAsync(new byte[Frames.MaxBytes + 1], WebSocketMessageType.Binary);
        while (await socket.ReceiveAsync() is not null)
        {
        }

        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.Socket.CloseStatus);
    }
}
