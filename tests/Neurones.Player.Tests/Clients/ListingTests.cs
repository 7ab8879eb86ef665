namespace Neurones.Player.Tests.Clients;

public class ListingTests(ClientServer server) : IClassFixture<ClientServer>
{
    [NeedsNodeTheory, JupyterClients]
    public Task The_kernel_spec_is_listed(string client) => server.RunAsync(client, "listing", "kernelSpecs");

    [NeedsNodeTheory, JupyterClients]
    public Task A_kernel_is_listed_and_says_what_it_is(string client) => server.RunAsync(client, "listing", "kernels");

    [NeedsNodeTheory, JupyterClients]
    public Task A_deleted_kernel_is_gone_and_its_socket_closed(string client) => server.RunAsync(client, "listing", "shutdown");

    [NeedsNodeTheory, JupyterClients]
    public Task The_library_shuts_a_kernel_down(string client) => server.RunAsync(client, "listing", "shutdownByTheLibrary");
}
