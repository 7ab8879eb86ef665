namespace Neurones.Player.Tests.Clients;

public class RequestTests(ClientServer server) : IClassFixture<ClientServer>
{
    [NeedsNodeTheory, JupyterClients]
    public Task Completion_gives_members_and_variables_at_code_points(string client) => server.RunAsync(client, "requests", "complete");

    [NeedsNodeTheory, JupyterClients]
    public Task Inspection_finds_a_method_and_does_not_find_nothing(string client) => server.RunAsync(client, "requests", "inspect");

    [NeedsNodeTheory, JupyterClients]
    public Task Code_is_complete_or_not(string client) => server.RunAsync(client, "requests", "isComplete");

    [NeedsNodeTheory, JupyterClients]
    public Task History_and_comms_are_empty(string client) => server.RunAsync(client, "requests", "historyAndComms");

    [NeedsNodeTheory, JupyterClients]
    public Task An_unknown_request_is_answered_with_an_error(string client) => server.RunAsync(client, "requests", "unknownRequest");

    [NeedsNodeTheory, JupyterClients]
    public Task Half_an_emoji_harms_neither_socket_nor_kernel(string client) => server.RunAsync(client, "requests", "halfAnEmoji");
}
