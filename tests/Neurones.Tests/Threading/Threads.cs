using MathNet.Numerics;

namespace Neurones.Tests;

/// <summary>So many threads may be used until this is disposed.</summary>
internal sealed class Threads : IDisposable
{
    private readonly int _before = Control.MaxDegreeOfParallelism;

    public Threads(int count) => Control.MaxDegreeOfParallelism = count;

    public void Dispose() => Control.MaxDegreeOfParallelism = _before;
}
