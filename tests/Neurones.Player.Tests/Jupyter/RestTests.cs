using System.Text.Json;
using Neurones.Player.Jupyter;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Jupyter;

public sealed class RestTests : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Kernel_specs_have_every_field_that_clients_require()
    {
        var specs = await _server.GetAsync("/api/kernelspecs?1700000000000");
        Assert.Equal(".net-csharp", specs.GetProperty("default").GetString());
        var spec = specs.GetProperty("kernelspecs").GetProperty(".net-csharp");
        Assert.Equal(".net-csharp", spec.GetProperty("name").GetString());
        Assert.Equal("{}", spec.GetProperty("resources").GetRawText());
        Assert.Equal("[]", spec.GetProperty("spec").GetProperty("argv").GetRawText());
        Assert.Equal(".NET (C#)", spec.GetProperty("spec").GetProperty("display_name").GetString());
        Assert.Equal("C#", spec.GetProperty("spec").GetProperty("language").GetString());
        await _server.GetAsync("/api/kernelspecs/.net-csharp");
        await _server.GetAsync("/api/kernelspecs/python3", 404);
    }

    [Fact]
    public async Task A_kernel_is_started_listed_and_deleted()
    {
        var kernel = await _server.PostAsync("/api/kernels", new { name = ".net-csharp", env = new { PATH = "/evil" } }, 201);
        var id = kernel.GetProperty("id").GetString();
        Assert.Equal(".net-csharp", kernel.GetProperty("name").GetString());
        Assert.True(DateTimeOffset.TryParse(kernel.GetProperty("last_activity").GetString(), out _));
        Assert.Equal(0, kernel.GetProperty("connections").GetInt32());
        Assert.Equal(id, Assert.Single((await _server.GetAsync("/api/kernels")).EnumerateArray()).GetProperty("id").GetString());

        await _server.SendAsync("DELETE", $"/api/kernels/{id}", null, 204);
        await _server.SendAsync("DELETE", $"/api/kernels/{id}", null, 404);
        await _server.GetAsync($"/api/kernels/{id}", 404);
        Assert.Empty((await _server.GetAsync("/api/kernels")).EnumerateArray());
    }

    [Fact]
    public async Task Without_a_body_the_default_kernel_starts() => await _server.PostAsync("/api/kernels", null, 201);

    [Theory]
    [InlineData("POST", "/api/kernels/none/interrupt")]
    [InlineData("POST", "/api/kernels/none/restart")]
    [InlineData("GET", "/api/kernels/none/channels")]
    [InlineData("GET", "/api/sessions/none")]
    [InlineData("PATCH", "/api/sessions/none")]
    [InlineData("DELETE", "/api/sessions/none")]
    [InlineData("GET", "/api/contents")]
    public async Task What_is_not_there_is_404_in_JSON(string method, string path) =>
        Assert.NotEqual("", (await _server.SendAsync(method, path, null, 404)).GetProperty("message").GetString());

    [Fact]
    public async Task An_unknown_kernel_is_501()
    {
        await _server.PostAsync("/api/kernels", new { name = "python3" }, 501);
        await _server.PostAsync("/api/sessions", new { path = "a", kernel = new { name = "python3" } }, 501);
        await _server.PostAsync("/api/sessions", new { path = "a", kernel = new { id = "none" } }, 404);
        await _server.PostAsync("/api/sessions", new { name = "no path" }, 400);
    }

    [Fact]
    public async Task A_session_is_found_again_by_its_path()
    {
        var body = new { path = "en/01-first", name = "first", type = "notebook", kernel = new { name = ".net-csharp" } };
        var sessions = await Task.WhenAll(_server.PostAsync("/api/sessions", body, 201), _server.PostAsync("/api/sessions", body, 201));
        Assert.Equal(Id(sessions[0]), Id(sessions[1]));
        Assert.Equal(KernelId(sessions[0]), KernelId(sessions[1]));
        Assert.Single((await _server.GetAsync("/api/kernels")).EnumerateArray());

        Assert.Equal("notebook", Assert.Single((await _server.GetAsync("/api/sessions")).EnumerateArray()).GetProperty("type").GetString());
        Assert.Equal("first", (await _server.GetAsync($"/api/sessions/{Id(sessions[0])}")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_session_can_be_renamed_and_given_another_kernel()
    {
        var session = await _server.PostAsync("/api/sessions", new { path = "a" }, 201);
        var renamed = await _server.SendAsync("PATCH", $"/api/sessions/{Id(session)}", new { path = "b", name = "n" }, 200);
        Assert.Equal("b", renamed.GetProperty("path").GetString());
        Assert.Equal(KernelId(session), KernelId(renamed));

        var other = await _server.SendAsync("PATCH", $"/api/sessions/{Id(session)}", new { kernel = new { name = ".net-csharp" } }, 200);
        Assert.NotEqual(KernelId(session), KernelId(other));
        await _server.GetAsync($"/api/kernels/{KernelId(session)}", 404);
    }

    [Fact]
    public async Task A_session_ends_with_its_kernel_and_its_kernel_with_it()
    {
        var first = await _server.PostAsync("/api/sessions", new { path = "a" }, 201);
        await _server.SendAsync("DELETE", $"/api/sessions/{Id(first)}", null, 204);
        await _server.GetAsync($"/api/kernels/{KernelId(first)}", 404);

        var second = await _server.PostAsync("/api/sessions", new { path = "a" }, 201);
        await _server.SendAsync("DELETE", $"/api/kernels/{KernelId(second)}", null, 204);
        await _server.SendAsync("DELETE", $"/api/sessions/{Id(second)}", null, 410);
        Assert.Empty((await _server.GetAsync("/api/sessions")).EnumerateArray());
    }

    [Fact]
    public async Task A_kernel_that_two_sessions_share_ends_with_either_as_in_Jupyter()
    {
        var first = await _server.PostAsync("/api/sessions", new { path = "a" }, 201);
        var second = await _server.PostAsync("/api/sessions", new { path = "b", kernel = new { id = KernelId(first) } }, 201);
        Assert.Equal(KernelId(first), KernelId(second));
        var third = await _server.PostAsync("/api/sessions", new { path = "c" }, 201);
        var moved = await _server.SendAsync("PATCH", $"/api/sessions/{Id(third)}", new { kernel = new { id = KernelId(first) } }, 200);
        Assert.Equal(KernelId(first), KernelId(moved));
        await _server.GetAsync($"/api/kernels/{KernelId(third)}", 404);

        await _server.SendAsync("PATCH", $"/api/sessions/{Id(third)}", new { kernel = new { id = "none" } }, 404);
        await _server.SendAsync("DELETE", $"/api/sessions/{Id(second)}", null, 204);
        Assert.Empty((await _server.GetAsync("/api/sessions")).EnumerateArray());
        Assert.Empty((await _server.GetAsync("/api/kernels")).EnumerateArray());
    }

    [Fact]
    public async Task A_session_of_a_kernel_whose_process_was_killed_can_be_deleted_at_once()
    {
        for (var i = 0; i < 2; i++)
        {
            var session = await _server.PostAsync("/api/sessions", new { path = "a" }, 201);
            await using (var socket = await TestSocket.OpenAsync(_server, KernelId(session)))
            {
                var pid = (await socket.FinishAsync(await socket.ExecuteAsync("Environment.ProcessId"))).Only("execute_result").Data("text/plain");
                using var process = System.Diagnostics.Process.GetProcessById(int.Parse(pid, System.Globalization.CultureInfo.InvariantCulture));
                process.Kill();
            }

            await _server.SendAsync("DELETE", $"/api/sessions/{Id(session)}", null, 204);
        }
    }

    [Fact]
    public async Task At_the_limit_an_unused_kernel_makes_room_and_one_in_use_does_not()
    {
        await using var server = await RunningServer.StartAsync(change: options => options with { Limits = new KernelLimits { MaxKernels = 2 } });
        var first = await server.StartKernelAsync();
        await using var socket = await TestSocket.OpenAsync(server, first);
        var unused = await server.StartKernelAsync();
        await server.PostAsync("/api/kernels", null, 503); // Whoever has just started one is about to connect.
        await IdleAsync(server, unused);
        var last = await server.StartKernelAsync();
        await server.GetAsync($"/api/kernels/{unused}", 404);
        Assert.Equal(2, (await server.GetAsync("/api/kernels")).GetArrayLength());

        await using var other = await TestSocket.OpenAsync(server, last);
        Assert.Contains("2 kernels are in use", (await server.PostAsync("/api/kernels", null, 503)).GetProperty("message").GetString(), StringComparison.Ordinal);
        await server.PostAsync("/api/sessions", new { path = "a" }, 503);
    }

    [Fact]
    public async Task A_client_names_its_user_and_changes_nothing_else_in_a_kernel_s_environment()
    {
        var env = new { KERNEL_USERNAME = "ada", PATH = "/evil", LD_PRELOAD = "/evil.so", DOTNET_STARTUP_HOOKS = "/evil.dll", KERNEL_OTHER = "x" };
        var kernel = await _server.StartKernelAsync(new { name = ".net-csharp", env });
        await using var socket = await TestSocket.OpenAsync(_server, kernel);
        var answer = await socket.FinishAsync(await socket.ExecuteAsync("""
            string.Join(",", new[] { "KERNEL_USERNAME", "LD_PRELOAD", "DOTNET_STARTUP_HOOKS", "KERNEL_OTHER" }.Select(Environment.GetEnvironmentVariable)) + Environment.GetEnvironmentVariable("PATH").Contains("evil")
            """));
        Assert.Equal("ada,,,False", answer.Only("execute_result").Data("text/plain"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/tree?")]
    public async Task Who_looks_for_a_password_without_the_token_is_not_sent_elsewhere(string path)
    {
        using var client = _server.NewClient();
        using var response = await client.GetAsync(path);
        Assert.Contains((int)response.StatusCode, (int[])[200, 403, 404]);
    }

    private static string Id(JsonElement session) => session.GetProperty("id").GetString()!;

    private static string KernelId(JsonElement session) => session.GetProperty("kernel").GetProperty("id").GetString()!;

    private static async Task IdleAsync(RunningServer server, string kernel)
    {
        for (var tries = 0; (await server.GetAsync($"/api/kernels/{kernel}")).GetProperty("execution_state").GetString() != "idle"; tries++)
        {
            Assert.True(tries < 3000, "The kernel doesn't get idle.");
            await Task.Delay(20);
        }
    }
}
