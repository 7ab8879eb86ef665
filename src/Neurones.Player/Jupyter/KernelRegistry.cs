using System.Collections.Concurrent;
using Neurones.Player.Kernels;

namespace Neurones.Player.Jupyter;

/// <summary>The kernels that run; all of them end with it.</summary>
public sealed class KernelRegistry(KernelOptions options) : IAsyncDisposable
{
    /// <summary>How many kernels may run at once: each may take hundreds of megabytes.</summary>
    public const int MaxKernels = 8;

    private readonly ConcurrentDictionary<string, Kernel> _kernels = new();
    private readonly SemaphoreSlim _creating = new(1, 1);

    public IEnumerable<Kernel> All => _kernels.Values;

    public Kernel? Find(string id) => _kernels.GetValueOrDefault(id);

    /// <summary>Starts a kernel. At the limit the one longest idle without a client makes room; null when all are in use.</summary>
    public async Task<Kernel?> StartAsync(string name, string folder)
    {
        await _creating.WaitAsync();
        try
        {
            if (_kernels.Count >= MaxKernels)
            {
                var unused = All.Where(kernel => kernel.Clients.Connected == 0 && kernel.ExecutionState != "busy").MinBy(kernel => kernel.LastActivity);
                if (unused is null)
                {
                    return null;
                }

                await StopAsync(unused.Id);
            }

            var kernel = new Kernel(name, folder, options);
            _kernels[kernel.Id] = kernel;
            return kernel;
        }
        finally
        {
            _creating.Release();
        }
    }

    /// <summary>Ends a kernel for good; false when there is none of that identifier.</summary>
    public async Task<bool> StopAsync(string id)
    {
        if (!_kernels.TryRemove(id, out var kernel))
        {
            return false;
        }

        await kernel.DisposeAsync();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_kernels.Keys.Select(StopAsync));
        _creating.Dispose();
    }
}
