namespace Neurones.Player.Tests.Clients;

public class LessonRunTests(ClientServer server) : IClassFixture<ClientServer>
{
    [NeedsNodeTheory, JupyterClients]
    public Task Lesson_5_runs_in_order_with_its_figures(string client) => server.RunAsync(client, "lesson", "runAll");

    [NeedsNodeTheory]
    [InlineData(JupyterClientsAttribute.VsCode)]
    public Task VS_Code_opens_a_notebook_and_comes_back_to_it(string client) => server.RunAsync(client, "vscode", "opensANotebook");
}
