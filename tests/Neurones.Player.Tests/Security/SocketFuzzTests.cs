using System.Net.WebSockets;
using System.Text;
using FsCheck.Fluent;
using Neurones.Player.Jupyter;
using Neurones.Player.Tests.Support;
using Neurones.Protocol;

namespace Neurones.Player.Tests.Security;

/// <summary>A client that sends nonsense is shown out with a clear code; its kernel and the other clients notice nothing.</summary>
public sealed class SocketFuzzTests : IAsyncLifetime
{
    private static readonly WebSocketCloseStatus[] Clear = [WebSocketCloseStatus.InvalidPayloadData, WebSocketCloseStatus.MessageTooBig];

    private RunningServer _server = null!;
    private string _kernel = null!;
    private TestSocket _witness = null!;

    public async Task InitializeAsync()
    {
        _server = await RunningServer.StartAsync();
        _kernel = (await _server.PostAsync("/api/kernels", null, 201)).GetProperty("id").GetString()!;
        _witness = await TestSocket.OpenAsync(_server, _kernel);
        await _witness.FinishAsync(await _witness.ExecuteAsync("var kept = 42;"));
    }

    public async Task DisposeAsync()
    {
        await _witness.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Random_and_damaged_frames()
    {
        var valid = V1Framing.Encode(JupyterMessage.Create(Channels.Shell, "comm_info_request", "s"));
        var damaged = ArbMap.Default.GeneratorFor<(int, byte)[]>().Select(changes =>
        {
            var frame = (byte[])valid.Clone();
            foreach (var (position, value) in changes)
            {
                frame[(position & int.MaxValue) % frame.Length] = value;
            }

            return frame;
        });
        var cut = Gen.Choose(0, valid.Length - 1).Select(length => valid[..length]);
        var frames = Gen.OneOf(damaged, cut, ArbMap.Default.GeneratorFor<byte[]>()).Zip(ArbMap.Default.GeneratorFor<(bool V1, bool Binary)>()).Sample(150, 30);
        foreach (var (frame, (v1, binary)) in frames)
        {
            await using var socket = await TestSocket.OpenAsync(_server, _kernel, v1: v1);
            await socket.SendFrameAsync(frame, binary ? WebSocketMessageType.Binary : WebSocketMessageType.Text);
            await UntilClosedAsync(socket, sayGoodbye: true);
            Assert.Contains(socket.Socket.CloseStatus, (WebSocketCloseStatus?[])[WebSocketCloseStatus.NormalClosure, .. Clear, null]);
        }

        await NobodyElseNoticedAsync();
    }

    [Theory]
    [InlineData("""{"channel":"shell","header":[]}""")]
    [InlineData("""{"channel":"\ud800","header":{"msg_type":"x_request"}}""")]
    [InlineData("""{"channel":"shell","header":{"msg_type":"x_request"},"content":[]}""")]
    [InlineData("""{"channel":"shell","header":{"msg_type":"x_request"},"metadata":"x"}""")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{} {}")]
    public async Task What_is_no_message_ends_with_1007(string text)
    {
        await using var socket = await TestSocket.OpenAsync(_server, _kernel, v1: false);
        await socket.SendFrameAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);
        await UntilClosedAsync(socket);
        Assert.Equal(WebSocketCloseStatus.InvalidPayloadData, socket.Socket.CloseStatus);
        await NobodyElseNoticedAsync();
    }

    [Theory]
    [InlineData("""{"header":{"msg_id":1,"msg_type":"kernel_info_request","session":{}}}""")]
    [InlineData("""{"header":{"msg_id":"\ud800","msg_type":"kernel_info_request","session":"\ud800"}}""")]
    [InlineData("""{"header":{"msg_id":"a","msg_id":"b","msg_type":"comm_info_request"}}""")]
    [InlineData("""{"header":{"msg_type":"execute_request"},"content":{"code":7}}""")]
    [InlineData("""{"header":{"msg_type":"execute_request"},"content":{"code":"\ud800"}}""")]
    [InlineData("""{"header":{"msg_type":"execute_request"},"content":{"code":"1","silent":"yes","user_expressions":[],"stop_on_error":{}}}""")]
    [InlineData("""{"header":{"msg_type":"complete_request"},"content":{"code":"a","cursor_pos":-99999999999}}""")]
    [InlineData("""{"header":{"msg_type":"inspect_request"},"content":{"code":[],"cursor_pos":"x","detail_level":1e308}}""")]
    [InlineData("""{"header":{"msg_type":"comm_open"},"content":{"comm_id":null,"target_name":{}}}""")]
    [InlineData("""{"header":{"msg_type":"no_such_request"}}""")]
    [InlineData("""{"header":{"msg_type":"_request"}}""")]
    [InlineData("""{"header":{"msg_type":"input_reply"},"channel":"stdin"}""")]
    [InlineData("""{"header":{"msg_type":"status"},"channel":"iopub","content":{"execution_state":"dead"}}""")]
    [InlineData("""{"header":{"msg_type":"execute_reply"},"parent_header":{"msg_id":[]}}""")]
    [InlineData("""{"header":{"msg_type":"x_request"},"channel":"no-such-channel"}""")]
    [InlineData("""{"header":{}}""")]
    [InlineData("{}")]
    public async Task An_odd_message_leaves_its_socket_open(string text)
    {
        await using var socket = await TestSocket.OpenAsync(_server, _kernel, v1: false);
        await socket.SendFrameAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);
        await socket.FinishAsync(await socket.SendAsync("kernel_info_request", new { }));
        await NobodyElseNoticedAsync();
    }

