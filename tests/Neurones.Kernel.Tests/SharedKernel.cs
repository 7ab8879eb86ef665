namespace Neurones.Kernel.Tests;

/// <summary>One kernel for the tests of a class that leave it as it was.</summary>
public sealed class SharedKernel : IAsyncLifetime
{
    internal KernelClient Kernel { get; } = KernelClient.Start();

    internal Task<CellRun> RunAsync(string code, string? cell = null) => Kernel.RunAsync(code, cell);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Kernel.DisposeAsync();
}
