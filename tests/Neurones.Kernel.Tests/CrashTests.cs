using System.Diagnostics;
using System.Globalization;

namespace Neurones.Kernel.Tests;

/// <summary>Whatever ends the process closes the pipe, and nothing keeps the process once the pipe is closed.</summary>
public sealed class CrashTests
{
    [Theory]
    [InlineData("Environment.Exit(3);", "")]
    [InlineData("int F(int n) => F(n + 1) + 1; F(0)", "Stack overflow")]
    [InlineData("new System.Threading.Thread(() => throw new Exception(\"in the background\")).Start(); await Task.Delay(-1);", "in the background")]
    [InlineData("Environment.FailFast(\"failed fast\");", "failed fast")]
    public async Task ACrashClosesThePipeAndSaysWhyOnStandardError(string code, string expected)
    {
        await using var kernel = KernelClient.Start();
        await kernel.SendCodeAsync(code);
        while (await kernel.ReadAsync() is not null)
        {
        }

        Assert.Contains(expected, await kernel.EndAsync(), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task AProgramThatACellStartedDoesNotKeepThePipeOpen()
    {
        await using var kernel = KernelClient.Start();
        var started = await kernel.RunAsync("""
            using System.Diagnostics;
            Process.Start(new ProcessStartInfo("sleep", "120") { RedirectStandardError = true, RedirectStandardOutput = true }).Id
            """);
        var id = int.Parse(started.Text, CultureInfo.InvariantCulture);
        using var program = Process.GetProcessById(id);
        try
        {
            await kernel.SendCodeAsync("Environment.Exit(0);");
            while (await kernel.ReadAsync() is not null)
            {
            }

            Assert.False(program.HasExited);
        }
        finally
        {
            program.Kill();
        }
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => System.Threading.Thread.Sleep(-1); while (true) { }")]
    public async Task TheEndOfThePipeEndsTheProcessWhateverACellDoes(string code)
    {
        await using var kernel = KernelClient.Start();
        await kernel.SendCodeAsync("Console.WriteLine(\"started\");" + code);
        while ((await kernel.ReadAsync())!.MessageType != "stream")
        {
        }

        await kernel.ToKernel.DisposeAsync();
        await kernel.EndAsync();
    }

    [Theory]
    [InlineData(new byte[] { 255, 255, 255, 255 }, "the limit is 67,108,864")]
    [InlineData(new byte[] { 3, 0, 0, 0, 1, 2, 3 }, "A message isn't valid")]
    [InlineData(new byte[] { 4, 0, 0, 0, 110, 117, 108, 108 }, "null")]
    public async Task BytesThatAreNoMessageEndTheProcessWithASentence(byte[] bytes, string expected)
    {
        await using var kernel = KernelClient.Start();
        await kernel.ToKernel.WriteAsync(bytes);
        Assert.Contains(expected, await kernel.EndAsync(), StringComparison.Ordinal);
        Assert.Equal(1, kernel.Process.ExitCode);
    }

    [Fact]
    public async Task AnUnknownCommandLineIsRefused()
    {
        string[] arguments = [typeof(Notebook).Assembly.Location, "--pipe-in", "1"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true })!;
        Assert.Contains("--pipe-in HANDLE", await process.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        await process.WaitForExitAsync();
        Assert.Equal(2, process.ExitCode);
    }
}
