using Neurones.Player.Kernels;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Clients;

public class CrashTests(ClientServer server) : IClassFixture<ClientServer>
{
    [NeedsNodeTheory, JupyterClients]
    public Task FailFast_is_reported_and_a_fresh_kernel_follows(string client) => server.RunAsync(client, "crashes", "failFast");

    [NeedsNodeTheory, JupyterClients]
    public Task A_stack_overflow_is_reported_and_a_fresh_kernel_follows(string client) => server.RunAsync(client, "crashes", "stackOverflow");

    [NeedsNodeTheory, JupyterClients]
    public Task An_exit_is_reported_and_a_fresh_kernel_follows(string client) => server.RunAsync(client, "crashes", "exit");

    [NeedsNodeTheory, JupyterClients]
    public Task A_killed_process_is_reported_and_a_fresh_kernel_follows(string client) => server.RunAsync(client, "crashes", "killed");

    [NeedsNodeTheory, JupyterClients]
    public Task An_idle_process_that_is_killed_is_replaced(string client) => server.RunAsync(client, "crashes", "killedWhileIdle");

    [NeedsNodeTheory, JupyterClients]
    public async Task A_kernel_that_never_starts_is_dead(string client)
    {
        // A program, but not a kernel: it ends at once.
        await using var broken = await RunningServer.StartAsync(new KernelOptions { Assembly = typeof(Protocol.MessagePipe).Assembly.Location });
        await ClientServer.RunAsync(new Uri(broken.Base, $"/?token={broken.Token}"), client, "crashes", "neverStarts");
    }
}
