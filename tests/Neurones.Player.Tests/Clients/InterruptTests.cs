namespace Neurones.Player.Tests.Clients;

public class InterruptTests(ClientServer server) : IClassFixture<ClientServer>
{
    [NeedsNodeTheory, JupyterClients]
    public Task A_plain_loop_stops_and_the_variables_stay(string client) => server.RunAsync(client, "interrupts", "loop");

    [NeedsNodeTheory, JupyterClients]
    public Task An_endless_await_stops_and_the_variables_stay(string client) => server.RunAsync(client, "interrupts", "endlessAwait");

    [NeedsNodeTheory, JupyterClients]
    public Task A_loop_of_awaits_stops_and_the_variables_stay(string client) => server.RunAsync(client, "interrupts", "loopOfAwaits");

    [NeedsNodeTheory, JupyterClients]
    public Task A_sleep_stops_and_the_variables_stay(string client) => server.RunAsync(client, "interrupts", "sleep");

    [NeedsNodeTheory, JupyterClients]
    public Task An_interrupt_of_an_idle_kernel_does_nothing(string client) => server.RunAsync(client, "interrupts", "nothingRuns");

    [NeedsNodeTheory, JupyterClients]
    public Task A_cell_that_cannot_be_stopped_is_ended_with_its_kernel(string client) => server.RunAsync(client, "interrupts", "whatCannotBeStopped");
}
