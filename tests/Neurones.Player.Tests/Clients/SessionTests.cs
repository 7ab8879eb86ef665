namespace Neurones.Player.Tests.Clients;

public class SessionTests(ClientServer server) : IClassFixture<ClientServer>
{
    [NeedsNodeTheory, JupyterClients]
    public Task A_session_is_started_and_found_again_by_its_path(string client) => server.RunAsync(client, "sessions", "startedAndFoundAgain");

    [NeedsNodeTheory, JupyterClients]
    public Task A_session_is_renamed(string client) => server.RunAsync(client, "sessions", "renamed");

    [NeedsNodeTheory, JupyterClients]
    public Task A_session_is_given_another_kernel(string client) => server.RunAsync(client, "sessions", "givenAnotherKernel");

    [NeedsNodeTheory, JupyterClients]
    public Task A_session_is_deleted_with_its_kernel(string client) => server.RunAsync(client, "sessions", "deleted");
}