    [Fact]
    public async Task A_deep_message_is_refused_or_answered()
    {
        await using var socket = await TestSocket.OpenAsync(_server, _kernel, v1: false);
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 60)) + "1" + new string('}', 60);
        await socket.SendFrameAsync(Encoding.UTF8.GetBytes($$"""{"header":{"msg_id":"d","msg_type":"x_request"},"content":{{deep}}}"""), WebSocketMessageType.Text);
        await socket.FinishAsync(await socket.SendAsync("kernel_info_request", new { }));
        await socket.SendFrameAsync(Encoding.UTF8.GetBytes(new string('[', 1_000_000)), WebSocketMessageType.Text);
        await UntilClosedAsync(socket);
        Assert.Equal(WebSocketCloseStatus.InvalidPayloadData, socket.Socket.CloseStatus);
        await NobodyElseNoticedAsync();
    }

    [Fact]
    public async Task Fragments_are_one_message_whole_cut_off_or_too_long()
    {
        var frame = V1Framing.Encode(JupyterMessage.Create(Channels.Shell, "kernel_info_request", "s"));
        await using (var whole = await TestSocket.OpenAsync(_server, _kernel))
        {
            for (var i = 0; i < frame.Length; i++)
            {
                await whole.Socket.SendAsync(frame.AsMemory(i, 1), WebSocketMessageType.Binary, i == frame.Length - 1, default);
            }

            await whole.ReadUntilAsync(message => message.MessageType == "kernel_info_reply");
        }

        for (var i = 0; i < 20; i++)
        {
            await using var cut = await TestSocket.OpenAsync(_server, _kernel);
            await cut.Socket.SendAsync(frame.AsMemory(0, 40), WebSocketMessageType.Binary, false, default);
        }

        await using var endless = await TestSocket.OpenAsync(_server, _kernel);
        var part = new byte[1024 * 1024];
        try
        {
            for (var sent = 0; sent < 100; sent++)
            {
                await endless.Socket.SendAsync(part, WebSocketMessageType.Binary, false, default);
            }
        }
        catch (WebSocketException)
        {
            // The server has lost its patience.
        }

        await UntilClosedAsync(endless);
        Assert.Contains(endless.Socket.CloseStatus, (WebSocketCloseStatus?[])[WebSocketCloseStatus.MessageTooBig, null]);
        await NobodyElseNoticedAsync();
    }

    [Fact]
    public async Task A_hundred_thousand_small_messages_are_taken_in_and_forgotten()
    {
        await using var flood = await TestSocket.OpenAsync(_server, _kernel, v1: false);
        var small = """{"header":{"msg_id":"x","msg_type":"x"}}"""u8.ToArray();
        for (var i = 0; i < 100_000; i++)
        {
            await flood.SendFrameAsync(small, WebSocketMessageType.Text);
        }

        await flood.FinishAsync(await flood.SendAsync("kernel_info_request", new { }));
        await NobodyElseNoticedAsync();
    }

    private static async Task UntilClosedAsync(TestSocket socket, bool sayGoodbye = false)
    {
        try
        {
            if (sayGoodbye)
            {
                await socket.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", default);
            }

            while (await socket.ReceiveAsync() is not null)
            {
            }
        }
        catch (WebSocketException)
        {
            // Cut off, as .NET does with text that isn't UTF-8: the code may be lost with what was still on its way.
        }
    }

    private async Task NobodyElseNoticedAsync()
    {
        // A cell of nonsense that fails takes those along that wait behind it, as any failing cell does.
        var messages = await _witness.FinishAsync(await _witness.ExecuteAsync("kept"));
        if (messages.Only("execute_reply").Text("status") == "aborted")
        {
            messages = await _witness.FinishAsync(await _witness.ExecuteAsync("kept"));
        }

        Assert.Equal("42", messages.Only("execute_result").Data("text/plain"));
        Assert.DoesNotContain(_server.Logs, line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal));
    }
}
