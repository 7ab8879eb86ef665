using System.Globalization;
using Neurones.Player.Kernels;
using Neurones.Player.Tests.Support;
using Neurones.Protocol;

namespace Neurones.Player.Tests.Kernels;

public sealed class KernelProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_killed_kernel_takes_its_own_children_along_and_says_why()
    {
        await using var kernel = KernelProcess.Start(_folder.Path, new KernelOptions());
        await kernel.SendAsync(Execute("System.Diagnostics.Process.Start(\"sleep\", \"300\").Id"));
        var id = 0;
        while (await kernel.ReceiveAsync() is { } message)
        {
            if (message.MessageType == "execute_result")
            {
                id = int.Parse(message.Data("text/plain"), CultureInfo.InvariantCulture);
                kernel.Kill("The test ended it");
            }
        }

        Assert.Equal("The test ended it: the kernel's state is lost, so run the notebook again from its first cell.", (await kernel.Exited).Sentence);
        for (var wait = 0; wait < 300 && Processes.IsRunning(id); wait++)
        {
            await Task.Delay(100); // The system ends a killed process in its own time.
        }

        Assert.False(Processes.IsRunning(id));
    }

    [Fact]
    public async Task A_child_of_the_kernel_that_lives_on_does_not_hide_the_kernel_s_end()
    {
        await using var kernel = KernelProcess.Start(_folder.Path, new KernelOptions());
        await kernel.SendAsync(Execute("System.Diagnostics.Process.Start(\"sleep\", \"5\"); Environment.Exit(3);"));
        while (await kernel.ReceiveAsync() is not null)
        {
        }

        Assert.True(kernel.Exited.IsCompleted);
        Assert.Contains("exit code 3", (await kernel.Exited).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_much_memory_is_an_error_in_the_cell()
    {
        await using var kernel = KernelProcess.Start(_folder.Path, new KernelOptions { HeapLimit = 200 * 1024 * 1024 });
        await kernel.SendAsync(Execute("var data = new double[50_000_000];"));
        while (await kernel.ReceiveAsync() is { } message)
        {
            if (message.MessageType == "execute_reply")
            {
                Assert.Contains("OutOfMemory", message.Text("ename"), StringComparison.Ordinal);
                return;
            }
        }

        Assert.Fail("The kernel ended: " + (await kernel.Exited).Sentence);
    }

    [Fact]
    public void A_kernel_sees_no_secret_of_its_parent_s()
    {
        Environment.SetEnvironmentVariable("NEURONES_TEST_TOKEN", "secret");
        try
        {
            var start = KernelStartInfo.Create(new KernelOptions { HeapLimit = 255 }, "/", "1", "2");
            Assert.False(start.Environment.ContainsKey("NEURONES_TEST_TOKEN"));
            Assert.True(start.Environment.ContainsKey("PATH"));
            Assert.Equal("FF", start.Environment["DOTNET_GCHeapHardLimit"]);
        }
        finally
        {
            Environment.SetEnvironmentVariable("NEURONES_TEST_TOKEN", null);
        }
    }

    [Fact]
    public void A_missing_kernel_is_named() => Assert.Contains(
        "none.dll",
        Assert.Throws<KernelStartException>(() => KernelProcess.Start(_folder.Path, new KernelOptions { Assembly = _folder["none.dll"] })).Message,
        StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private static JupyterMessage Execute(string code) => JupyterMessage.Create(Channels.Shell, "execute_request", "test", new { code, silent = false, store_history = true, stop_on_error = true });
}
