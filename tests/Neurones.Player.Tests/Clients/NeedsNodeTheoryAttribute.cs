namespace Neurones.Player.Tests.Clients;

/// <summary>A test that is skipped where Node isn't on the PATH or the clients are not installed.</summary>
internal sealed class NeedsNodeTheoryAttribute : TheoryAttribute
{
    public NeedsNodeTheoryAttribute() => Skip = NodeScript.WhyMissing;
}
