using System.Collections.Concurrent;
using Neurones.Player.Kernels;

namespace Neurones.Player.Jupyter;

/// <summary>The kernels that run; all of them end with it.</summary>
public sealed class KernelRegistry : IAsyncDisposable
{
    private static readonly TimeSpan CullingPeriod = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Kernel> _kernels = new();
    private readonly ConcurrentDictionary<string, Task> _stopping = new();
    private readonly SemaphoreSlim _creating = new(1, 1);
    private readonly KernelOptions _options;
    private readonly KernelLimits _limits;
    private readonly TimeProvider _clock;
    private readonly ITimer _culling;
    private readonly Lazy<Task> _end;
    private bool _ended;

    public KernelRegistry(KernelOptions options, KernelLimits limits, TimeProvider clock)
    {
        _options = options;
        _limits = limits;
        _clock = clock;
        _end = new(EndAsync);
        _culling = clock.CreateTimer(_ => _ = CullAsync(), null, CullingPeriod, CullingPeriod);
    }

    public IEnumerable<Kernel> All => _kernels.Values;

    public int MaxKernels => _limits.MaxKernels;

    public Kernel? Find(string id) => _kernels.GetValueOrDefault(id);

    /// <summary>Starts a kernel. At the limit the one longest idle without a client makes room; null when all are in use, or about to end.</summary>
    /// <param name="name">The name of its specification.</param>
    /// <param name="folder">Its working folder.</param>
    /// <param name="environment">What is set in its environment for this kernel alone.</param>
    public async Task<Kernel?> StartAsync(string name, string folder, IReadOnlyDictionary<string, string> environment)
    {
        await _creating.WaitAsync();
        try
        {
            if (_ended)
            {
                return null;
            }

            if (_kernels.Count >= _limits.MaxKernels)
            {
                if (Unused.MinBy(kernel => kernel.LastActivity) is not { } unused)
                {
                    return null;
                }

                await StopAsync(unused.Id);
            }

            var kernel = new Kernel(name, folder, _options.With(environment), _clock);
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

        var stopping = kernel.DisposeAsync().AsTask();
        _stopping[id] = stopping;
        await stopping;
        _stopping.TryRemove(id, out _);
        return true;
    }

    /// <summary>Ends all kernels, and is complete only when they have ended, however often it is called.</summary>
    public ValueTask DisposeAsync() => new(_end.Value);

    private IEnumerable<Kernel> Unused => All.Where(kernel => kernel.Clients.Connected == 0 && kernel.ExecutionState is "idle" or "dead");

    private async Task CullAsync()
    {
        var now = _clock.GetUtcNow();
        await Task.WhenAll(Unused.Where(kernel => now - kernel.LastActivity >= _limits.IdleLimit).Select(kernel => StopAsync(kernel.Id)));
    }

    private async Task EndAsync()
    {
        await _culling.DisposeAsync();
        await _creating.WaitAsync();
        _ended = true;
        _creating.Release();
        await Task.WhenAll(_kernels.Keys.Select(StopAsync));
        await Task.WhenAll(_stopping.Values);
    }
}
