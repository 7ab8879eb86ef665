namespace Neurones.Player.Tests.Clients;

public class RestartTests(ClientServer server) : IClassFixture<ClientServer>
{
    [NeedsNodeTheory, JupyterClients]
    public Task A_restart_loses_the_state_and_keeps_the_identifier(string client) => server.RunAsync(client, "restarts", "stateIsLost");

    [NeedsNodeTheory, JupyterClients]
    public Task A_restart_in_mid_cell_silences_the_old_process(string client) => server.RunAsync(client, "restarts", "inMidCell");

    [NeedsNodeTheory, JupyterClients]
    public Task A_kernel_restarts_again_and_again(string client) => server.RunAsync(client, "restarts", "againAndAgain");
}
