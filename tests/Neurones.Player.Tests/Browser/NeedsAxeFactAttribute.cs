namespace Neurones.Player.Tests.Browser;

/// <summary>A test that is skipped where Chromium or axe-core is missing.</summary>
internal sealed class NeedsAxeFactAttribute : FactAttribute
{
    public NeedsAxeFactAttribute()
    {
        Skip = Chromium.WhyMissing ?? Axe.WhyMissing;
    }
}
