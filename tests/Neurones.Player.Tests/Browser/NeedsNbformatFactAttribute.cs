namespace Neurones.Player.Tests.Browser;

/// <summary>A test that is skipped where Chromium or Debian's python3-nbformat is missing.</summary>
internal sealed class NeedsNbformatFactAttribute : FactAttribute
{
    public NeedsNbformatFactAttribute()
    {
        Skip = Chromium.WhyMissing ?? Nbformat.WhyMissing;
    }
}
