namespace Neurones.Player.Tests.Clients;

public class ConnectionTests(ClientServer server) : IClassFixture<ClientServer>
{
    [NeedsNodeTheory, JupyterClients]
    public Task A_socket_cut_in_mid_cell_loses_and_doubles_nothing(string client) => server.RunAsync(client, "connections", "cutInMidCell");

    [NeedsNodeTheory, JupyterClients]
    public Task A_client_that_reconnects_in_mid_cell_loses_and_doubles_nothing(string client) => server.RunAsync(client, "connections", "reconnectedInMidCell");

    [NeedsNodeTheory, JupyterClients]
    public Task A_cell_that_ends_while_its_client_is_away_is_told_later(string client) => server.RunAsync(client, "connections", "cellEndsWhileNobodyIsThere");

    [NeedsNodeTheory, JupyterClients]
    public Task A_second_client_hears_the_outputs_but_not_the_replies(string client) => server.RunAsync(client, "connections", "secondClient");

    [NeedsNodeTheory, JupyterClients]
    public Task Kernel_info_is_answered_while_a_cell_runs(string client) => server.RunAsync(client, "connections", "kernelInfoWhileACellRuns");
}
