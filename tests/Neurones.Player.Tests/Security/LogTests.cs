using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using Neurones.Player.Jupyter;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Security;

/// <summary>The token is in the one line that tells its user the address, in the user's own file that keeps it, and nowhere else, however much the server is asked to say.</summary>
public sealed class LogTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, string> Talkative = new()
    {
        ["Logging__LogLevel__Default"] = "Trace",
        ["Logging__LogLevel__Microsoft"] = "Trace",
        ["Logging__LogLevel__Microsoft__AspNetCore"] = "Trace",
        ["Logging__Console__LogLevel__Default"] = "Trace",
        ["DOTNET_Logging__LogLevel__Default"] = "Trace",
        ["ASPNETCORE_Logging__LogLevel__Default"] = "Trace",
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["DOTNET_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_DETAILEDERRORS"] = "true",
        ["ASPNETCORE_URLS"] = "http://0.0.0.0:0",
        ["ASPNETCORE_HTTP_PORTS"] = "0",
        ["URLS"] = "http://0.0.0.0:0",
        ["Kestrel__Endpoints__Other__Url"] = "http://0.0.0.0:0",
        ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true",
        ["AllowedHosts"] = "*",
    };

    [Fact]
    public async Task No_log_no_file_and_no_kernel_has_the_token()
    {
        using var folder = new TemporaryFolder();
        TestNotebook.Write(folder["notebooks/en/01-first.ipynb"], TestNotebook.Markdown("# First"), TestNotebook.Code("1"));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "neurones.dll"), "serve", "--no-browser", "--port", "0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        foreach (var (name, value) in Talkative)
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // The sockets and pipes of a runtime that was killed stay behind, and can't be read.
        start.Environment["XDG_DATA_HOME"] = folder["data"];
        start.Environment["XDG_CONFIG_HOME"] = Directory.CreateDirectory(folder["config"]).FullName;
        start.Environment["TMPDIR"] = Directory.CreateDirectory(folder["tmp"]).FullName;
        using var process = Process.Start(start)!;
        try
        {
            using var limit = new CancellationTokenSource(Limit);
            var address = new Uri((await process.StandardOutput.ReadLineAsync(limit.Token))!);
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            var token = address.Query["?token=".Length..];
            Assert.Equal("127.0.0.1", address.Host);

            using var client = new HttpClient { BaseAddress = new Uri(address.GetLeftPart(UriPartial.Authority)) };
            await AskAsync(client, token);
            await LookFromACellAsync(client, address, token);
            if (OperatingSystem.IsLinux())
            {
                Assert.All((int[])[process.Id, .. Processes.ChildrenOf(process.Id)], id => Assert.DoesNotContain(token, Processes.CommandLine(id) + Processes.Environment(id), StringComparison.Ordinal));
            }

            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            Assert.DoesNotContain(token, await output, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(token, await errors, StringComparison.OrdinalIgnoreCase);
            var holders = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Where(file => File.ReadAllText(file, Encoding.Latin1).Contains(token, StringComparison.OrdinalIgnoreCase));
            Assert.All(holders, file => Assert.True(OperatingSystem.IsLinux() && File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite) && file.StartsWith(folder["config"], StringComparison.Ordinal), $"{file} holds the token."));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>All kinds of requests, good and bad, each with the token where it might be logged.</summary>
    private static async Task AskAsync(HttpClient client, string token)
    {
        foreach (var path in (string[])["/", "/api/kernels", "/lessons", "/lessons/en/01-first", "/lessons/none", "/assets/none", "/images/none", "/nothing", "/api/kernels/none/channels", "/%00", "/lessons/%2e%2e"])
        {
            foreach (var method in (string[])["GET", "POST", "PUT", "DELETE", "OPTIONS"])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), $"{path}?token={token}") { Content = new StringContent("{") };
                request.Headers.Authorization = new AuthenticationHeaderValue("token", token);
                request.Headers.TryAddWithoutValidation("Cookie", $"token={token}");
                request.Headers.TryAddWithoutValidation("Referer", $"http://127.0.0.1/?token={token}");
                using var answer = await client.SendAsync(request);
                Assert.NotEqual(500, (int)answer.StatusCode);
                Assert.DoesNotContain(token, answer.Headers + await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            }
        }

        using var foreign = new HttpRequestMessage(HttpMethod.Get, $"/api/kernels?token={token}");
        foreign.Headers.Host = "evil.example";
        foreign.Headers.Add("X-Forwarded-Host", client.BaseAddress!.Authority);
        foreign.Headers.Add("X-Forwarded-For", "127.0.0.1");
        using var refused = await client.SendAsync(foreign);
        Assert.Equal(403, (int)refused.StatusCode);
    }

    /// <summary>A cell finds the token neither in its environment nor in its command line.</summary>
    private static async Task LookFromACellAsync(HttpClient client, Uri address, string token)
    {
        using var started = await client.PostAsync($"/api/kernels?token={token}", new StringContent("{}"));
        var kernel = System.Text.Json.JsonDocument.Parse(await started.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString();
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{address.Authority}/api/kernels/{kernel}/channels?token={token}"), default);
        const string look = """
            string.Join(' ', Environment.GetEnvironmentVariables().Values.Cast<object>()) + Environment.CommandLine + " LOOKED"
            """;
        await socket.SendAsync(JsonFraming.Encode(Protocol.JupyterMessage.Create("shell", "execute_request", "s", new { code = look })), WebSocketMessageType.Text, true, default);
        var heard = new StringBuilder();
        var buffer = new byte[64 * 1024];
        using var limit = new CancellationTokenSource(Limit);
        while (!heard.ToString().Contains("execute_reply", StringComparison.Ordinal))
        {
            heard.Append(Encoding.UTF8.GetString(buffer, 0, (await socket.ReceiveAsync(buffer, limit.Token)).Count));
        }

        Assert.Contains(" LOOKED", heard.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(token, heard.ToString(), StringComparison.OrdinalIgnoreCase);
        socket.Abort();
    }
}
