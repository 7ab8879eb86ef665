namespace Neurones.Kernel.Tests;

/// <summary>A test that needs a program which Windows doesn't have.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "It starts the Unix program sleep." : null;
}
