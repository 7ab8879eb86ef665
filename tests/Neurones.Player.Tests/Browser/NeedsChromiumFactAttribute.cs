namespace Neurones.Player.Tests.Browser;

/// <summary>A test that is skipped where no Chromium is on the PATH.</summary>
internal sealed class NeedsChromiumFactAttribute : FactAttribute
{
    public NeedsChromiumFactAttribute()
    {
        Skip = Chromium.WhyMissing;
    }
}
