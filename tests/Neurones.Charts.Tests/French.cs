using System.Globalization;

namespace Neurones.Charts.Tests;

/// <summary>French settings, whose decimal comma corrupts numbers that forget the invariant culture.</summary>
internal sealed class French : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public French() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
