using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int? _serverId;

    [Fact]
    public async Task Exit_code_0_and_a_sum_when_all_went_well()
    {
        TestNotebook.Write(_folder["notebooks/en/a.ipynb"], TestNotebook.Code("Console.WriteLine(0.5);"));
        var (code, output, _) = await RunAsync("run", "notebooks", "--lang", "en", "--output", "out");
        Assert.Equal(0, code);
        Assert.Contains("1 notebook, 1 cell, 0 figures, ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
        Assert.Contains("0.5", await File.ReadAllTextAsync(_folder["out/en/a.ipynb"]), StringComparison.Ordinal);
        Assert.Contains("from an earlier run", await File.ReadAllTextAsync(_folder["notebooks/en/a.ipynb"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exit_code_1_the_place_and_the_executed_notebook_when_a_cell_failed()
    {
        TestNotebook.Write(_folder["a.ipynb"], TestNotebook.Code("\"ran\""), TestNotebook.Code("\nthrow new Exception(\"boom\");"));
        TestNotebook.Write(_folder["b.ipynb"], TestNotebook.Code("1"));
        var (code, output, _) = await RunAsync("run", "a.ipynb", "b.ipynb", "--output", "out");
        Assert.Equal(1, code);
        Assert.Contains("a.ipynb, cell 2, line 2: ", output, StringComparison.Ordinal);
        Assert.Contains("boom", output, StringComparison.Ordinal);
        Assert.Contains("b.ipynb: ok", output, StringComparison.Ordinal);
        Assert.Contains("1 failed", output, StringComparison.Ordinal);
        Assert.Contains("ran", await File.ReadAllTextAsync(_folder["out/a.ipynb"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run nothing.ipynb")]
    [InlineData("run .")]
    [InlineData("run bad.ipynb")]
    [InlineData("run bad.ipynb --timeout 0")]
    [InlineData("run bad.ipynb --timeout x")]
    [InlineData("export bad.ipynb --output out")]
    [InlineData("export bad.ipynb --images")]
    [InlineData("export bad.ipynb --images --output out")]
    [InlineData("export bad.ipynb --images --output out --format gif")]
    [InlineData("export bad.ipynb --images --output out --width 0")]
    [InlineData("serve --port 65536")]
    [InlineData("--port x")]
    [InlineData("serve --max-kernels 0")]
    [InlineData("serve --kernel-memory 2.5")]
    [InlineData("serve --cull-idle -1")]
    [InlineData("--bogus")]
    [InlineData("bogus")]
    public async Task Exit_code_2_and_a_sentence_when_it_was_asked_wrongly(string arguments)
    {
        File.WriteAllText(_folder["bad.ipynb"], "{}");
        Directory.CreateDirectory(_folder["empty"]);
        var (code, _, error) = await RunAsync(arguments.Replace(" .", " empty", StringComparison.Ordinal).Split(' '));
        Assert.Equal(2, code);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData(null)]
    public async Task Serving_prints_one_line_and_ends_with_its_kernels_on_a_signal(string? command)
    {
        TestNotebook.Write(_folder["notebooks/en/01-a.ipynb"], TestNotebook.Code("1"));
        Directory.CreateDirectory(_folder["notebooks/deep"]);
        using var process = Start(_folder["notebooks/deep"], [.. command is null ? Array.Empty<string>() : [command], "--no-browser"]);
        _serverId = process.Id;
        var address = new Uri((await process.StandardOutput.ReadLineAsync())!);
        Assert.Equal("127.0.0.1", address.Host);

        using var client = new HttpClient { BaseAddress = address };
        Assert.Contains("en/01-a", await client.GetStringAsync($"/lessons{address.Query}"), StringComparison.Ordinal);
        using var body = new StringContent("{}");
        using var created = await client.PostAsync($"/api/kernels{address.Query}", body);
        Assert.Equal(201, (int)created.StatusCode);
        var children = await ChildrenOfAsync(process.Id);
        Assert.NotEmpty(children);

        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await process.WaitForExitAsync(limit.Token);
        Assert.Equal(0, process.ExitCode);
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync());
        Assert.All(children, child => Assert.False(Processes.IsRunning(child)));
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    public async Task No_kernel_outlives_a_server_that_was_killed(string code)
    {
        TestNotebook.Write(_folder["notebooks/en/01-a.ipynb"], TestNotebook.Code("1"));
        using var process = Start(_folder.Path, ["--no-browser", "--port", "0"]);
        _serverId = process.Id;
        var address = new Uri((await process.StandardOutput.ReadLineAsync())!);
        using var client = new HttpClient { BaseAddress = address };
        using var created = await client.PostAsync($"/api/kernels{address.Query}", null);
        var kernel = JsonDocument.Parse(await created.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
        await using var socket = await TestSocket.OpenAsync(address, address.Query["?token=".Length..], kernel);
        await socket.ExecuteAsync($"Console.WriteLine(Environment.ProcessId); {code}");
        var printed = (await socket.ReadUntilAsync(message => message.MessageType == "stream"))[^1].Text("text");
        var child = int.Parse(printed, CultureInfo.InvariantCulture);
        Assert.True(Processes.IsRunning(child));

        process.Kill();
        await process.WaitForExitAsync();
        for (var wait = 0; wait < 300 && Processes.IsRunning(child); wait++)
        {
            await Task.Delay(100);
        }

        Assert.False(Processes.IsRunning(child));
    }

    [Fact]
    public async Task An_address_stays_good_until_a_new_token_is_asked_for()
    {
        TestNotebook.Write(_folder["notebooks/en/01-a.ipynb"], TestNotebook.Code("1"));
        var first = await TokenOfAsync("serve", "--no-browser", "--port", "0");
        Assert.Equal(first, await TokenOfAsync("--no-browser", "--port", "0", "--max-kernels", "1", "--kernel-memory", "512", "--cull-idle", "0"));
        var renewed = await TokenOfAsync("serve", "--no-browser", "--port", "0", "--new-token");
        Assert.NotEqual(first, renewed);
        Assert.Equal(renewed, await TokenOfAsync("serve", "--no-browser", "--port", "0"));

        async Task<string> TokenOfAsync(params string[] arguments)
        {
            using var process = Start(_folder.Path, arguments);
            _serverId = process.Id;
            var address = new Uri((await process.StandardOutput.ReadLineAsync())!);
            using var client = new HttpClient { BaseAddress = address };
            using var admitted = await client.GetAsync($"/api/kernels{address.Query}");
            Assert.Equal(200, (int)admitted.StatusCode);
            process.Kill();
            await process.WaitForExitAsync();
            return address.Query["?token=".Length..];
        }
    }

    [Fact]
    public async Task Through_dotnet_run_paths_are_those_of_the_caller()
    {
        TestNotebook.Write(_folder["here.ipynb"], TestNotebook.Code("1 + 1"));
        var project = Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/Neurones.Player");
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["run", "--project", project, "--no-build", "-c", configuration, "--", "run", "here.ipynb"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
        })!;
        Assert.Contains("here.ipynb: ok", await process.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);

        static string Here([CallerFilePath] string path = "") => path;
    }

    [Fact]
    public async Task A_taken_port_is_one_sentence_when_asked_for_and_another_port_when_not()
    {
        TestNotebook.Write(_folder["notebooks/en/01-a.ipynb"], TestNotebook.Code("1"));
        using var first = Start(_folder.Path, ["--no-browser"]);
        _serverId = first.Id;
        var taken = new Uri((await first.StandardOutput.ReadLineAsync())!).Port;

        var (code, output, error) = await RunAsync("serve", "--no-browser", "--port", $"{taken}");
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"Port {taken} can't be used", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));

        using var second = Start(_folder.Path, ["--no-browser"]);
        Assert.NotEqual(taken, new Uri((await second.StandardOutput.ReadLineAsync())!).Port);
        second.Kill();
        await second.WaitForExitAsync();
    }

    public void Dispose()
    {
        // A test that failed half-way leaves no server behind.
        if (_serverId is { } id && Processes.IsRunning(id))
        {
            using var server = Process.GetProcessById(id);
            server.Kill();
        }

        _folder.Dispose();
    }

    private Process Start(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(UsageException).Assembly.Location, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_CONFIG_HOME"] = _folder["config"]; // Not the token of who runs the tests.
        return Process.Start(start)!;
    }

    private static async Task<int[]> ChildrenOfAsync(int id)
    {
        // A kernel starts in the background of the request that asks for it.
        for (var wait = 0; wait < 100 && Processes.ChildrenOf(id).Length == 0; wait++)
        {
            await Task.Delay(100);
        }

        return Processes.ChildrenOf(id);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(_folder.Path, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await error);
    }
}
