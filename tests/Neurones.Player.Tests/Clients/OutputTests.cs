namespace Neurones.Player.Tests.Clients;

public class OutputTests(ClientServer server) : IClassFixture<ClientServer>
{
    [NeedsNodeTheory, JupyterClients]
    public Task A_cell_gives_its_streams_and_its_result(string client) => server.RunAsync(client, "outputs", "streamsAndResult");

    [NeedsNodeTheory, JupyterClients]
    public Task A_silent_cell_leaves_no_trace(string client) => server.RunAsync(client, "outputs", "silent");

    [NeedsNodeTheory, JupyterClients]
    public Task A_display_is_updated_in_place_also_by_a_later_cell(string client) => server.RunAsync(client, "outputs", "displayUpdated");

    [NeedsNodeTheory, JupyterClients]
    public Task An_exception_is_an_error_with_its_name_text_and_lines(string client) => server.RunAsync(client, "outputs", "runtimeError");

    [NeedsNodeTheory, JupyterClients]
    public Task A_compile_error_names_what_is_wrong(string client) => server.RunAsync(client, "outputs", "compileError");

    [NeedsNodeTheory, JupyterClients]
    public Task An_error_aborts_the_cells_behind_it(string client) => server.RunAsync(client, "outputs", "errorAbortsWhatIsQueued");

    [NeedsNodeTheory, JupyterClients]
    public Task An_error_lets_the_queue_go_on_where_the_client_wants_it(string client) => server.RunAsync(client, "outputs", "errorLetsTheQueueGoOn");

    [NeedsNodeTheory, JupyterClients]
    public Task All_output_comes_before_the_reply_and_idle(string client) => server.RunAsync(client, "outputs", "outputFlushedBeforeIdle");
}
