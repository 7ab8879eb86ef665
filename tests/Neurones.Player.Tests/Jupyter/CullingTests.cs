using Neurones.Player.Jupyter;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Jupyter;

public sealed class CullingTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private RunningServer _server = null!;
    private string _kernel = null!;

    public async Task InitializeAsync()
    {
        _server = await StartAsync(new KernelLimits { IdleLimit = TimeSpan.FromMinutes(30) });
        _kernel = await _server.StartKernelAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_kernel_that_nobody_uses_ends_after_its_time_and_not_before()
    {
        await UseAsync();
        _clock.Advance(TimeSpan.FromMinutes(29));
        await _server.GetAsync($"/api/kernels/{_kernel}");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await GoneAsync();
    }

    [Fact]
    public async Task Its_time_begins_when_its_client_leaves()
    {
        await UseAsync();
        await using (await TestSocket.OpenAsync(_server, _kernel))
        {
            _clock.Advance(TimeSpan.FromDays(1));
            await _server.GetAsync($"/api/kernels/{_kernel}");
        }

        await NobodyThereAsync();
        _clock.Advance(TimeSpan.FromMinutes(29));
        await _server.GetAsync($"/api/kernels/{_kernel}");
        _clock.Advance(TimeSpan.FromMinutes(2));
        await GoneAsync();
    }

    [Fact]
    public async Task A_busy_kernel_goes_on_without_a_client()
    {
        await using (var socket = await TestSocket.OpenAsync(_server, _kernel))
        {
            await socket.ExecuteAsync("Console.WriteLine(\"now\"); System.Threading.Thread.Sleep(-1);");
            await socket.ReadUntilAsync(message => message.MessageType == "stream");
        }

        await NobodyThereAsync();
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("busy", (await _server.GetAsync($"/api/kernels/{_kernel}")).GetProperty("execution_state").GetString());
    }

    [Fact]
    public async Task Without_a_limit_kernels_stay()
    {
        await using var server = await StartAsync(new KernelLimits { IdleLimit = null });
        var kernel = await server.StartKernelAsync();
        _clock.Advance(TimeSpan.FromDays(1000));
        await server.GetAsync($"/api/kernels/{kernel}");
    }

    private Task<RunningServer> StartAsync(KernelLimits limits) => RunningServer.StartAsync(change: options => options with { Limits = limits, Clock = _clock });

    // A kernel that has not answered yet might do so in the middle of a test, and be active again.
    private async Task UseAsync()
    {
        await using (var socket = await TestSocket.OpenAsync(_server, _kernel))
        {
            await socket.FinishAsync(await socket.SendAsync("kernel_info_request", new { }));
        }

        await NobodyThereAsync();
    }

    private async Task NobodyThereAsync()
    {
        for (var tries = 0; (await _server.GetAsync($"/api/kernels/{_kernel}")).GetProperty("connections").GetInt32() > 0; tries++)
        {
            Assert.True(tries < 500, "The client is still there.");
            await Task.Delay(20);
        }
    }

    private async Task GoneAsync()
    {
        for (var tries = 0; (await _server.GetAsync("/api/kernels")).GetArrayLength() > 0; tries++)
        {
            Assert.True(tries < 500, "The kernel is still there.");
            await Task.Delay(20);
        }
    }
}
