namespace Neurones.Benchmarks.Tests;

/// <summary>A test beside NumPy, skipped where it isn't installed.</summary>
internal sealed class NeedsNumPyFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(() =>
    {
        var (process, missing) = SideProcess.Start(Side.All.First(side => side.Name == Side.NumPy));
        process?.Dispose();
        return missing;
    });

    public NeedsNumPyFactAttribute() => Skip = Missing.Value;
}
