using System.Net.Sockets;
using System.Text.Json;
using Neurones.Player.Jupyter;
using Neurones.Player.Kernels;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Security;

/// <summary>However many ask at once, and however slowly, the server keeps its limits and answers the next one.</summary>
[Collection(nameof(Alone))]
public sealed class LoadTests : IAsyncLifetime
{
    private const int Many = 200;
    private static readonly int MaxKernels = new KernelLimits().MaxKernels;

    /// <summary>In the environment of this server's kernels, and of no others.</summary>
    private readonly string _mark = Guid.NewGuid().ToString();

    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync(new KernelOptions { Environment = new Dictionary<string, string> { ["NEURONES_TEST"] = _mark } });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Two_hundred_requests_at_once_are_answered()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => RawHttp.GetAsync(_server, i % 2 == 0 ? "/lessons/en/01-first?token=TOKEN" : "/api/kernels")));
        Assert.All(answers.Index(), answer => Assert.Equal(answer.Index % 2 == 0 ? 200 : 403, answer.Item.Status));
    }

    [Fact]
    public async Task Two_hundred_sockets_at_once_are_answered()
    {
        var kernel = await StartKernelAsync();
        var sockets = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => TestSocket.OpenAsync(_server, kernel, v1: i % 2 == 0)));
        try
        {
            await Task.WhenAll(sockets.Select(async socket => await socket.FinishAsync(await socket.SendAsync("kernel_info_request", new { }))));
            Assert.Equal(Many, (await _server.GetAsync($"/api/kernels/{kernel}")).GetProperty("connections").GetInt32());
        }
        finally
        {
            foreach (var socket in sockets)
            {
                await socket.DisposeAsync();
            }
        }

        await AnswersAsync();
    }

    [Fact]
    public async Task Beyond_the_limit_a_connection_is_closed_and_room_is_made_when_others_leave()
    {
        var clients = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 1100; i++)
            {
                clients.Add(await RawHttp.ConnectAsync(_server));
            }

            Assert.Equal(0, (await RawHttp.ReadAsync(clients[^1])).Status);
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }

        for (var attempt = 0; attempt < 100 && (await RawHttp.GetAsync(_server, "/")).Status == 0; attempt++)
        {
            await Task.Delay(50);
        }

        await AnswersAsync();
    }

    [Fact]
    public async Task Who_sends_too_slowly_is_cut_off()
    {
        string[] beginnings =
        [
            "GET /",
            "GET / HTTP/1.1\nHost: 127.0.0.1:PORT\nX-Slow: ",
            RawHttp.Request("POST", "/api/sessions?token=TOKEN", "Content-Length: 1000") + "\n\n{",
            RawHttp.Request("POST", "/api/sessions?token=TOKEN", "Transfer-Encoding: chunked") + "\n\n1\n{\n",
        ];
        var answers = await Task.WhenAll(beginnings.Select(async beginning =>
        {
            using var client = await RawHttp.ConnectAsync(_server);
            await client.GetStream().WriteAsync(RawHttp.Bytes(_server, beginning));
            return await RawHttp.ReadAsync(client);
        }));
        Assert.All(answers, answer => Assert.Equal(408, answer.Status));
        await AnswersAsync();
    }

    [Fact]
    public async Task A_fork_bomb_of_kernels_meets_the_limit_and_leaves_nothing_behind()
    {
        var kernels = await Task.WhenAll(Enumerable.Range(0, MaxKernels).Select(_ => StartKernelAsync()));
        var sockets = await Task.WhenAll(kernels.Select(kernel => TestSocket.OpenAsync(_server, kernel)));
        await Task.WhenAll(sockets.Select(async socket => await socket.FinishAsync(await socket.SendAsync("kernel_info_request", new { }))));
        using var watching = new CancellationTokenSource();
        var most = WatchAsync(watching.Token);

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => i % 2 == 0
            ? SendAsync("/api/kernels", "{}")
            : SendAsync("/api/sessions", JsonSerializer.Serialize(new { path = $"p{i}" }))));

        await watching.CancelAsync();
        Assert.All(answers, answer =>
        {
            Assert.Equal(503, answer.Status);
            Assert.Contains("\"message\":\"", answer.Body, StringComparison.Ordinal);
        });
        Assert.Equal(MaxKernels, (await _server.GetAsync("/api/kernels")).GetArrayLength());
        Assert.Empty((await _server.GetAsync("/api/sessions")).EnumerateArray());
        Assert.True(!OperatingSystem.IsLinux() || await most <= MaxKernels, $"There were {await most} kernel processes.");

        foreach (var socket in sockets)
        {
            await socket.DisposeAsync();
        }

        // Now each new kernel takes the place of an unused one, while the server stops in the midst of it.
        var more = Enumerable.Range(0, 12).Select(_ => SendAsync("/api/kernels", "{}")).ToList();
        await Task.WhenAny(more);
        await _server.DisposeAsync();
        foreach (var request in more)
        {
            try
            {
                await request;
            }
            catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
            {
                // The server was gone; what counts is that no kernel is left.
            }
        }

        _server = await RunningServer.StartAsync();
        Assert.Empty(KernelProcesses());
    }

    [Fact]
    public async Task Who_reads_nothing_doesn_t_make_the_server_grow_nor_others_wait_for_ever()
    {
        var kernel = await StartKernelAsync();
        await using var reader = await TestSocket.OpenAsync(_server, kernel);
        var silent = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TestSocket.OpenAsync(_server, kernel)));
        await reader.FinishAsync(await reader.SendAsync("kernel_info_request", new { }));
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var request = await reader.ExecuteAsync("var line = new string('x', 8000); for (var i = 0; i < 30_000; i++) Console.WriteLine(line);");
        await reader.FinishAsync(request);

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < 300_000_000, $"{grown:N0} bytes more.");
        foreach (var socket in silent)
        {
            await socket.DisposeAsync();
        }

        await AnswersAsync();
    }

    [Fact]
    public async Task What_a_kernel_writes_past_its_cells_without_end_isn_t_kept()
    {
        var kernel = await StartKernelAsync();
        await using var socket = await TestSocket.OpenAsync(_server, kernel);
        await socket.FinishAsync(await socket.SendAsync("kernel_info_request", new { }));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var messages = await socket.FinishAsync(await socket.ExecuteAsync(
            """
            var block = new byte[1 << 20];
            using (var raw = Console.OpenStandardOutput())
            {
                for (var i = 0; i < 300; i++) raw.Write(block);
                var line = System.Text.Encoding.ASCII.GetBytes("Unhandled exception. " + new string('x', 400) + "\n");
                for (var i = 0; i < 100_000; i++) raw.Write(line);
            }
            1
            """));

        Assert.Equal("ok", messages.Only("execute_reply").Text("status"));
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < 30_000_000, $"{grown:N0} bytes more.");
    }

    [Fact]
    public async Task A_kernel_that_lies_to_the_server_is_replaced_or_ignored()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // The cell finds its kernel's pipe in /proc.
        }

        var kernel = await StartKernelAsync();
        await using var socket = await TestSocket.OpenAsync(_server, kernel);
        string[] lies =
        [
            """{"channel":"iopub","header":{"msg_type":"status"},"content":[]}""",
            """{"channel":"iopub","header":{"msg_type":"status"},"content":{"execution_state":"\ud800"}}""",
            """{"channel":"iopub","header":7}""",
        ];
        foreach (var lie in lies)
        {
            await socket.FinishAsync(await socket.ExecuteAsync($$""""
                var arguments = Environment.GetCommandLineArgs();
                var pipe = arguments[Array.IndexOf(arguments, "--pipe-out") + 1];
                var lie = System.Text.Encoding.UTF8.GetBytes("""{{lie}}""");
                using (var raw = new System.IO.FileStream($"/proc/self/fd/{pipe}", System.IO.FileMode.Open, System.IO.FileAccess.Write, System.IO.FileShare.ReadWrite, 0))
                {
                    raw.Write([.. BitConverter.GetBytes(lie.Length), .. lie]);
                }
                """"));
            var messages = await socket.FinishAsync(await socket.ExecuteAsync("6 * 7"));
            if (messages.Exists(message => message.MessageType == "execute_result"))
            {
                continue;
            }

            // It was replaced while it was asked.
            Assert.Equal("42", (await socket.FinishAsync(await socket.ExecuteAsync("6 * 7"))).Only("execute_result").Data("text/plain"));
        }

        await _server.SendAsync("DELETE", $"/api/kernels/{kernel}", null, 204);
    }

    private List<int> KernelProcesses() => OperatingSystem.IsLinux() ? [.. Processes.ChildrenOf(Environment.ProcessId).Where(process => Processes.Environment(process).Contains(_mark, StringComparison.Ordinal))] : [];

    private async Task<int> WatchAsync(CancellationToken cancellation)
    {
        var most = 0;
        while (!cancellation.IsCancellationRequested)
        {
            most = Math.Max(most, KernelProcesses().Count);
            await Task.Delay(20, CancellationToken.None);
        }

        return most;
    }

    private async Task<string> StartKernelAsync() => (await _server.PostAsync("/api/kernels", null, 201)).GetProperty("id").GetString()!;

    private Task<RawAnswer> SendAsync(string path, string body) =>
        RawHttp.SendAsync(_server, RawHttp.Request("POST", path, "Authorization: token TOKEN", FormattableString.Invariant($"Content-Length: {body.Length}")), body);

    private async Task AnswersAsync() => Assert.Equal(200, (await RawHttp.GetAsync(_server, "/api/kernels?token=TOKEN")).Status);
}

/// <summary>Tests that measure this process, or load the machine, and so must not run beside others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
